import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { Snapshot, SnapshotId } from '#src/model/snapshot/snapshot.ts'
import type { NewWords } from '#src/model/volume/new-words.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import { needed, neededNumber, pairs, text, time } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'
import { allTenants, pageOf } from '#src/openstack/http/pagination.ts'

/** A snapshot as Cinder tells it: api-ref/source/v3/volumes-v3-snapshots.inc. */
const snapshotSchema = z.pipe(
  z.object({
    id: needed,
    name: text,
    description: text,
    status: needed,
    size: neededNumber,
    volume_id: needed,
    created_at: time,
    group_snapshot_id: text,
    metadata: pairs,
  }),
  z.transform((raw): Snapshot => ({
    id: raw.id,
    name: raw.name ?? '',
    description: raw.description ?? '',
    status: raw.status,
    sizeGiB: raw.size,
    volumeId: raw.volume_id,
    createdAt: raw.created_at,
    groupSnapshotId: raw.group_snapshot_id,
    metadata: raw.metadata ?? {},
  })),
)

const oneSnapshot = z.object({ snapshot: snapshotSchema })
const snapshotPage = pageOf('snapshots', snapshotSchema)

const path = (id: SnapshotId) => `/snapshots/${encodeURIComponent(id)}`

/** All snapshots of the project, newest first, or those of one volume. */
export const listSnapshots = (
  cloud: CloudScope,
  signal?: AbortSignal,
  volumeId?: VolumeId,
): Promise<Listed<Snapshot>> =>
  cinder(cloud).all('/snapshots/detail', snapshotPage, {
    query: {
      all_tenants: allTenants(cloud),
      volume_id: volumeId,
      sort: 'created_at:desc,id:desc',
    },
    signal,
  })

/** One snapshot. */
export async function getSnapshot(
  cloud: CloudScope,
  id: SnapshotId,
  signal?: AbortSignal,
): Promise<Snapshot> {
  const body = await cinder(cloud).get(path(id), oneSnapshot, { signal })
  return body.snapshot
}

/** What a new snapshot is to be. */
export type CreateSnapshotRequest = {
  volumeId: VolumeId
  name: string
  description: string
  /** Whether to ask for it by force; newer clouds refuse the word. */
  force: boolean
}

/** Asks for a snapshot; it is being made when the answer comes. */
export async function createSnapshot(
  cloud: CloudScope,
  { volumeId, name, description, force }: CreateSnapshotRequest,
): Promise<Snapshot> {
  const body = await cinder(cloud).post('/snapshots', oneSnapshot, {
    body: { snapshot: { volume_id: volumeId, name, description, ...(force && { force }) } },
  })
  return body.snapshot
}

/** Changes a snapshot's name or description; what is not given stays. */
export async function updateSnapshot(
  cloud: CloudScope,
  id: SnapshotId,
  change: NewWords,
): Promise<Snapshot> {
  const body = await cinder(cloud).put(path(id), oneSnapshot, { body: { snapshot: change } })
  return body.snapshot
}

/** Asks for a snapshot to be deleted; it is being deleted when the answer comes. */
export const deleteSnapshot = (cloud: CloudScope, id: SnapshotId) =>
  cinder(cloud).send('DELETE', path(id))

/** Asks for a volume to go back to its latest snapshot; it is reverting when the answer comes. Needs 3.40. */
export const revertToSnapshot = (cloud: CloudScope, volumeId: VolumeId, id: SnapshotId) =>
  cinder(cloud).send('POST', `/volumes/${encodeURIComponent(volumeId)}/action`, {
    body: { revert: { snapshot_id: id } },
  })
