import { compareNames } from './natural-order.ts'
import { folded } from './search-text.ts'
import { type Snapshot, snapshotNameOf } from './snapshot.ts'
import type { VolumeId } from './volume.ts'

/** Which snapshots a table shows; what is left out does not matter. */
export type SnapshotFilter = {
  /** Found in name, id, description, or name or id of the volume. */
  text?: string | undefined
  status?: string | undefined
  volumeId?: VolumeId | undefined
}

/** What the volumes of the snapshots are called, by id; those that are not known have no entry. */
export type VolumeNames = ReadonlyMap<VolumeId, string>

/** What a table of snapshots can be sorted by. */
export type SnapshotOrder = 'name' | 'description' | 'size' | 'status' | 'volumeName' | 'created'

/** The snapshots that the filter lets through, in their order. */
export function filterSnapshots(
  snapshots: readonly Snapshot[],
  { text = '', status, volumeId }: SnapshotFilter,
  names: VolumeNames,
): readonly Snapshot[] {
  const wanted = folded(text)
  return snapshots.filter(
    (one) =>
      (status === undefined || one.status === status) &&
      (volumeId === undefined || one.volumeId === volumeId) &&
      (wanted === '' ||
        [one.name, one.description, names.get(one.volumeId) ?? ''].some((words) =>
          folded(words).includes(wanted),
        ) ||
        one.id.startsWith(wanted) ||
        one.volumeId.startsWith(wanted)),
  )
}

/** Compares two snapshots for ascending order; equal ones keep theirs. */
export const snapshotOrders = (
  names: VolumeNames,
): Record<SnapshotOrder, (a: Snapshot, b: Snapshot) => number> => {
  const volumeName = ({ volumeId }: Snapshot) => names.get(volumeId) ?? volumeId
  return {
    name: (a, b) => compareNames(snapshotNameOf(a), snapshotNameOf(b)),
    description: (a, b) => compareNames(a.description, b.description),
    size: (a, b) => a.sizeGiB - b.sizeGiB,
    status: (a, b) => compareNames(a.status, b.status),
    volumeName: (a, b) => compareNames(volumeName(a), volumeName(b)),
    created: (a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0),
  }
}
