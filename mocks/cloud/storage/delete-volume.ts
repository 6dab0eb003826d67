import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { invalidVolume } from '#mocks/cloud/refusal.ts'

import type { Snapshot, Volume } from './block-storage.ts'

const deletable = ['available', 'error', 'error_restoring', 'error_extending', 'error_managing']

const tied =
  'migrating, attached, belong to a group, have snapshots, awaiting a transfer, or be disassociated from snapshots after volume transfer'

/** Whether nothing holds a volume but its status. */
const isLoose = (storage: Region['storage'], volume: Volume, cascade: boolean) =>
  volume.attachStatus !== 'attached' &&
  (volume.migrationStatus === null ||
    ['deleting', 'error', 'success'].includes(volume.migrationStatus)) &&
  volume.groupId === null &&
  (cascade || storage.snapshotsOf(volume.id).length === 0)

/** Refuses what Cinder refuses to delete or to stop managing, in its one sentence for all reasons. */
export function checkDeletable({ storage }: Region, volume: Volume, { cascade = false } = {}) {
  const free = deletable.includes(volume.status) && isLoose(storage, volume, cascade)
  if (!free)
    throw invalidVolume(`Volume status must be ${deletable.join(' or ')} and must not be ${tied}.`)
}

/** Lets a volume go without asking: it is `deleting`, then gone. */
export function forceRemove({ storage, clock, durations }: Region, volume: Volume) {
  volume.status = 'deleting'
  volume.updatedAt = clock.now()
  clock.after(durations.delete, () => storage.deleteVolume(volume))
}

/** Deletes a volume, with `cascade` also its snapshots. */
export function deleteVolume(
  region: Region,
  caller: Caller,
  volume: Volume,
  { cascade }: { cascade: boolean },
) {
  enforce(caller, 'volume:delete', volume.projectId)
  checkDeletable(region, volume, { cascade })
  for (const snapshot of region.storage.snapshotsOf(volume.id)) removeSnapshot(region, snapshot)
  forceRemove(region, volume)
}

/** Deletes a volume in whatever status it is, with `cascade` also its snapshots; for administrators. */
export function forceDeleteVolume(
  region: Region,
  caller: Caller,
  volume: Volume,
  { cascade = false } = {},
) {
  enforce(caller, 'volume_extension:volume_admin_actions:force_delete', volume.projectId)
  // The two blanks are Cinder's: it has no status to name.
  if (volume.host !== null && !isLoose(region.storage, volume, cascade))
    throw invalidVolume(`Volume  must not be ${tied}.`)
  for (const snapshot of region.storage.snapshotsOf(volume.id)) removeSnapshot(region, snapshot)
  forceRemove(region, volume)
}

/** Lets a snapshot go: it is `deleting` or `unmanaging`, then gone. */
export function removeSnapshot(
  { storage, clock, durations }: Region,
  snapshot: Snapshot,
  status: 'deleting' | 'unmanaging' = 'deleting',
) {
  snapshot.status = status
  snapshot.updatedAt = clock.now()
  clock.after(durations.snapshot, () => storage.deleteSnapshot(snapshot))
}
