import { expect, test } from 'vitest'

import { attachedTo, sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import type { AttachmentTask } from './attachment-work.ts'
import { holdersOf } from './holder.ts'

const node = sampleInstance({ id: 'i-1', name: 'node-01' })
const instances = new Map([[node.id, node]])

test('a holder has its instance’s name', () => {
  const volume = sampleVolume({ attachments: [attachedTo('i-1', '/dev/vdc')] })
  expect(holdersOf(volume, instances)).toMatchObject([
    { name: 'node-01', device: '/dev/vdc', state: 'attached', nameless: undefined },
  ])
})

test('an instance that is gone, or of another project, is shown by its short id', () => {
  const volume = sampleVolume({ attachments: [attachedTo('0a1b2c3d-gone')] })
  expect(holdersOf(volume, instances)).toMatchObject([
    { name: '0a1b2c3d', nameless: 'not-visible' },
  ])
})

test('while names are read, ids stand in their place', () => {
  const volume = sampleVolume({ attachments: [attachedTo('0a1b2c3d-later')] })
  expect(holdersOf(volume, 'loading')).toMatchObject([{ name: '0a1b2c3d', nameless: 'loading' }])
  expect(holdersOf(volume, 'unavailable')).toMatchObject([{ nameless: 'unavailable' }])
})

test('a volume that a host holds names the host', () => {
  const held = { ...attachedTo(''), instanceId: null, hostName: 'storage-1' }
  expect(holdersOf(sampleVolume({ attachments: [held] }), instances)).toMatchObject([
    { name: 'storage-1', nameless: 'host' },
  ])
})

test('a host whose name Cinder does not tell is called by the first part of the attachment’s id', () => {
  const id = 'd2f7b0c1-0000-4000-8000-000000000000'
  for (const hostName of [null, '']) {
    const held = { ...attachedTo(''), id, instanceId: null, hostName }
    expect(holdersOf(sampleVolume({ attachments: [held] }), instances)).toMatchObject([
      { name: 'd2f7b0c1', nameless: 'host' },
    ])
  }
})

const task = (
  act: 'attach' | 'detach',
  instanceId: string,
  progress: AttachmentTask['progress'],
): AttachmentTask => ({
  id: `${act}-${instanceId}`,
  volumeId: 'v',
  step: { act, instanceId },
  progress,
})

test('what is being made or undone shows in its state; an attempt that failed makes no holder', () => {
  const volume = sampleVolume({ attachments: [attachedTo('i-1')] })
  const tasks = [
    task('detach', 'i-1', { state: 'working' }),
    task('attach', 'i-2', { state: 'waiting' }),
    task('attach', 'i-3', { state: 'failed', failure: { kind: 'unfinished', afterMs: 1 } }),
    task('attach', 'i-4', { state: 'attached', device: null }),
  ]
  expect(holdersOf(volume, instances, tasks).map((one) => [one.instanceId, one.state])).toEqual([
    ['i-1', 'detaching'],
    ['i-2', 'attaching'],
  ])
})
