import { expect, test } from 'vitest'

import { attachedTo, sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import { filterInstances, type InstanceFilter } from './instance-filter.ts'

const shared = sampleVolume({
  id: 'v-1',
  name: 'cluster-data',
  attachments: [attachedTo('a'), attachedTo('b')],
})
const own = sampleVolume({ id: 'v-2', name: 'own', attachments: [attachedTo('c')] })
const rows = [
  { instance: sampleInstance({ id: 'a', name: 'node-10', createdAt: 1 }), volumes: [shared] },
  { instance: sampleInstance({ id: 'b', name: 'node-9', host: 'cn-7' }), volumes: [shared] },
  { instance: sampleInstance({ id: 'c', name: 'web', status: 'SHUTOFF' }), volumes: [own] },
  { instance: sampleInstance({ id: 'd', name: '', availabilityZone: 'az-2' }), volumes: [] },
]

test.each<[InstanceFilter, string]>([
  [{}, 'abcd'],
  [{ text: 'NODE' }, 'ab'],
  [{ text: 'cluster' }, 'ab'],
  [{ text: 'cn-7' }, 'b'],
  [{ text: 'az-2' }, 'd'],
  [{ status: 'SHUTOFF' }, 'c'],
  [{ volume: 'own' }, 'c'],
  [{ volume: 'v-1' }, 'ab'],
  [{ sharing: true }, 'ab'],
  [{ sharing: true, text: '9' }, 'b'],
])('%j lets through %s', (filter, expected) => {
  expect(
    filterInstances(rows, filter)
      .map(({ instance }) => instance.id)
      .join(''),
  ).toBe(expected)
})
