import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope, Reach } from '#src/model/cloud/workplace.ts'
import type { Snapshot, SnapshotId } from '#src/model/snapshot/snapshot.ts'
import type { NewWords } from '#src/model/volume/new-words.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'

import { needed, neededNumber, pairs, text, time } from './fields.ts'
import { ask, tell } from './http.ts'
import { allPages, allTenants, listOf, nextMarker, pageLinks } from './pages.ts'

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
  z.transform((told): Snapshot => ({
    id: told.id,
    name: told.name ?? '',
    description: told.description ?? '',
    status: told.status,
    sizeGiB: told.size,
    volumeId: told.volume_id,
    createdAt: told.created_at,
    groupSnapshotId: told.group_snapshot_id,
    metadata: told.metadata ?? {},
  })),
)

const oneSnapshot = z.object({ snapshot: snapshotSchema })
const snapshotPage = z.object({ snapshots: listOf(snapshotSchema), snapshots_links: pageLinks })

const path = (id: SnapshotId) => `/snapshots/${encodeURIComponent(id)}`

/** All snapshots of the project, newest first, or those of one volume. */
export const listSnapshots = (
  cloud: Reach,
  signal?: AbortSignal,
  volumeId?: VolumeId,
): Promise<Listed<Snapshot>> =>
  allPages(async (marker) => {
    const { body } = await ask(
      {
        cloud,
        service: 'volume',
        path: '/snapshots/detail',
        query: {
          all_tenants: allTenants(cloud),
          marker,
          volume_id: volumeId,
          sort: 'created_at:desc,id:desc',
        },
        ...(signal && { signal }),
      },
      snapshotPage,
    )
    return { ...body.snapshots, next: nextMarker(body.snapshots_links) }
  })

/** One snapshot. */
export async function getSnapshot(
  cloud: CloudScope,
  id: SnapshotId,
  signal?: AbortSignal,
): Promise<Snapshot> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      path: path(id),
      ...(signal && { signal }),
    },
    oneSnapshot,
  )
  return body.snapshot
}

/** What a new snapshot is to be. */
export type NewSnapshot = {
  volumeId: VolumeId
  name: string
  description: string
  /** Whether to ask for it by force; newer clouds refuse the word. */
  force: boolean
}

/** Asks for a snapshot; it is being made when the answer comes. */
export async function createSnapshot(
  cloud: CloudScope,
  { volumeId, name, description, force }: NewSnapshot,
): Promise<Snapshot> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      method: 'POST',
      path: '/snapshots',
      body: { snapshot: { volume_id: volumeId, name, description, ...(force && { force }) } },
    },
    oneSnapshot,
  )
  return body.snapshot
}

/** Changes a snapshot's name or description; what is not given stays. */
export async function updateSnapshot(
  cloud: CloudScope,
  id: SnapshotId,
  change: NewWords,
): Promise<Snapshot> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      method: 'PUT',
      path: path(id),
      body: { snapshot: change },
    },
    oneSnapshot,
  )
  return body.snapshot
}

/** Asks for a snapshot to be deleted; it is being deleted when the answer comes. */
export const deleteSnapshot = (cloud: CloudScope, id: SnapshotId) =>
  tell({
    cloud,
    service: 'volume',
    method: 'DELETE',
    path: path(id),
  })

/** Asks for a volume to go back to its latest snapshot; it is reverting when the answer comes. Needs 3.40. */
export const revertToSnapshot = (cloud: CloudScope, volumeId: VolumeId, id: SnapshotId) =>
  tell({
    cloud,
    service: 'volume',
    method: 'POST',
    path: `/volumes/${encodeURIComponent(volumeId)}/action`,
    body: { revert: { snapshot_id: id } },
  })
