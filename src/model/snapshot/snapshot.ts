import type { VolumeId } from '#src/model/volume/volume.ts'

/** Cinder's id of a snapshot. */
export type SnapshotId = string

/** The statuses that we know something about: cinder/objects/fields.py, SnapshotStatus. The cloud may name others. */
export type KnownSnapshotStatus =
  | 'creating'
  | 'available'
  | 'updating'
  | 'deleting'
  | 'error'
  | 'error_deleting'
  | 'unmanaging'
  | 'backing-up'
  | 'restoring'

export type SnapshotStatus = KnownSnapshotStatus | (string & {})

/** What a volume held at a moment. */
export type Snapshot = {
  id: SnapshotId
  /** Empty where it has none. */
  name: string
  description: string
  status: SnapshotStatus
  /** Size of the volume at that moment, in GiB. */
  sizeGiB: number
  volumeId: VolumeId
  /** ms since the epoch. */
  createdAt: number | null
  /** The snapshot of a whole group that it is part of; null where it stands alone. */
  groupSnapshotId: string | null
  metadata: Readonly<Record<string, string>>
}

/** Statuses that the cloud leaves by itself. */
const passing: ReadonlySet<string> = new Set([
  'creating',
  'updating',
  'deleting',
  'unmanaging',
  'backing-up',
  'restoring',
])

/** Whether the cloud is at work on a snapshot of that status. */
export const isChangingSnapshotStatus = (status: SnapshotStatus): boolean => passing.has(status)

/** Whether the cloud is at work on the snapshot and its status will change by itself. */
export const isChangingSnapshot = ({ status }: Pick<Snapshot, 'status'>): boolean =>
  isChangingSnapshotStatus(status)

/** The snapshot's name, or, as Horizon does, its id where it has none. */
export const snapshotNameOf = ({ name, id }: Pick<Snapshot, 'name' | 'id'>): string => name || id

/** The newest snapshot of a volume, by when it was taken; undefined where it has none. */
export const latestSnapshotOf = (
  snapshots: readonly Snapshot[],
  volumeId: VolumeId,
): Snapshot | undefined =>
  snapshots
    .filter((snapshot) => snapshot.volumeId === volumeId)
    .toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
    .at(0)
