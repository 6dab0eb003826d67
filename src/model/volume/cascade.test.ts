import { expect, test } from 'vitest'

import { snapshotObstacle, snapshotsByVolume } from './cascade.ts'

const snapshot = (id: string, volumeId: string, status = 'available') => ({
  id,
  name: id,
  status,
  volumeId,
})

test('snapshots are found by their volume', () => {
  const byVolume = snapshotsByVolume([
    snapshot('s1', 'v1'),
    snapshot('s2', 'v2'),
    snapshot('s3', 'v1'),
  ])
  expect(byVolume.get('v1')?.map(({ id }) => id)).toEqual(['s1', 's3'])
  expect(byVolume.get('v3')).toBeUndefined()
})

test('snapshots keep their volume, unless they go with it', () => {
  const snapshots = [snapshot('s1', 'v1'), snapshot('s2', 'v1', 'error')]
  expect(snapshotObstacle(snapshots, false)).toEqual({ kind: 'has-snapshots', count: 2 })
  expect(snapshotObstacle(snapshots, true)).toBeUndefined()
  expect(snapshotObstacle([], false)).toBeUndefined()
})

test('a snapshot that is at work can’t go with its volume', () => {
  expect(snapshotObstacle([snapshot('s1', 'v1', 'creating')], true)).toEqual({
    kind: 'snapshot-busy',
    status: 'creating',
  })
})
