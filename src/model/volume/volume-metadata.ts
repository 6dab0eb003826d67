import { isTooLong, lengthOf } from '#src/model/cloud/length.ts'

import type { Volume } from './volume.ts'

type WithMetadata = Pick<Volume, 'metadata'>

/**
 * Keys that Cinder keeps itself and shows among a volume's own: cinder/api/api_utils.py, `_visible_admin_metadata_keys`. What a
 * person would set under such a name is hidden by it.
 */
const keptByCinder: ReadonlySet<string> = new Set(['readonly', 'attached_mode'])

/** Whether instances get the volume read-only: Cinder's flag, which it writes as `True`. */
export const isReadOnly = ({ metadata }: WithMetadata): boolean => metadata['readonly'] === 'True'

/** The metadata that people set, without what Cinder keeps itself. */
export const ownMetadata = ({ metadata }: WithMetadata): Record<string, string> =>
  Object.fromEntries(Object.entries(metadata).filter(([key]) => !keptByCinder.has(key)))

/** What has to be done to make one set of pairs of another. */
export type MetadataChange = {
  /** Those that are new or have another value. */
  set: Readonly<Record<string, string>>
  /** Keys that go. */
  unset: readonly string[]
}

/** What has to be done to make `after` of `before`. */
export const metadataChange = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): MetadataChange => ({
  set: Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value)),
  unset: Object.keys(before).filter((key) => !(key in after)),
})

/**
 * Whether a key can be the last segment of a URL. Cinder answers 404 for a key with a slash, even an encoded one; browsers resolve
 * dots, and servers disagree about encoded percent signs and backslashes.
 */
export const hasAddress = (key: string): boolean => !/[/\\%]/.test(key) && !/^\.{1,2}$/.test(key)

/** Whether there is nothing to do. */
export const isNoChange = ({ set, unset }: MetadataChange): boolean =>
  unset.length === 0 && Object.keys(set).length === 0

/** A key and its value, as they are being typed. */
export type MetadataPair = { key: string; value: string }

/** The pairs of a form; the last of those with the same key holds. */
export const pairsToRecord = (pairs: readonly MetadataPair[]): Record<string, string> =>
  Object.fromEntries(pairs.map(({ key, value }) => [key.trim(), value]))

/** What is wrong with a pair. */
export type PairProblem = 'key-missing' | 'key-characters' | 'key-kept' | 'key-twice' | 'too-long'

/** What Cinder takes for a key: cinder/api/validation/parameter_types.py, `extra_specs` and `image_metadata`. */
const keyPattern = /^[a-zA-Z0-9-_:. /]{1,255}$/

/** The most characters in a value, by the same source; of an image's any text that the database holds. */
const longest = { volume: 255, snapshot: 255, image: 65_535 } as const

/** What is wrong with the pair at `place`, or undefined. */
export function pairProblem(
  pairs: readonly MetadataPair[],
  place: number,
  of: keyof typeof longest,
): PairProblem | undefined {
  const pair = pairs.at(place)
  if (!pair) return undefined
  const key = pair.key.trim()
  if (key === '') return 'key-missing'
  if (isTooLong(key) || lengthOf(pair.value) > longest[of]) return 'too-long'
  if (!keyPattern.test(key)) return 'key-characters'
  if (of === 'volume' && keptByCinder.has(key)) return 'key-kept'
  return pairs.some((other, at) => at !== place && other.key.trim() === key)
    ? 'key-twice'
    : undefined
}
