import { expect, test } from 'vitest'

import { attachedTo, sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import { attachToObstacle, detachFromObstacle, heldObstacle } from './instance-actions.ts'

const anybody = { readOnly: false, administrator: false }
const reader = { ...anybody, readOnly: true }
const node = sampleInstance()
const volume = sampleVolume({ status: 'in-use', attachments: [attachedTo('instance-1')] })
const held = { state: 'attached' as const, volume, device: '/dev/vdb' }

test('one that runs takes volumes and lets them go', () => {
  expect(attachToObstacle(node, anybody)).toBeUndefined()
  expect(detachFromObstacle(node, [held], anybody)).toBeUndefined()
})

test('who may only read, is told so', () => {
  expect(attachToObstacle(node, reader)).toEqual({ kind: 'read-only-role' })
  expect(detachFromObstacle(node, [held], reader)).toEqual({ kind: 'read-only-role' })
})

test('where nothing is held, nothing is detached', () => {
  expect(detachFromObstacle(node, [], anybody)).toEqual({ kind: 'no-volume' })
})

test.each([
  ['BUILD', 'building'],
  ['ERROR', 'error'],
  ['SUSPENDED', 'wrong-state'],
])('in %s an instance is left alone', (status, obstacle) => {
  const expected = { kind: 'instance', obstacle }
  expect(attachToObstacle(sampleInstance({ status }), anybody)).toEqual(expected)
  expect(detachFromObstacle(sampleInstance({ status }), [held], anybody)).toEqual(expected)
})

test('a lock keeps people out, but no administrator', () => {
  const locked = sampleInstance({ locked: true })
  expect(detachFromObstacle(locked, [held], anybody)).toEqual({
    kind: 'instance',
    obstacle: 'locked',
  })
  expect(detachFromObstacle(locked, [held], { ...anybody, administrator: true })).toBeUndefined()
})

test('a volume is let go unless it is on its way already, out of sight, or in a status that forbids it', () => {
  expect(heldObstacle(held, anybody)).toBeUndefined()
  expect(heldObstacle({ ...held, state: 'detaching' }, anybody)).toEqual({
    kind: 'state',
    state: 'detaching',
  })
  expect(heldObstacle({ ...held, volume: undefined }, anybody)).toEqual({ kind: 'not-visible' })
  const faulty = { ...volume, status: 'error' }
  expect(heldObstacle({ ...held, volume: faulty }, anybody)).toEqual({
    kind: 'volume',
    obstacle: { kind: 'status', status: 'error' },
  })
})

test('the volume that an instance was started from is never let go', () => {
  const root = { ...held, device: '/dev/vda' }
  const administrator = { ...anybody, administrator: true }
  expect(heldObstacle(root, administrator)).toEqual({ kind: 'root-device' })
  expect(detachFromObstacle(node, [root], administrator)).toEqual({
    kind: 'held',
    obstacle: { kind: 'root-device' },
  })
  expect(detachFromObstacle(node, [root, held], administrator)).toBeUndefined()
})
