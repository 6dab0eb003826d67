import { expect, test } from 'vitest'

import { sampleSnapshot } from '#src/model/testing/sample-snapshot.ts'

import {
  createFromObstacle,
  deleteSnapshotObstacle,
  editSnapshotObstacle,
} from './snapshot-actions.ts'

const member = { readOnly: false }
const reader = { readOnly: true }

test.each([
  ['available', undefined],
  ['error', undefined],
  ['error_deleting', { kind: 'status', status: 'error_deleting' }],
  ['creating', { kind: 'changing', status: 'creating' }],
  ['restoring', { kind: 'changing', status: 'restoring' }],
  ['thawing', { kind: 'status', status: 'thawing' }],
])('of the snapshots Cinder deletes those that are at rest: %s', (status, expected) => {
  expect(deleteSnapshotObstacle(sampleSnapshot({ status }), member)).toEqual(expected)
})

test('a snapshot of a whole group is not deleted by itself', () => {
  const part = sampleSnapshot({ groupSnapshotId: 'group-1' })
  expect(deleteSnapshotObstacle(part, member)).toEqual({ kind: 'in-group' })
})

test('a volume is made only from a snapshot that is available', () => {
  expect(createFromObstacle(sampleSnapshot(), member)).toBeUndefined()
  expect(createFromObstacle(sampleSnapshot({ status: 'error' }), member)).toEqual({
    kind: 'status',
    status: 'error',
  })
})

test('name and metadata can be changed whatever the status, but for one that is going', () => {
  expect(editSnapshotObstacle(sampleSnapshot({ status: 'error' }), member)).toBeUndefined()
  expect(editSnapshotObstacle(sampleSnapshot({ status: 'deleting' }), member)).toEqual({
    kind: 'changing',
    status: 'deleting',
  })
})

test('who may only look changes nothing', () => {
  for (const obstacle of [createFromObstacle, editSnapshotObstacle, deleteSnapshotObstacle])
    expect(obstacle(sampleSnapshot(), reader)).toEqual({ kind: 'read-only-role' })
})
