import { expect, test } from 'vitest'

import { attachedTo, sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'
import type { Volume } from '#src/model/volume/volume.ts'

import { gapsIn, shareableVolumes, sharingCells, sharingMatrix } from './sharing-matrix.ts'

const disk = (name: string, ...holders: string[]): Volume =>
  sampleVolume({
    id: `id-${name}`,
    name,
    shareable: true,
    attachments: holders.map((id) => attachedTo(id)),
  })

const known = (...names: string[]) =>
  new Map(
    names.map((name) => [
      name,
      sampleInstance({ id: name, name, availabilityZone: name < 'm' ? 'az-1' : 'az-2' }),
    ]),
  )

const cluster = known('a', 'b', 'c', 'd', 'x', 'y')

/** Gaps as `volume: instances`, for reading. */
const told = (volumes: readonly Volume[], instances: Parameters<typeof gapsIn>[1] = cluster) =>
  [...gapsIn(volumes, instances)].map(
    ([id, lacking]) => `${id.slice(3)}: ${[...lacking.keys()].join(' ')}`,
  )

test.each<[string, Volume[], string[]]>([
  [
    'the third node of a cluster lacks one',
    [disk('data', 'a', 'b', 'c'), disk('quorum', 'a', 'b')],
    ['quorum: c'],
  ],
  ['of two nodes the other lacks it', [disk('data', 'a', 'b'), disk('logs', 'a')], ['logs: b']],
  ['one of three is no habit', [disk('data', 'a', 'b', 'c'), disk('own', 'a')], []],
  ['half is not most', [disk('data', 'a', 'b', 'c', 'd', 'x'), disk('half', 'a', 'b')], []],
  ['each holds all', [disk('data', 'a', 'b'), disk('quorum', 'a', 'b')], []],
  [
    'two clusters have nothing to do with each other',
    [disk('one', 'a', 'b'), disk('two', 'x', 'y')],
    [],
  ],
  ['a volume that nobody else holds tells nothing', [disk('alone', 'a'), disk('other', 'b')], []],
])('%s', (_, volumes, expected) => {
  expect(told(volumes)).toEqual(expected)
})

test('a node of two clusters is held against each by itself', () => {
  const volumes = [disk('one', 'a', 'b', 'c'), disk('two', 'c', 'x', 'y'), disk('three', 'x', 'y')]
  expect(told(volumes)).toEqual(['three: c'])
})

test('an instance that is gone lacks nothing, and proves nothing', () => {
  const volumes = [disk('data', 'a', 'gone'), disk('logs', 'a'), disk('more', 'gone')]
  expect(told(volumes)).toEqual([])
})

test('a gap says through which volume, and how many of the others hold it', () => {
  const data = disk('data', 'a', 'b', 'c', 'd')
  const lacking = gapsIn([data, disk('quorum', 'a', 'b')], cluster).get('id-quorum')
  expect(lacking?.get('d')).toEqual({ through: data, holding: 2, others: 3 })
})

test('only what can be shared is a row, by name', () => {
  const volumes = [disk('disk-10'), disk('disk-9', 'a'), sampleVolume({ name: 'plain' })]
  expect(shareableVolumes(volumes).map(({ name }) => name)).toEqual(['disk-9', 'disk-10'])
})

const matrix = (filter: Parameters<typeof sharingMatrix>[3], volumes = shared) => {
  const {
    volumes: rows,
    instances,
    gapCount,
  } = sharingMatrix(volumes, cluster, gapsIn(volumes, cluster), filter)
  return {
    rows: rows.map(({ name }) => name).join(' '),
    columns: instances.map(({ name }) => name).join(' '),
    gapCount,
  }
}
const shared = [disk('data', 'a', 'b', 'c'), disk('quorum', 'a', 'b'), disk('spare')]

test.each<[string, Parameters<typeof sharingMatrix>[3], ReturnType<typeof matrix>]>([
  ['nothing asked for', {}, { rows: 'data quorum spare', columns: 'a b c', gapCount: 1 }],
  [
    'one volume: its holders, and who lacks it',
    { volume: 'quorum' },
    { rows: 'quorum', columns: 'a b c', gapCount: 1 },
  ],
  ['a volume that nobody holds', { volume: 'spare' }, { rows: 'spare', columns: '', gapCount: 0 }],
  [
    'an instance that holds nothing, by name',
    { instance: 'x' },
    { rows: 'data quorum spare', columns: 'x', gapCount: 0 },
  ],
  ['a zone', { zone: 'az-2' }, { rows: 'data quorum spare', columns: '', gapCount: 0 }],
  ['gaps only', { gaps: true }, { rows: 'quorum', columns: 'a b c', gapCount: 1 }],
])('what is shown: %s', (_, filter, expected) => {
  expect(matrix(filter)).toEqual(expected)
})

test('a cell tells what is, what is under way, what failed and what lacks', () => {
  const quorum = disk('quorum', 'a', 'b')
  const lacking = gapsIn([disk('data', 'a', 'b', 'c'), quorum], cluster).get('id-quorum')
  const cellOf = sharingCells(quorum, lacking, [
    {
      id: '1',
      volumeId: quorum.id,
      step: { act: 'detach', instanceId: 'b' },
      progress: { state: 'working' },
    },
    {
      id: '2',
      volumeId: quorum.id,
      step: { act: 'attach', instanceId: 'x' },
      progress: { state: 'failed', failure: { kind: 'undone', message: null } },
    },
  ])
  expect(cellOf('a')).toMatchObject({ state: 'attached', device: '/dev/vdb' })
  expect(cellOf('b').state).toBe('detaching')
  expect(cellOf('c')).toMatchObject({ state: 'none', gap: { holding: 2, others: 2 } })
  expect(cellOf('x')).toMatchObject({ state: 'failed', task: { id: '2' } })
  expect(cellOf('y')).toEqual({ state: 'none', device: null, gap: undefined, task: undefined })
})

test('of 200 volumes on 200 instances, each of which lacks another one, all gaps are found', () => {
  const names = Array.from({ length: 200 }, (_, n) => `node-${n}`)
  const volumes = names.map((_, n) =>
    disk(`disk-${n}`, ...names.filter((__, place) => place !== n)),
  )
  const { gapCount } = sharingMatrix(volumes, known(...names), gapsIn(volumes, known(...names)))
  expect(gapCount).toBe(200)
})
