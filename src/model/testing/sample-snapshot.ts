import type { Snapshot } from '#src/model/snapshot/snapshot.ts'

/** For tests: a snapshot about which only what is given matters. */
export const sampleSnapshot = (given: Partial<Snapshot> = {}): Snapshot => ({
  id: 'snapshot-1',
  name: 'monday',
  description: '',
  status: 'available',
  sizeGiB: 10,
  volumeId: 'volume-1',
  createdAt: 0,
  groupSnapshotId: null,
  metadata: {},
  ...given,
})
