import { isTooLong } from '#src/model/cloud/length.ts'
import type { Pool } from '#src/model/services/pool.ts'
import type { MetadataPair } from '#src/model/volume/volume-metadata.ts'

import { shareableExtraSpec, type VolumeType } from './volume-type.ts'

/**
 * Extra specs that many clouds have, with the value that one most likely wants, empty where it is for the person to say, and a
 * word for what they mean: doc/source/admin of Cinder, and what its drivers report.
 */
export const wellKnownSpecs = [
  { key: 'multiattach', value: shareableExtraSpec.multiattach, meaning: 'multiattach' },
  { key: 'volume_backend_name', value: '', meaning: 'backEnd' },
  { key: 'RESKEY:availability_zones', value: '', meaning: 'zones' },
  { key: 'replication_enabled', value: '<is> True', meaning: 'replication' },
  { key: 'cacheable', value: '<is> True', meaning: 'cacheable' },
  { key: 'provisioning:type', value: 'thin', meaning: 'provisioning' },
  { key: 'provisioning:min_vol_size', value: '', meaning: 'leastSize' },
  { key: 'provisioning:max_vol_size', value: '', meaning: 'mostSize' },
  { key: 'thin_provisioning_support', value: '<is> True', meaning: 'thin' },
  { key: 'thick_provisioning_support', value: '<is> True', meaning: 'thick' },
  { key: 'online_extend_support', value: '<is> True', meaning: 'extend' },
  { key: 'QoS_support', value: '<is> True', meaning: 'qos' },
  { key: 'compression_support', value: '<is> True', meaning: 'compression' },
  { key: 'storage_protocol', value: '', meaning: 'protocol' },
] as const satisfies readonly { key: string; value: string; meaning: string }[]

/** What is wrong with an extra spec, so that Cinder refuses it. */
export type SpecProblem = 'key-missing' | 'key-characters' | 'key-twice' | 'too-long'

/** cinder/api/validation/parameter_types.py, `extra_specs_with_no_spaces_key`. */
const keyPattern = /^[a-zA-Z0-9-_:.]+$/

/**
 * What is wrong with the spec at `place`, or undefined.
 * @param before those that the type has; a key among them was taken when the type was made, whatever it looks like
 */
export function specProblem(
  specs: readonly MetadataPair[],
  place: number,
  before: Readonly<Record<string, string>>,
): SpecProblem | undefined {
  const spec = specs.at(place)
  if (!spec) return undefined
  const key = spec.key.trim()
  if (key === '') return 'key-missing'
  if (isTooLong(key) || isTooLong(spec.value)) return 'too-long'
  if (!keyPattern.test(key) && before[key] !== spec.value) return 'key-characters'
  return specs.some((other, at) => at !== place && other.key.trim() === key)
    ? 'key-twice'
    : undefined
}

/** Why an extra spec that Cinder takes does not do what it seems to. */
export type Doubt =
  /** It looks like shareable, and is not: nothing but `<is> True` counts (cinder/volume/flows/api/create_volume.py). */
  | 'not-shareable'
  /** Pools report it as true or false, which a plain word is never equal to. */
  | 'plain-truth'
  /** No pool has this name. */
  | 'no-such-back-end'
  /** Drivers know other ways to provision. */
  | 'unknown-provisioning'
  /** It is not a whole number of GiB. */
  | 'not-a-size'
  /** Cinder refuses both together (cinder/api/contrib/types_extra_specs.py, `_check_cacheable`). */
  | 'cacheable-and-shareable'

/** A doubtful extra spec. */
export type SpecDoubt = { doubt: Doubt; key: string; value: string }

/** Capabilities that drivers report as true or false: cinder/volume/driver.py and doc/source/admin. */
const truths: ReadonlySet<string> = new Set([
  'replication_enabled',
  'cacheable',
  'thin_provisioning_support',
  'thick_provisioning_support',
  'online_extend_support',
  'QoS_support',
  'compression_support',
  'sparse_copy_volume',
  'consistent_group_snapshot_enabled',
])

const provisionings: ReadonlySet<string> = new Set(['thin', 'thick', 'compressed', 'deduplicated'])
const sizes: ReadonlySet<string> = new Set([
  'provisioning:min_vol_size',
  'provisioning:max_vol_size',
])
const isTruth = (value: string) => /^<is>\s+\S+$/.test(value)
/** With `<or>` and the like several values are meant. */
const hasOperator = (value: string) => /^(?:<\w+>|s?[=!<>]=?)\s/.test(value)

const isSharing = (value: string | undefined) => value === shareableExtraSpec.multiattach

/** A value of `multiattach` by which volumes are shared, or by which they openly are not. */
const isPlainlySaid = (value: string) => isSharing(value) || /^<is>\s+False$/i.test(value)

function doubtOf(
  key: string,
  value: string,
  { all, pools }: { all: Readonly<Record<string, string>>; pools: readonly Pool[] },
): Doubt | undefined {
  const name = key.replace(/^capabilities:/, '')
  if (key === 'multiattach' && !isPlainlySaid(value)) return 'not-shareable'
  if (key === 'cacheable' && isSharing(value) && isSharing(all['multiattach']))
    return 'cacheable-and-shareable'
  if (truths.has(name) && !isTruth(value)) return 'plain-truth'
  if (name === 'volume_backend_name' && pools.length > 0 && !hasOperator(value))
    return pools.some(({ backendName }) => backendName === value) ? undefined : 'no-such-back-end'
  if (key === 'provisioning:type' && !provisionings.has(value)) return 'unknown-provisioning'
  return sizes.has(key) && !/^[1-9]\d*$/.test(value) ? 'not-a-size' : undefined
}

/** What is odd about the extra specs of a type, with the cloud's pools as far as they are known. */
export const specDoubts = (
  all: Readonly<Record<string, string>>,
  pools: readonly Pool[],
): SpecDoubt[] =>
  Object.entries(all).flatMap(([key, value]) => {
    const doubt = doubtOf(key, value, { all, pools })
    return doubt === undefined ? [] : [{ doubt, key, value }]
  })

/** What a type's `multiattach` says, where it says something by which volumes are not shared after all. */
export const failedSharing = ({
  extraSpecs: { multiattach },
}: Pick<VolumeType, 'extraSpecs'>): string | undefined =>
  multiattach === undefined || isPlainlySaid(multiattach) ? undefined : multiattach
