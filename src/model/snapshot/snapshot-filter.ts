import { folded } from '#src/model/search-text.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'

import type { Snapshot } from './snapshot.ts'

/** Which snapshots a table shows; what is left out does not matter. */
export type SnapshotFilter = {
  /** Found in name, id, description, or name or id of the volume. */
  text?: string | undefined
  status?: string | undefined
  volumeId?: VolumeId | undefined
}

/** What the volumes of the snapshots are called, by id; those that are not known have no entry. */
export type VolumeNames = ReadonlyMap<VolumeId, string>

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
