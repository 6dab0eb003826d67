import type { ActionObstacle } from './volume-actions.ts'
import type { VolumeId } from './volume.ts'

/** A snapshot, as far as it matters for the deletion of its volume. */
type SnapshotOfVolume = { name: string; id: string; status: string; volumeId: VolumeId }

/** The snapshots of each volume. */
export function snapshotsByVolume<S extends SnapshotOfVolume>(
  snapshots: readonly S[],
): ReadonlyMap<VolumeId, S[]> {
  const byVolume = new Map<VolumeId, S[]>()
  for (const snapshot of snapshots) {
    const others = byVolume.get(snapshot.volumeId)
    if (others) others.push(snapshot)
    else byVolume.set(snapshot.volumeId, [snapshot])
  }
  return byVolume
}

/** Statuses in which a snapshot goes with its volume: cinder/db/api.py, `volume_has_undeletable_snapshots_filter`. */
const deletable: ReadonlySet<string> = new Set(['available', 'error'])

/** Why a volume can't be deleted because of its snapshots, which go with it if `cascade`; or undefined. */
export function snapshotObstacle(
  snapshots: readonly Pick<SnapshotOfVolume, 'status'>[],
  cascade: boolean,
): ActionObstacle | undefined {
  if (snapshots.length === 0) return undefined
  if (!cascade) return { kind: 'has-snapshots', count: snapshots.length }
  const busy = snapshots.find(({ status }) => !deletable.has(status))
  return busy && { kind: 'snapshot-busy', status: busy.status }
}
