import { describe, expect, test } from 'vitest'

import { attachedTo, sampleVolume } from '#src/model/testing/sample-volume.ts'

import {
  deleteObstacle,
  detachObstacle,
  editObstacle,
  forceDeleteObstacle,
} from './volume-actions.ts'

const member = { readOnly: false }
const reader = { readOnly: true }
const inStatus = (status: string) => sampleVolume({ status })

test('who may only look changes nothing', () => {
  const volume = sampleVolume({ status: 'available' })
  for (const rule of [deleteObstacle, forceDeleteObstacle, editObstacle, detachObstacle])
    expect(rule(volume, reader)).toEqual({ kind: 'read-only-role' })
})

describe('Delete', () => {
  test.each(['available', 'error', 'error_restoring', 'error_extending', 'error_managing'])(
    'takes a volume that is %s',
    (status) => {
      expect(deleteObstacle(inStatus(status), member)).toBeUndefined()
    },
  )

  test.each(['in-use', 'maintenance', 'error_deleting', 'odd'])(
    'takes none that is %s',
    (status) => {
      expect(deleteObstacle(inStatus(status), member)).toEqual({ kind: 'status', status })
    },
  )

  test.each(['creating', 'attaching', 'detaching', 'backing-up'])(
    'waits for one that is %s',
    (status) => {
      expect(deleteObstacle(inStatus(status), member)).toEqual({ kind: 'changing', status })
    },
  )

  test('takes none that is attached, in whatever status, by force neither', () => {
    const attachments = [attachedTo('a'), attachedTo('b')]
    for (const status of ['in-use', 'available', 'error'])
      for (const rule of [deleteObstacle, forceDeleteObstacle])
        expect(rule(sampleVolume({ status, attachments }), member)).toEqual({
          kind: 'attached',
          count: 2,
        })
  })

  test('by force takes one in any status', () => {
    for (const status of ['creating', 'error_deleting', 'maintenance'])
      expect(forceDeleteObstacle(inStatus(status), member)).toBeUndefined()
  })

  test('takes none out of a group, nor one that is being moved', () => {
    for (const rule of [deleteObstacle, forceDeleteObstacle]) {
      expect(rule(sampleVolume({ groupId: 'g' }), member)).toEqual({ kind: 'in-group' })
      expect(rule(sampleVolume({ migrationStatus: 'migrating' }), member)).toEqual({
        kind: 'migrating',
      })
    }
  })
})

test('name and description are changed in every status but maintenance', () => {
  expect(editObstacle(inStatus('maintenance'), member)).toEqual({
    kind: 'status',
    status: 'maintenance',
  })
  for (const status of ['available', 'in-use', 'error', 'creating'])
    expect(editObstacle(inStatus(status), member)).toBeUndefined()
})

test('an attachment is let go while the volume is in use; another change is waited for', () => {
  for (const status of ['in-use', 'attaching', 'detaching'])
    expect(detachObstacle(inStatus(status), member)).toBeUndefined()
  for (const status of ['available', 'error', 'maintenance'])
    expect(detachObstacle(inStatus(status), member)).toEqual({ kind: 'status', status })
})
