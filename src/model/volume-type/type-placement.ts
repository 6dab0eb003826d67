import type { Pool } from '#src/model/services/pool.ts'

import type { VolumeType } from './volume-type.ts'

/** What oslo_utils.strutils.bool_from_string takes for true. */
const trueWords = new Set(['1', 't', 'true', 'on', 'y', 'yes'])

const truthIn = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') &&
  trueWords.has(String(value).trim().toLowerCase())

/** Python's `float`; NaN for what it refuses. */
function numberIn(value: unknown): number {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value)
  if (typeof value !== 'string' || value.trim() === '') return Number.NaN
  const sign = /^\s*([+-]?)inf(?:inity)?\s*$/i.exec(value)?.[1]
  if (sign !== undefined) return sign === '-' ? -Infinity : Infinity
  return /^\s*[+-]?[\d.]/.test(value) && !/^\s*0[xbo]/i.test(value) ? Number(value) : Number.NaN
}

type Comparison = (offered: unknown, wanted: string) => boolean

const numbers =
  (holds: (offered: number, wanted: number) => boolean): Comparison =>
  (offered, wanted) =>
    holds(numberIn(offered), numberIn(wanted))

const texts =
  (holds: (offered: string, wanted: string) => boolean): Comparison =>
  (offered, wanted) =>
    typeof offered === 'string' && holds(offered, wanted)

/** The operators with which a spec's value can begin: cinder/scheduler/filters/extra_specs_ops.py. */
const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ['=', numbers((offered, wanted) => offered >= wanted)],
  ['==', numbers((offered, wanted) => offered === wanted)],
  [
    '!=',
    numbers(
      (offered, wanted) => offered !== wanted && !Number.isNaN(offered) && !Number.isNaN(wanted),
    ),
  ],
  ['>=', numbers((offered, wanted) => offered >= wanted)],
  ['<=', numbers((offered, wanted) => offered <= wanted)],
  ['s==', texts((offered, wanted) => offered === wanted)],
  ['s!=', (offered, wanted) => offered !== wanted],
  ['s<', texts((offered, wanted) => offered < wanted)],
  ['s<=', texts((offered, wanted) => offered <= wanted)],
  ['s>', texts((offered, wanted) => offered > wanted)],
  ['s>=', texts((offered, wanted) => offered >= wanted)],
  ['<is>', (offered, wanted) => truthIn(offered) === truthIn(wanted)],
  ['<in>', texts((offered, wanted) => offered.includes(wanted))],
])

/**
 * Whether one value that a pool reports is what a spec asks for. Without an operator both have to be the same text: a pool
 * that reports true does not satisfy `True`, only `<is> True`.
 */
function satisfies(offered: unknown, spec: string): boolean {
  const [operator = '', ...words] = spec.split(/\s+/).filter((word) => word !== '')
  if (operator === '<or>') return words.some((word, place) => place % 2 === 0 && word === offered)
  const comparison = comparisons.get(operator)
  if (!comparison) return offered === spec
  const [wanted] = words
  return (
    offered !== null && offered !== undefined && wanted !== undefined && comparison(offered, wanted)
  )
}

/** What the pool reports under a path of names, or undefined. */
function reported(capabilities: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path
  if (name === undefined) return capabilities
  if (typeof capabilities !== 'object' || capabilities === null) return undefined
  return reported(new Map(Object.entries(capabilities)).get(name), rest)
}

/** Whether a pool has what one spec asks for; specs of other scopes than `capabilities` are for drivers. */
function offers(pool: Pool, key: string, wanted: string): boolean {
  const [scope = '', ...names] = key.split(':')
  if (names.length > 0 && scope !== 'capabilities') return true
  const offered = reported(pool.capabilities, scope === 'capabilities' ? names : [scope])
  return Array.isArray(offered)
    ? offered.some((one) => satisfies(one, wanted))
    : satisfies(offered, wanted)
}

type Specs = Pick<VolumeType, 'extraSpecs'>

/**
 * The pools on which volumes of a type can be made, as far as its extra specs say: the scheduler's capabilities filter
 * (cinder/scheduler/filters/capabilities_filter.py). Neither room nor availability zone are looked at.
 */
export const poolsFor = ({ extraSpecs }: Specs, pools: readonly Pool[]): Pool[] =>
  pools.filter((pool) =>
    Object.entries(extraSpecs).every(([key, wanted]) => offers(pool, key, wanted)),
  )

/** Why no pool can make volumes of a type, so that their creation ends in `error`. */
export type PlacementGap =
  /** Pools have all that the type asks for, but can't share. */
  | 'no-pool-shares'
  /** No pool has what the type asks for, shared or not. */
  | 'no-pool'

/** Why volumes of a type can't be made on any of the cloud's pools, or undefined when they can. */
export function cannotBeMade(type: Specs, pools: readonly Pool[]): PlacementGap | undefined {
  if (poolsFor(type, pools).length > 0) return undefined
  const { multiattach, ...others } = type.extraSpecs
  // Otherwise it is not for want of a pool that shares.
  const asksToShare = multiattach !== undefined && satisfies(true, multiattach)
  return asksToShare && poolsFor({ extraSpecs: others }, pools).length > 0
    ? 'no-pool-shares'
    : 'no-pool'
}
