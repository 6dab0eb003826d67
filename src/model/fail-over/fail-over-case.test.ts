import { expect, test } from 'vitest'

import { sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import { failOverCase, isSamePlan, placed } from './fail-over-case.ts'
import type { FailOverPlan } from './fail-over.ts'

const old = sampleInstance({ id: 'old', host: 'c-1' })
const standby = sampleInstance({ id: 'new', host: 'c-2' })
const attachment = { id: 'a', device: '/dev/vdb', attachedAt: 0 }
const volume = sampleVolume({
  attachments: [{ ...attachment, instanceId: 'old', hostName: 'c-9' }],
})
const picture = {
  volume,
  instances: new Map([old, standby].map((one) => [one.id, one])),
  hosts: new Map([
    ['c-1', 'down'],
    ['c-2', 'up'],
    ['c-9', 'up'],
  ] as const),
}
const person = { readOnly: false, administrator: true, cloudCanShare: true }

test('both instances are seen with the state of the hosts that they are on', () => {
  expect(failOverCase(picture, 'old', 'new', person)).toMatchObject({
    volume,
    from: { instanceId: 'old', instance: old, hostState: 'down' },
    to: { instance: standby, hostState: 'up' },
    person,
  })
})

test('an instance that Nova does not list is on the host that Cinder noted', () => {
  const gone = { ...picture, instances: new Map([[standby.id, standby]]) }
  expect(failOverCase(gone, 'old', 'new', person).from).toMatchObject({
    instance: undefined,
    hostState: 'up',
  })
})

test('no standby is chosen yet, or it is gone', () => {
  expect(failOverCase(picture, 'old', undefined, person).to).toBeUndefined()
  expect(failOverCase(picture, 'old', 'nowhere', person).to).toBeUndefined()
})

test('a host that no service is known on is not up', () => {
  expect(placed(sampleInstance({ host: 'c-7' }), picture.hosts).hostState).not.toBe('up')
})

test('plans are the same when they do the same and ask for the same', () => {
  const plan: FailOverPlan = {
    steps: [{ act: 'attach', instanceId: 'new' }],
    left: undefined,
    ticks: [],
  }
  expect(isSamePlan(plan, structuredClone(plan))).toBe(true)
  expect(isSamePlan(plan, { ...plan, ticks: ['fenced'] })).toBe(false)
  expect(isSamePlan(plan, { ...plan, left: 'host-down' })).toBe(false)
})
