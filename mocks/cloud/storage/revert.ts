import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import type { Snapshot, Volume } from './block-storage.ts'

const latestOf = ({ storage }: Region, volume: Volume): Snapshot | undefined =>
  storage
    .snapshotsOf(volume.id)
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .at(-1)

/**
 * Takes a volume back to its latest snapshot (Cinder, api/v3/volumes.py, revert, and volume/api.py,
 * revert_to_snapshot). A snapshot that is not available leaves the volume `reverting`, as it does in Cinder.
 */
export function revertVolume(
  region: Region,
  caller: Caller,
  volume: Volume,
  snapshotId: string | undefined,
) {
  const { clock, durations, storage } = region
  const snapshot = latestOf(region, volume)
  if (!snapshot) throw new Refusal(400, `Volume ${volume.id} doesn't have any snapshots.`)
  if (snapshotId !== snapshot.id)
    throw new Refusal(
      400,
      `Specified snapshot ${snapshotId ?? 'None'} is None or not the latest one of volume ${volume.id}.`,
    )
  const cannot = `Can't revert volume ${volume.id} to its latest snapshot ${snapshot.id}.`
  if (volume.size !== snapshot.size)
    throw new Refusal(400, `${cannot} The volume size must be equal to the snapshot size.`)
  enforce(caller, 'volume:revert_to_snapshot', volume.projectId)
  if (volume.status !== 'available')
    throw new Refusal(409, `Invalid volume: ${cannot} Volume's status must be 'available'.`)
  volume.status = 'reverting'
  volume.updatedAt = clock.now()
  if (snapshot.status !== 'available')
    throw new Refusal(409, `Invalid snapshot: ${cannot} Snapshot's status must be 'available'.`)
  snapshot.status = 'restoring'
  clock.after(durations.change, () => {
    if (storage.volumes.get(volume.id) !== volume) return
    if (volume.status === 'reverting') volume.status = 'available'
    if (snapshot.status === 'restoring') snapshot.status = 'available'
    volume.updatedAt = clock.now()
    snapshot.updatedAt = clock.now()
  })
}
