import { expect, test } from 'vitest'

import { attachedTo, sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import { filterVolumes, projectNameOf, type VolumeFilter } from './volume-filter.ts'

const volumes = [
  sampleVolume({ id: 'v-quorum', name: 'quorum-disk', shareable: true, status: 'in-use' }),
  sampleVolume({
    id: 'v-shared',
    name: 'gfs2',
    shareable: true,
    status: 'in-use',
    attachments: [attachedTo('i-1'), attachedTo('i-2')],
  }),
  sampleVolume({
    id: 'v-db',
    name: 'data',
    status: 'in-use',
    groupId: 'g-1',
    attachments: [attachedTo('i-3')],
  }),
  sampleVolume({ id: 'v-none', name: '', description: 'Scratch space' }),
]
const instances = new Map(
  [
    sampleInstance({ id: 'i-1', name: 'node-01' }),
    sampleInstance({ id: 'i-2', name: 'node-02' }),
    sampleInstance({ id: 'i-3', name: 'db-1' }),
  ].map((instance) => [instance.id, instance]),
)
const found = (filter: VolumeFilter) =>
  filterVolumes(volumes, filter, instances).map(({ id }) => id)

test('without a choice all volumes are shown', () => {
  expect(filterVolumes(volumes, {}, instances)).toBe(volumes)
})

test.each<[string, VolumeFilter, string[]]>([
  ['by name, whatever the case', { text: 'QUORUM' }, ['v-quorum']],
  ['by description', { text: 'scratch' }, ['v-none']],
  ['by id', { text: 'v-db' }, ['v-db']],
  ['by the name of an instance that holds it', { text: 'node-02' }, ['v-shared']],
  ['by instance alone', { instance: 'db' }, ['v-db']],
  ['that are shareable', { shareable: true }, ['v-quorum', 'v-shared']],
  ['that several instances share', { shared: true }, ['v-shared']],
  ['of a group', { group: 'g-1' }, ['v-db']],
  ['of a status', { status: 'available' }, ['v-none']],
  ['by several choices at once', { shareable: true, text: 'node' }, ['v-shared']],
])('volumes are found %s', (_, filter, expected) => {
  expect(found(filter)).toEqual(expected)
})

test('volumes of all projects are found by the name of their project, and chosen by project and host', () => {
  const ours = sampleVolume({ id: 'v-ours', projectId: 'p-1', host: 'vm@a#a' })
  const theirs = sampleVolume({ id: 'v-theirs', projectId: 'p-2', host: 'vm@b#b' })
  const names = new Map([['p-2', 'Research']])
  const chosen = (filter: VolumeFilter) =>
    filterVolumes([ours, theirs], filter, instances, names).map(({ id }) => id)
  expect(chosen({ text: 'resea' })).toEqual(['v-theirs'])
  expect(chosen({ project: 'p-1' })).toEqual(['v-ours'])
  expect(chosen({ host: 'vm@b#b' })).toEqual(['v-theirs'])
  expect(projectNameOf(theirs, names)).toBe('Research')
  expect(projectNameOf(ours, names)).toBe('p-1')
})
