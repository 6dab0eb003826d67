import fc from 'fast-check'
import { expect, test } from 'vitest'

import { sampleVolume } from '#src/model/testing/sample-volume.ts'

import {
  changingIn,
  caughtUp,
  newestChange,
  reconciled,
  type VolumeList,
  withoutVolumes,
  withVolume,
  withVolumes,
} from './volume-list.ts'

const list = (...ids: string[]): VolumeList => ({
  volumes: ids.map((id) => sampleVolume({ id, updatedAt: 10 })),
  total: ids.length,
  complete: true,
})
const ids = ({ volumes }: VolumeList) => volumes.map(({ id }) => id)

test('a new volume comes first and is counted', () => {
  const after = withVolume(list('b', 'a'), sampleVolume({ id: 'c' }))
  expect(ids(after)).toEqual(['c', 'b', 'a'])
  expect(after.total).toBe(3)
})

test('a known volume changes in its place', () => {
  const after = withVolume(
    list('b', 'a'),
    sampleVolume({ id: 'a', status: 'in-use', updatedAt: 11 }),
  )
  expect(after.volumes.map(({ status }) => status)).toEqual(['available', 'in-use'])
})

test('what was read earlier does not undo what is known', () => {
  const known = list('a')
  expect(withVolume(known, sampleVolume({ id: 'a', status: 'creating', updatedAt: 9 }))).toBe(known)
})

const statuses = ({ volumes }: VolumeList) => volumes.map(({ status }) => status)

test('of two looks within one second, the later one counts: Cinder’s times are whole seconds', () => {
  const later = sampleVolume({ id: 'a', status: 'in-use', updatedAt: 10 })
  const inUse = ['in-use']
  expect(statuses(withVolume(list('a'), later))).toEqual(inUse)
  expect(statuses(withVolumes(list('a'), [later]))).toEqual(inUse)
  const before = list('a')
  const now = withVolume(before, later)
  expect(statuses(reconciled(before, now, list('a')))).toEqual(['available'])
})

test('a volume that is gone is not counted any more', () => {
  const after = withoutVolumes(list('b', 'a'), new Set(['b']))
  expect(ids(after)).toEqual(['a'])
  expect(after.total).toBe(1)
})

test('a slow reading neither loses what was created meanwhile nor brings back what was deleted', () => {
  const before = list('b', 'a')
  const now = withoutVolumes(withVolume(before, sampleVolume({ id: 'c' })), new Set(['a']))
  expect(ids(reconciled(before, now, list('b', 'a')))).toEqual(['c', 'b'])
})

test('a reading brings what others created, and drops what they deleted', () => {
  const before = list('b', 'a')
  const now = withVolumes(before, [sampleVolume({ id: 'b', status: 'in-use', updatedAt: 11 })])
  const after = reconciled(before, now, list('d', 'b'))
  expect(ids(after)).toEqual(['d', 'b'])
  expect(after.volumes.at(1)?.status).toBe('in-use')
})

test('no id is ever there twice', () => {
  const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  fc.assert(
    fc.property(some, some, some, (first, second, third) => {
      const after = reconciled(list(...first), list(...second), list(...third))
      expect(new Set(ids(after)).size).toBe(after.volumes.length)
    }),
  )
})

test('volumes whose status passes, and those that are being moved, are watched', () => {
  const volumes = [
    sampleVolume({ id: 'a' }),
    sampleVolume({ id: 'b', status: 'attaching' }),
    sampleVolume({ id: 'c', migrationStatus: 'migrating' }),
    sampleVolume({ id: 'd', migrationStatus: 'success' }),
  ]
  expect(ids({ volumes: changingIn({ volumes, complete: true }), complete: true })).toEqual([
    'b',
    'c',
  ])
})

test('a list that nothing happened to stays the one it is', () => {
  const known = list('b', 'a')
  expect(caughtUp(known, [sampleVolume({ id: 'b', updatedAt: 10 })], 2)).toBe(known)
})

test('what changed since is taken over, and the others stay the objects they were', () => {
  const known = list('b', 'a')
  const after = caughtUp(
    known,
    [
      sampleVolume({ id: 'c', updatedAt: 12 }),
      sampleVolume({ id: 'a', status: 'in-use', updatedAt: 11 }),
    ],
    3,
  )
  expect(after && ids(after)).toEqual(['c', 'b', 'a'])
  expect(after?.volumes.at(1)).toBe(known.volumes[0])
  expect(after?.volumes.at(2)?.status).toBe('in-use')
})

test('a volume that was deleted shows in the count alone, and asks for a whole reading', () => {
  expect(caughtUp(list('b', 'a'), [], 1)).toBeUndefined()
})

test('one deleted and one made at the same time are both noticed', () => {
  // The new one is in the answer, the other in no answer: 3 are known then, and the cloud counts 2.
  expect(caughtUp(list('b', 'a'), [sampleVolume({ id: 'c', updatedAt: 12 })], 2)).toBeUndefined()
})

test('the newest change is that of any volume, made or changed', () => {
  const changed = sampleVolume({ id: 'a', createdAt: 1, updatedAt: 20 })
  const made = sampleVolume({ id: 'b', createdAt: 30, updatedAt: null })
  expect(newestChange({ volumes: [changed, made], complete: true })).toBe(30)
  expect(newestChange({ volumes: [], complete: true })).toBeUndefined()
})

test('volumes that could not be read are counted when the list is caught up', () => {
  const odd = { id: 'x', name: null, why: 'size' }
  const known = { ...list('a'), flaws: { unread: [odd], cutShort: false } }
  expect(caughtUp(known, [], 2)?.volumes).toHaveLength(1)
  expect(caughtUp(known, [], 1)).toBeUndefined()
})
