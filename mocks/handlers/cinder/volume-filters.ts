import { invalidInput, Refusal } from '#mocks/cloud/refusal.ts'
import type { Volume } from '#mocks/cloud/storage/block-storage.ts'
import { since, type Ask } from '#mocks/handlers/ask.ts'
import { pythonLiteral } from '#mocks/handlers/python-literal.ts'
import { booleanOf, isObject } from '#mocks/handlers/values.ts'

import { isOnHost, seconds, type Columns, type Kind, type Test } from './cinder-listing.ts'
import { serviceIdOf } from './volume-view.ts'

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

const empty = () => null

/** The columns of volumes (cinder/db/models.py). */
const columns: Columns<Volume> = {
  id: ({ id }) => id,
  display_name: ({ name }) => name,
  display_description: ({ description }) => description,
  status: ({ status }) => status,
  size: ({ size }) => size,
  host: ({ host }) => host,
  created_at: ({ createdAt }) => seconds(createdAt),
  updated_at: ({ updatedAt }) => seconds(updatedAt),
  availability_zone: ({ availabilityZone }) => availabilityZone,
  bootable: ({ bootable }) => bootable,
  multiattach: ({ multiattach }) => multiattach,
  volume_type_id: ({ typeId }) => typeId,
  project_id: ({ projectId }) => projectId,
  user_id: ({ userId }) => userId,
  attach_status: ({ attachStatus }) => attachStatus,
  migration_status: ({ migrationStatus }) => migrationStatus,
  snapshot_id: ({ snapshotId }) => snapshotId,
  source_volid: ({ sourceVolumeId }) => sourceVolumeId,
  group_id: ({ groupId }) => groupId,
  use_quota: () => true,
  launched_at: ({ host, createdAt }) => host && seconds(createdAt),
  service_uuid: ({ host }) => serviceIdOf(host),
  ...Object.fromEntries(
    'cluster_name consistencygroup_id encryption_key_id ec2_id scheduled_at terminated_at provider_id provider_location provider_auth provider_geometry replication_status previous_status deleted_at'
      .split(' ')
      .map((name) => [name, empty]),
  ),
  deleted: () => false,
}

const booleans = new Set(['bootable', 'multiattach', 'use_quota', 'deleted'])
const never: Test<Volume> = () => false

const comparisons: Record<string, (time: number, wanted: number) => boolean> = {
  gt: (time, wanted) => time > wanted,
  gte: (time, wanted) => time >= wanted,
  eq: (time, wanted) => time === wanted,
  neq: (time, wanted) => time !== wanted,
  lt: (time, wanted) => time < wanted,
  lte: (time, wanted) => time <= wanted,
}

const zone = /(Z|[+-]\d\d:?\d\d)$/

/** A moment as Python's iso8601 reads it: UTC where it names no zone. */
function momentOf(text: string): number {
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text
  return Date.parse(zone.test(date.slice(10)) ? date : `${date}Z`)
}

/** `gt:2026-11-23T20:08:44,lt:…` (cinder/api/v3/volumes.py, _handle_time_comparison_filters). */
function timeTest(value: unknown, timeOf: (volume: Volume) => number | null): Test<Volume> {
  const tests = String(value)
    .split(',')
    .map((part) => {
      const [operator = '', ...rest] = part.split(':')
      const time = rest.length === 0 ? part : rest.join(':')
      const compare = comparisons[operator]
      if (!compare) throw new Refusal(400, `Invalid ${operator} operator`)
      const wanted = momentOf(time)
      if (Number.isNaN(wanted)) throw new Refusal(400, `Invalid ${time} value`)
      return { wanted, compare }
    })
  return (volume) => {
    const time = timeOf(volume)
    if (time === null) return false
    const moment = Math.floor(time / 1000) * 1000
    return tests.every(({ wanted, compare }) => compare(moment, wanted))
  }
}

/** Whether what Cinder was told has all the pairs that are looked for. */
const pairsTest = (
  value: unknown,
  pairsOf: (volume: Volume) => Record<string, string>,
): Test<Volume> =>
  isObject(value)
    ? (volume) => {
        const pairs = pairsOf(volume)
        return Object.entries(value).every(([key, wanted]) => pairs[key] === wanted)
      }
    : never

/** A yes or no: any text but `false` was a yes before 3.2 (cinder/volume/api.py, _check_boolean_filter_value). */
function flagOf(column: string, text: string, ask: Ask): boolean {
  const flag = booleanOf(text)
  if (column === 'use_quota' && flag === undefined)
    throw new Refusal(400, `Value '${text}' for 'use_quota' is not a boolean.`)
  if (flag === undefined && since(ask, 3, 2)) throw invalidInput(`'${column} = ${text}'`)
  if (since(ask, 3, 2)) return flag === true
  return text !== '' && !['False', 'false', 'FALSE'].includes(text)
}

const raw = new Set(['display_name', 'created_at', 'updated_at'])

/** Volumes as lists of them are asked for. */
export const volumeKind: Kind<Volume> = {
  columns,
  filters: volumeFilters,
  addedFilters: {
    glance_metadata: [3, 4],
    group_id: [3, 10],
    created_at: [3, 60],
    updated_at: [3, 60],
    use_quota: [3, 65],
  },
  renamed: {
    name: 'display_name',
    consumes_quota: 'use_quota',
  },
  nameSince: [3, 0],
  readAs: (column, text, ask) => {
    if (booleans.has(column)) return flagOf(column, text, ask)
    return raw.has(column) ? text : pythonLiteral(text)
  },
  special: {
    // What those who are no administrators always ask for.
    no_migration_targets: () => () => true,
    host: (value) => (volume) => isOnHost(volume.host, String(value)),
    metadata: (value) =>
      pairsTest(value, ({ metadata, adminMetadata }) => ({ ...metadata, ...adminMetadata })),
    glance_metadata: (value) => pairsTest(value, ({ imageMetadata }) => imageMetadata ?? {}),
    created_at: (value) => timeTest(value, ({ createdAt }) => createdAt),
    updated_at: (value) => timeTest(value, ({ updatedAt }) => updatedAt),
  },
}
