import type { Volume } from '#mocks/cloud/block-storage.ts'
import { invalidInput, Refusal } from '#mocks/cloud/refusal.ts'

import { since, type Ask } from './ask.ts'
import { booleanOf, pythonDictionary } from './values.ts'

type Test = (volume: Volume) => boolean

/** What of a query is not a filter. */
const paging = new Set([
  'limit',
  'offset',
  'marker',
  'sort',
  'sort_key',
  'sort_dir',
  'all_tenants',
  'all_projects',
])

/** What Cinder lets everybody filter volumes by (its resource_filters.json). */
export const volumeFilters = [
  'name',
  'status',
  'metadata',
  'bootable',
  'migration_status',
  'availability_zone',
  'group_id',
  'size',
  'created_at',
  'updated_at',
  'consumes_quota',
]

const never: Test = () => false

/** `gt:2026-11-23T20:08:44,lt:…` */
function timeTest(text: string, timeOf: (volume: Volume) => number | null): Test {
  const tests = text.split(',').map((part) => {
    const [operator = '', ...rest] = part.split(':')
    const wanted = Date.parse(`${rest.join(':')}${/[TZ]/.test(part) ? '' : 'T00:00'}Z`)
    const compare = comparisons[operator]
    if (!compare) throw new Refusal(400, `Invalid ${operator} operator`)
    if (Number.isNaN(wanted)) throw new Refusal(400, `Invalid ${rest.join(':')} value`)
    return { wanted, compare }
  })
  return (volume) => {
    const time = timeOf(volume)
    if (time === null) return false
    const seconds = Math.floor(time / 1000) * 1000
    return tests.every(({ wanted, compare }) => compare(seconds, wanted))
  }
}

const comparisons: Record<string, (time: number, wanted: number) => boolean> = {
  gt: (time, wanted) => time > wanted,
  gte: (time, wanted) => time >= wanted,
  eq: (time, wanted) => time === wanted,
  neq: (time, wanted) => time !== wanted,
  lt: (time, wanted) => time < wanted,
  lte: (time, wanted) => time <= wanted,
}

function metadataTest(text: string): Test {
  const wanted = pythonDictionary(text)
  if (!wanted) return never
  const pairs = Object.entries(wanted)
  return ({ metadata }) => pairs.every(([key, value]) => metadata[key] === value)
}

function bootableTest(text: string): Test {
  const wanted = booleanOf(text)
  if (wanted === undefined) throw invalidInput(`'bootable = ${text}'`)
  return ({ bootable }) => bootable === wanted
}

function quotaTest(text: string): Test {
  const wanted = booleanOf(text)
  if (wanted === undefined)
    throw new Refusal(400, `Value '${text}' for 'use_quota' is not a boolean.`)
  return () => wanted
}

/** The databases compare texts whatever their case. */
const sameText = (a: string | null, b: string) => a?.toLowerCase() === b.toLowerCase()

/** `name~`: what has the text anywhere, for administrators. */
const likeTests: Record<string, (volume: Volume) => string | null> = {
  'name~': ({ name }) => name,
  'status~': ({ status }) => status,
  'availability_zone~': ({ availabilityZone }) => availabilityZone,
  'host~': ({ host }) => host,
}

const tests: Record<string, (text: string, ask: Ask) => Test> = {
  name: (text) => (volume) => sameText(volume.name, text),
  status: (text) => (volume) => sameText(volume.status, text),
  metadata: metadataTest,
  bootable: bootableTest,
  migration_status: (text) => (volume) => String(volume.migrationStatus) === text,
  availability_zone: (text) => (volume) => sameText(volume.availabilityZone, text),
  group_id: (text) => (volume) => volume.groupId === text,
  size: (text) => (volume) => String(volume.size) === text,
  consumes_quota: quotaTest,
  created_at: (text, ask) =>
    since(ask, 3, 60) ? timeTest(text, ({ createdAt }) => createdAt) : () => true,
  updated_at: (text, ask) =>
    since(ask, 3, 60) ? timeTest(text, ({ updatedAt }) => updatedAt) : () => true,
  // For administrators only: columns of the database.
  id: (text) => (volume) => volume.id === text,
  host: (text) => (volume) => volume.host === text || volume.host?.split('#')[0] === text,
  user_id: (text) => (volume) => volume.userId === text,
  project_id: (text) => (volume) => volume.projectId === text,
  volume_type_id: (text) => (volume) => volume.typeId === text,
  multiattach: (text) => (volume) => volume.multiattach === booleanOf(text),
  attach_status: (text) => (volume) => volume.attachStatus === text,
  snapshot_id: (text) => (volume) => volume.snapshotId === text,
  source_volid: (text) => (volume) => volume.sourceVolumeId === text,
}

const testFor = (name: string, text: string, ask: Ask): Test => {
  const like = since(ask, 3, 34) ? likeTests[name] : undefined
  if (like) return (volume) => like(volume)?.toLowerCase().includes(text.toLowerCase()) ?? false
  return (tests[name] ?? (() => never))(text, ask)
}

/** What everybody could filter by before Cinder had a list of it, in 3.31; the rest was passed over. */
const olderFilters = new Set(['name', 'status', 'metadata', 'availability_zone', 'bootable'])

/** The filters of the query; refuses those that Cinder refuses. */
function filtersOf(ask: Ask): [string, string][] {
  const counted = since(ask, 3, 45)
  const given = [...ask.query].filter(
    ([name]) => !paging.has(name) && !(counted && name === 'with_count'),
  )
  if (ask.caller.isAdmin) return given
  if (!since(ask, 3, 31))
    return given.filter(
      ([name]) => olderFilters.has(name) || (name === 'group_id' && since(ask, 3, 10)),
    )
  const strangers = given.map(([name]) => name).filter((name) => !volumeFilters.includes(name))
  if (strangers.length > 0)
    throw new Refusal(400, `Invalid filters ${strangers.join(',')} are found in query options.`)
  return given
}

/** The test that the query's filters make, undefined if there are none. */
export function volumeTest(ask: Ask): Test | undefined {
  const all = filtersOf(ask).map(([name, text]) => testFor(name, text, ask))
  return all.length === 0 ? undefined : (volume) => all.every((test) => test(volume))
}
