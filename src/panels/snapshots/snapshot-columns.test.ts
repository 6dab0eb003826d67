import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'

import type { VolumeNames } from '#src/model/snapshot/snapshot-filter.ts'
import type { Snapshot } from '#src/model/snapshot/snapshot.ts'
import { sampleSnapshot } from '#src/model/testing/sample-snapshot.ts'
import { standardColumns } from '#src/parts/table/standard-columns.tsx'
import { sortRows } from '#src/ui/table/column.ts'
import { exportColumns } from '#src/ui/table/table-export.ts'

import { snapshotColumns } from './snapshot-columns.tsx'

beforeAll(() => i18next.init({ lng: 'en' }))

const names = new Map([
  ['volume-1', 'orders'],
  ['volume-2', 'billing'],
])
const monday = sampleSnapshot({ id: 'a', name: 'monday', createdAt: 1 })
const tuesday = sampleSnapshot({ id: 'b', name: 'tuesday', createdAt: 2 })
const other = sampleSnapshot({ id: 'c', name: '', createdAt: 3, volumeId: 'volume-2' })
const all = [monday, tuesday, other]

const columns = (known: VolumeNames) =>
  snapshotColumns(
    standardColumns<Snapshot>(i18next.getFixedT('en', 'ui'), 'en'),
    i18next.getFixedT('en', 'snapshots'),
    known,
  )
const byVolume = { id: 'volumeName', descending: false }

test('snapshots are ordered by the names of their volumes, or by their ids where no name is known', () => {
  expect(sortRows(all, columns(names), byVolume)).toEqual([other, monday, tuesday])
  expect(sortRows(all, columns(new Map()), byVolume)).toEqual([monday, tuesday, other])
})

test('a time is exported as a time, and the actions not at all', () => {
  const exported = exportColumns(columns(names), ['size'])
  expect(exported.map(({ id }) => id)).toEqual([
    'name',
    'description',
    'status',
    'volumeName',
    'created',
  ])
  expect(exported.at(-1)?.value(monday)).toEqual(new Date(1))
})
