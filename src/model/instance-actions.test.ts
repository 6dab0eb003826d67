import { expect, test } from 'vitest'

import { attachToObstacle, detachFromObstacle, heldObstacle } from './instance-actions.ts'
import { attachedTo, sampleInstance, sampleVolume } from './sample-volume.ts'

const anybody = { readOnly: false, administrator: false }
const reader = { ...anybody, readOnly: true }
const node = sampleInstance()

test('one that runs takes volumes and lets them go', () => {
  expect(attachToObstacle(node, anybody)).toBeUndefined()
  expect(detachFromObstacle(node, 1, anybody)).toBeUndefined()
})

test('who may only read, is told so', () => {
  expect(attachToObstacle(node, reader)).toEqual({ kind: 'read-only-role' })
  expect(detachFromObstacle(node, 1, reader)).toEqual({ kind: 'read-only-role' })
})

test('where nothing is held, nothing is detached', () => {
  expect(detachFromObstacle(node, 0, anybody)).toEqual({ kind: 'no-volume' })
})

test.each([
  ['BUILD', 'building'],
  ['ERROR', 'error'],
  ['SUSPENDED', 'wrong-state'],
])('in %s an instance is left alone', (status, obstacle) => {
  const expected = { kind: 'instance', obstacle }
  expect(attachToObstacle(sampleInstance({ status }), anybody)).toEqual(expected)
  expect(detachFromObstacle(sampleInstance({ status }), 1, anybody)).toEqual(expected)
})

test('a lock keeps people out, but no administrator', () => {
  const locked = sampleInstance({ locked: true })
  expect(detachFromObstacle(locked, 1, anybody)).toEqual({ kind: 'instance', obstacle: 'locked' })
  expect(detachFromObstacle(locked, 1, { ...anybody, administrator: true })).toBeUndefined()
})

const held = sampleVolume({ status: 'in-use', attachments: [attachedTo('instance-1')] })

test('a volume is let go unless it is on its way already, out of sight, or in a status that forbids it', () => {
  expect(heldObstacle({ state: 'attached', volume: held }, anybody)).toBeUndefined()
  expect(heldObstacle({ state: 'detaching', volume: held }, anybody)).toEqual({
    kind: 'state',
    state: 'detaching',
  })
  expect(heldObstacle({ state: 'attached', volume: undefined }, anybody)).toEqual({
    kind: 'not-visible',
  })
  const faulty = { ...held, status: 'error' }
  expect(heldObstacle({ state: 'attached', volume: faulty }, anybody)).toEqual({
    kind: 'volume',
    obstacle: { kind: 'status', status: 'error' },
  })
})
