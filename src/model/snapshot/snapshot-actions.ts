import type { Actor } from '#src/model/cloud/actor.ts'

import { isChangingSnapshot, type Snapshot, type SnapshotStatus } from './snapshot.ts'

/** Why something can't be done with a snapshot now. */
export type SnapshotObstacle =
  | { kind: 'read-only-role' }
  | { kind: 'changing'; status: SnapshotStatus }
  | { kind: 'status'; status: SnapshotStatus }
  | { kind: 'in-group' }

/** Why nothing that needs the snapshot to be available can be done with it. */
function notAvailable(snapshot: Snapshot): SnapshotObstacle | undefined {
  const { status } = snapshot
  if (isChangingSnapshot(snapshot)) return { kind: 'changing', status }
  return status === 'available' ? undefined : { kind: 'status', status }
}

/** Why no volume can be made from `snapshot`: cinder/volume/flows/api/create_volume.py, SNAPSHOT_PROCEED_STATUS. */
export function createFromObstacle(
  snapshot: Snapshot,
  { readOnly }: Pick<Actor, 'readOnly'>,
): SnapshotObstacle | undefined {
  return readOnly ? { kind: 'read-only-role' } : notAvailable(snapshot)
}

/** Why name, description and metadata of `snapshot` can't be changed: Cinder asks for no status. */
export function editSnapshotObstacle(
  { status }: Snapshot,
  { readOnly }: Pick<Actor, 'readOnly'>,
): SnapshotObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  return status === 'deleting' ? { kind: 'changing', status } : undefined
}

/** Why `snapshot` can't be deleted: cinder/volume/api.py, `delete_snapshot`. */
export function deleteSnapshotObstacle(
  snapshot: Snapshot,
  { readOnly }: Pick<Actor, 'readOnly'>,
): SnapshotObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (snapshot.groupSnapshotId !== null) return { kind: 'in-group' }
  return snapshot.status === 'error' ? undefined : notAvailable(snapshot)
}
