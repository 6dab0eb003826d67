import { expect, test } from 'vitest'

import type { Instance } from '#src/model/instance/instance.ts'
import { attachedTo, sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import { instanceObstacle, isOnlyDoubt, letGoObstacle, volumeObstacle } from './attach-obstacle.ts'

const shareable = sampleVolume({ shareable: true })

test.each<[string, Partial<Instance>, string | undefined]>([
  ['one that runs', {}, undefined],
  ['one that is shut off', { status: 'SHUTOFF' }, undefined],
  ['one that is paused', { status: 'PAUSED' }, undefined],
  ['one that is being built', { status: 'BUILD' }, 'building'],
  ['one in error', { status: 'ERROR' }, 'error'],
  ['one that is shelved off its host', { status: 'SHELVED_OFFLOADED' }, 'shelved-offloaded'],
  ['one in a state that nobody heard of', { status: 'DREAMING' }, 'wrong-state'],
  ['one that is just rebooting', { taskState: 'rebooting' }, 'busy'],
  ['a locked one', { locked: true }, 'locked'],
  ['one that has it already', { volumeIds: ['volume-1'] }, 'already-attached'],
  ['one in another zone', { availabilityZone: 'az-2' }, 'other-zone'],
  ['one of another project', { projectId: 'project-2' }, 'other-project'],
])('%s', (_, given, expected) => {
  expect(instanceObstacle(shareable, sampleInstance(given), { administrator: false })).toBe(
    expected,
  )
})

test('a lock does not keep an administrator out', () => {
  const locked = sampleInstance({ locked: true })
  expect(instanceObstacle(shareable, locked, { administrator: true })).toBeUndefined()
})

test('a plain volume goes to an instance that is shelved off its host', () => {
  const shelved = sampleInstance({ status: 'SHELVED_OFFLOADED' })
  expect(instanceObstacle(sampleVolume(), shelved, { administrator: false })).toBeUndefined()
})

test.each<[string, Partial<Instance>, string | undefined]>([
  ['one that runs', {}, undefined],
  ['one that is shelved off its host', { status: 'SHELVED_OFFLOADED' }, undefined],
  ['one that is suspended', { status: 'SUSPENDED' }, 'wrong-state'],
  ['one in error', { status: 'ERROR' }, 'error'],
  ['one that is just rebooting', { taskState: 'rebooting' }, 'busy'],
  ['a locked one', { locked: true }, 'locked'],
])('%s lets a volume go as Nova does', (_, given, expected) => {
  const person = { administrator: false }
  expect(letGoObstacle(sampleInstance(given), '/dev/vdb', person)).toBe(expected)
})

test.each(['/dev/vda', '/dev/sda', '/dev/xvda', '/dev/hda'])(
  'what an instance has as %s it was started from, and keeps, also from administrators',
  (device) => {
    const shelved = sampleInstance({ status: 'SHELVED_OFFLOADED' })
    expect(letGoObstacle(shelved, device, { administrator: true })).toBe('root-device')
    expect(letGoObstacle(undefined, device, { administrator: true })).toBe('root-device')
  },
)

test('a lock keeps no administrator from detaching; an instance that is not known is tried', () => {
  const locked = sampleInstance({ locked: true })
  expect(letGoObstacle(locked, '/dev/vdb', { administrator: true })).toBeUndefined()
  expect(letGoObstacle(undefined, null, { administrator: false })).toBeUndefined()
})

test('another zone and another project are doubts and no more', () => {
  expect(isOnlyDoubt('other-zone')).toBe(true)
  expect(isOnlyDoubt('other-project')).toBe(true)
  expect(isOnlyDoubt('error')).toBe(false)
})

const anybody = { readOnly: false, cloudCanShare: true }

test('a shareable volume in use takes another instance, a plain one does not', () => {
  const inUse = { status: 'in-use', attachments: [attachedTo('i-1')] }
  expect(volumeObstacle(sampleVolume({ ...inUse, shareable: true }), anybody)).toBeUndefined()
  expect(volumeObstacle(sampleVolume(inUse), anybody)).toEqual({ kind: 'not-shareable' })
})

test('a volume that is just changing is waited for; one in error takes nobody', () => {
  expect(volumeObstacle({ ...shareable, status: 'attaching' }, anybody)).toBeUndefined()
  expect(volumeObstacle({ ...shareable, status: 'error' }, anybody)).toEqual({
    kind: 'status',
    status: 'error',
  })
})

test('who may only read, attaches nothing; nor does a cloud that is too old share', () => {
  expect(volumeObstacle(shareable, { ...anybody, readOnly: true })).toEqual({
    kind: 'read-only-role',
  })
  expect(volumeObstacle(shareable, { ...anybody, cloudCanShare: false })).toEqual({
    kind: 'old-cloud',
  })
})
