import { Refusal } from '#mocks/cloud/refusal.ts'
import type { Snapshot } from '#mocks/cloud/storage/block-storage.ts'
import type { Ask } from '#mocks/handlers/ask.ts'
import { pythonLiteral } from '#mocks/handlers/python-literal.ts'
import { booleanOf, isObject } from '#mocks/handlers/values.ts'

import { isOnHost, seconds, type Kind } from './cinder-listing.ts'

/** What snapshots may be filtered by (Cinder's resource_filters.json). */
export const snapshotFilters = [
  'name',
  'status',
  'volume_id',
  'metadata',
  'availability_zone',
  'consumes_quota',
]

const volumeOf = ({ region }: Ask, { volumeId }: Snapshot) => region.storage.volumes.get(volumeId)

const empty = () => null

/** Snapshots as lists of them are asked for. */
export const snapshotKind: Kind<Snapshot> = {
  columns: {
    id: ({ id }) => id,
    display_name: ({ name }) => name,
    display_description: ({ description }) => description,
    status: ({ status }) => status,
    progress: ({ status }) => (status === 'available' ? '100%' : '0%'),
    volume_id: ({ volumeId }) => volumeId,
    volume_size: ({ size }) => size,
    volume_type_id: ({ typeId }) => typeId,
    user_id: ({ userId }) => userId,
    project_id: ({ projectId }) => projectId,
    use_quota: () => true,
    created_at: ({ createdAt }) => seconds(createdAt),
    updated_at: ({ updatedAt }) => seconds(updatedAt),
    cgsnapshot_id: empty,
    group_snapshot_id: empty,
    encryption_key_id: empty,
    deleted_at: empty,
    deleted: () => false,
  },
  filters: snapshotFilters,
  olderFilters: ['name', 'status', 'volume_id', 'metadata'],
  addedFilters: { metadata: [3, 22], use_quota: [3, 65] },
  renamed: {
    name: 'display_name',
    consumes_quota: 'use_quota',
  },
  nameSince: [3, 30],
  readAs: (column, text) => {
    if (column === 'metadata') return pythonLiteral(text)
    if (column !== 'use_quota') return text
    const flag = booleanOf(text)
    if (flag === undefined)
      throw new Refusal(400, `Value '${text}' for 'use_quota' is not a boolean.`)
    return flag
  },
  special: {
    metadata: (value) => (snapshot) =>
      isObject(value) &&
      Object.entries(value).every(([key, wanted]) => snapshot.metadata[key] === wanted),
    host: (value, ask) => (snapshot) =>
      isOnHost(volumeOf(ask, snapshot)?.host ?? null, String(value)),
    availability_zone: (value, ask) => (snapshot) =>
      volumeOf(ask, snapshot)?.availabilityZone === value,
  },
}
