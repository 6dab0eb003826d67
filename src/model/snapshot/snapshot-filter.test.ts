import { expect, test } from 'vitest'

import { sampleSnapshot } from '#src/model/testing/sample-snapshot.ts'

import { filterSnapshots } from './snapshot-filter.ts'
import { latestSnapshotOf } from './snapshot.ts'

const names = new Map([
  ['volume-1', 'orders'],
  ['volume-2', 'billing'],
])
const monday = sampleSnapshot({ id: 'a', name: 'monday', createdAt: 1 })
const tuesday = sampleSnapshot({ id: 'b', name: 'tuesday', createdAt: 2, status: 'creating' })
const other = sampleSnapshot({ id: 'c', name: '', createdAt: 3, volumeId: 'volume-2' })
const all = [monday, tuesday, other]

test.each([
  [{ text: 'MON' }, [monday]],
  [{ text: 'billing' }, [other]],
  [{ text: 'volume-1' }, [monday, tuesday]],
  [{ status: 'creating' }, [tuesday]],
  [{ volumeId: 'volume-2' }, [other]],
  [{}, all],
])('%o finds what it says', (filter, expected) => {
  expect(filterSnapshots(all, filter, names)).toEqual(expected)
})

test('the latest snapshot of a volume is the one taken last', () => {
  expect(latestSnapshotOf(all, 'volume-1')).toBe(tuesday)
  expect(latestSnapshotOf(all, 'volume-3')).toBeUndefined()
})
