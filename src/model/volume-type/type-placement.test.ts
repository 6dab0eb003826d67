import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Pool } from '#src/model/services/pool.ts'

import { cannotBeMade, poolsFor } from './type-placement.ts'

const pool = (name: string, capabilities: Record<string, unknown>): Pool => ({
  name,
  backendName: '',
  canShare: capabilities['multiattach'] === true,
  total: 100,
  free: 100,
  allocatedGiB: 0,
  provisionedGiB: 0,
  maxOverSubscription: null,
  reservedPercent: 0,
  capabilities,
})

const shared = pool('vm@shared#shared', {
  volume_backend_name: 'shared',
  multiattach: true,
  protocols: ['iSCSI', 'FC'],
  free_capacity_gb: 90,
  tiers: { gold: 'yes' },
})
const single = pool('vm@single#single', {
  volume_backend_name: 'single',
  multiattach: false,
  free_capacity_gb: 'infinite',
})
const pools = [shared, single]
const names = (extraSpecs: Record<string, string>) =>
  poolsFor({ extraSpecs }, pools).map(({ name }) => name.replace(/.*#/, ''))

test('a type without specs leads to every pool', () => {
  expect(names({})).toEqual(['shared', 'single'])
  expect(cannotBeMade({ extraSpecs: {} }, pools)).toBeUndefined()
  expect(cannotBeMade({ extraSpecs: {} }, [])).toBe('no-pool')
})

test('a back end is asked for by its name', () => {
  expect(names({ volume_backend_name: 'single' })).toEqual(['single'])
  expect(names({ 'capabilities:volume_backend_name': '<or> single <or> shared' })).toEqual([
    'shared',
    'single',
  ])
  expect(cannotBeMade({ extraSpecs: { volume_backend_name: 'gone' } }, pools)).toBe('no-pool')
})

test('a shareable type leads to pools that share, and only with the spelling that compares truth', () => {
  expect(names({ multiattach: '<is> True' })).toEqual(['shared'])
  expect(names({ multiattach: '<is> False' })).toEqual(['single'])
  expect(names({ multiattach: 'True' })).toEqual([])
})

test('a shareable type whose back end cannot share is told from one that leads nowhere', () => {
  const shares = { multiattach: '<is> True' }
  expect(cannotBeMade({ extraSpecs: { ...shares, volume_backend_name: 'single' } }, pools)).toBe(
    'no-pool-shares',
  )
  expect(cannotBeMade({ extraSpecs: { ...shares, volume_backend_name: 'gone' } }, pools)).toBe(
    'no-pool',
  )
  expect(cannotBeMade({ extraSpecs: { multiattach: 'True' } }, pools)).toBe('no-pool')
})

test('specs for drivers and for zones are passed over', () => {
  expect(names({ 'hw:disk': 'x', 'RESKEY:availability_zones': 'nova' })).toEqual([
    'shared',
    'single',
  ])
})

test('what no pool reports leads nowhere', () => {
  expect(names({ replication_enabled: '<is> True' })).toEqual([])
  expect(names({ replication_enabled: '<is> False' })).toEqual([])
})

test.each([
  ['= 90', ['shared']],
  ['>= 91', []],
  ['<= 90', ['shared']],
  ['== 90', ['shared']],
  ['!= 90', []],
  ['!= 5', ['shared']],
  ['90', []],
  ['infinite', ['single']],
  ['s== infinite', ['single']],
  ['<in> fini', ['single']],
  ['<or>', []],
  ['=', []],
])('free_capacity_gb %s', (spec, found) => {
  expect(names({ free_capacity_gb: spec })).toEqual(found)
})

test('one of several values is enough, and names reach into what is nested', () => {
  expect(names({ protocols: 'FC' })).toEqual(['shared'])
  expect(names({ 'capabilities:tiers:gold': 'yes' })).toEqual(['shared'])
})

const anySpec = fc.tuple(
  fc.constantFrom('multiattach', 'volume_backend_name', 'capabilities', 'capabilities:a:b', 'a:b'),
  fc.oneof(
    fc.string(),
    fc.constantFrom('<is> True', '<or> a <or> b', '<in> x', '>= 5', 's< b', 'True', ''),
  ),
)

test('whatever specs and pools say, each spec more leaves the same pools or fewer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
      fc.array(anySpec),
      anySpec,
      (reports, specs, more) => {
        const some = reports.map((report, place) => pool(`pool-${place}`, report))
        const extraSpecs = Object.fromEntries(specs)
        const [key] = more
        const { [key]: _replaced, ...others } = extraSpecs
        const before = poolsFor({ extraSpecs: others }, some)
        const after = poolsFor({ extraSpecs: { ...others, ...Object.fromEntries([more]) } }, some)
        expect(after.every((one) => before.includes(one))).toBe(true)
        expect(cannotBeMade({ extraSpecs }, some) === undefined).toBe(
          poolsFor({ extraSpecs }, some).length > 0,
        )
      },
    ),
  )
})
