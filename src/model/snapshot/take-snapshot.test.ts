import { expect, test } from 'vitest'

import { parseMicroversion } from '#src/model/cloud/microversion.ts'
import { sampleSnapshot } from '#src/model/testing/sample-snapshot.ts'
import { attachedTo, sampleVolume } from '#src/model/testing/sample-volume.ts'
import { createTransferObstacle, isOnOffer } from '#src/model/volume/transfer.ts'

import { copyObstacle, needsForce, revertObstacle, revertToObstacle } from './take-snapshot.ts'

const oldest = { major: 3, minor: 0 }
const cinder = (max: string, readOnly = false) => ({
  readOnly,
  microversions: {
    volume: { min: oldest, max: parseMicroversion(max) ?? oldest },
    compute: null,
  },
})
const held = sampleVolume({
  status: 'in-use',
  attachments: [attachedTo('instance-1'), attachedTo('instance-2')],
})

test.each([
  ['available', undefined],
  ['in-use', undefined],
  ['attaching', { kind: 'changing', status: 'attaching' }],
  ['error', { kind: 'status', status: 'error' }],
  ['awaiting-transfer', { kind: 'status', status: 'awaiting-transfer' }],
])('a snapshot is taken of a volume that is at rest, in use or not: %s', (status, expected) => {
  expect(copyObstacle(sampleVolume({ status }), cinder('3.70'))).toEqual(expected)
})

test('force is asked for while a volume is in use, where Cinder is older than 3.66', () => {
  expect(needsForce(held, cinder('3.65'))).toBe(true)
  expect(needsForce(held, cinder('3.66'))).toBe(false)
  expect(needsForce(sampleVolume(), cinder('3.65'))).toBe(false)
})

test('a volume goes back only while nobody holds it, and on a cloud that knows how', () => {
  expect(revertObstacle(sampleVolume(), cinder('3.40'))).toBeUndefined()
  expect(revertObstacle(sampleVolume(), cinder('3.39'))).toEqual({
    kind: 'old-cinder',
    least: '3.40',
  })
  expect(revertObstacle(held, cinder('3.70'))).toEqual({ kind: 'attached', count: 2 })
  expect(revertObstacle(sampleVolume(), cinder('3.70', true))).toEqual({ kind: 'read-only-role' })
})

test('it goes back to the latest snapshot, of its own size and available', () => {
  const volume = sampleVolume({ sizeGiB: 10 })
  expect(revertToObstacle(volume, sampleSnapshot())).toBeUndefined()
  expect(revertToObstacle(volume, undefined)).toEqual({ kind: 'no-snapshots' })
  expect(revertToObstacle(volume, sampleSnapshot({ sizeGiB: 5 }))).toEqual({
    kind: 'snapshot-size',
    sizeGiB: 5,
  })
  expect(revertToObstacle(volume, sampleSnapshot({ status: 'error' }))).toEqual({
    kind: 'snapshot-status',
    status: 'error',
  })
})

test('a volume is offered to others while nobody holds it; an encrypted one since 3.70', () => {
  expect(createTransferObstacle(sampleVolume(), cinder('3.0'))).toBeUndefined()
  expect(createTransferObstacle(held, cinder('3.70'))).toEqual({ kind: 'attached', count: 2 })
  const secret = sampleVolume({ encrypted: true })
  expect(createTransferObstacle(secret, cinder('3.69'))).toEqual({ kind: 'encrypted' })
  expect(createTransferObstacle(secret, cinder('3.70'))).toBeUndefined()
})

test('only an offer can be taken back', () => {
  expect(isOnOffer(sampleVolume({ status: 'awaiting-transfer' }))).toBe(true)
  expect(isOnOffer(sampleVolume())).toBe(false)
})
