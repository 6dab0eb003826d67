import { expect, test } from 'vitest'

import { attachedTo, sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import type { AttachmentTask } from './attachment-work.ts'
import { heldVolumesOf, volumeIndex } from './held-volume.ts'

const node = sampleInstance({ id: 'a', volumeIds: ['disk', 'old', 'elsewhere'] })
const disk = sampleVolume({
  id: 'disk',
  name: 'disk',
  attachments: [attachedTo('a', '/dev/vdc'), attachedTo('b')],
})
const first = sampleVolume({ id: 'first', name: 'first', attachments: [attachedTo('a')] })
const free = sampleVolume({ id: 'old', name: 'old' })
const list = { volumes: [disk, first, free], complete: true }

const step = (
  volumeId: string,
  act: 'attach' | 'detach',
  progress: AttachmentTask['progress'],
): AttachmentTask => ({
  id: `${act} ${volumeId}`,
  volumeId,
  step: { act, instanceId: 'a' },
  progress,
})

const held = (tasks: AttachmentTask[] = [], complete = true) =>
  heldVolumesOf(node, volumeIndex({ ...list, complete }), tasks)

test('volumes are found by the instance that holds them', () => {
  const found = volumeIndex(list).byInstance
  expect(found.get('a')?.map(({ id }) => id)).toEqual(['disk', 'first'])
  expect(found.get('b')?.map(({ id }) => id)).toEqual(['disk'])
  expect(found.get('nobody')).toBeUndefined()
})

test('an instance’s volumes come by device, with how many hold each', () => {
  expect(held().map(({ name, device, holders }) => [name, device, holders])).toEqual([
    ['first', '/dev/vdb', 1],
    ['disk', '/dev/vdc', 2],
    ['elsewher', null, 1],
  ])
})

test('what Nova remembers and Cinder does not is not shown; what Cinder’s list lacks is', () => {
  const names = held().map(({ volumeId, nameless }) => [volumeId, nameless])
  expect(names).not.toContainEqual(['old', undefined])
  expect(names).toContainEqual(['elsewhere', 'not-visible'])
  expect(held([], false)).toContainEqual(expect.objectContaining({ nameless: 'loading' }))
})

test('what is under way shows; an attempt that failed does not', () => {
  const tasks = [
    step('disk', 'detach', { state: 'working' }),
    step('old', 'attach', { state: 'failed', failure: { kind: 'undone', message: null } }),
  ]
  expect(Object.fromEntries(held(tasks).map(({ volumeId, state }) => [volumeId, state]))).toEqual({
    disk: 'detaching',
    first: 'attached',
    elsewhere: 'attached',
  })
})
