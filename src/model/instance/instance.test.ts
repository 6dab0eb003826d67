import { expect, test } from 'vitest'

import { type Instance, keepingSame } from './instance.ts'

const instance = (id: string, change: Partial<Instance> = {}): Instance => ({
  id,
  name: `node-${id}`,
  status: 'ACTIVE',
  taskState: null,
  availabilityZone: 'nova',
  host: null,
  locked: false,
  volumeIds: ['v-1', 'v-2'],
  projectId: 'p-1',
  createdAt: 0,
  ...change,
})
const listOf = (...instances: Instance[]) => new Map(instances.map((one) => [one.id, one]))

test('a list in which nothing changed stays the same list', () => {
  const before = listOf(instance('1'), instance('2'))
  expect(keepingSame(before, listOf(instance('1'), instance('2')))).toBe(before)
})

test.each<[string, Partial<Instance>]>([
  ['name', { name: 'other' }],
  ['status', { status: 'SHUTOFF' }],
  ['task', { taskState: 'rebooting' }],
  ['zone', { availabilityZone: null }],
  ['host', { host: 'compute-1' }],
  ['lock', { locked: true }],
  ['volumes', { volumeIds: ['v-1'] }],
  ['order of volumes', { volumeIds: ['v-2', 'v-1'] }],
  ['project', { projectId: null }],
  ['time', { createdAt: 1 }],
])('an instance with another %s is new, and the others stay the same objects', (_what, change) => {
  const before = listOf(instance('1'), instance('2'))
  const after = keepingSame(before, listOf(instance('1', change), instance('2')))
  expect(after).not.toBe(before)
  expect(after.get('1')).toMatchObject(change)
  expect(after.get('2')).toBe(before.get('2'))
})

test('an instance that came or went is noticed', () => {
  const before = listOf(instance('1'), instance('2'))
  expect([...keepingSame(before, listOf(instance('1'))).keys()]).toEqual(['1'])
  expect([...keepingSame(before, listOf(instance('1'), instance('3'))).keys()]).toEqual(['1', '3'])
})
