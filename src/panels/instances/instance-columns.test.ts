import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'

import type { InstanceWithVolumes } from '#src/model/instance/instance-filter.ts'
import { attachedTo, sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'
import { standardColumns } from '#src/parts/table/standard-columns.tsx'
import { sortRows } from '#src/ui/table/column.ts'

import { instanceColumns } from './instance-columns.tsx'

beforeAll(() => i18next.init({ lng: 'en' }))

const shared = sampleVolume({ id: 'v-1', attachments: [attachedTo('a'), attachedTo('b')] })
const own = sampleVolume({ id: 'v-2', attachments: [attachedTo('c')] })
const rows = [
  { instance: sampleInstance({ id: 'a', name: 'node-10', createdAt: 1 }), volumes: [shared] },
  { instance: sampleInstance({ id: 'b', name: 'node-9', host: 'cn-7' }), volumes: [shared, own] },
  { instance: sampleInstance({ id: 'c', name: 'web', createdAt: 3 }), volumes: [own] },
  { instance: sampleInstance({ id: 'd', name: '', createdAt: 5 }), volumes: [] },
]

const columns = (administrator: boolean) =>
  instanceColumns(
    standardColumns<InstanceWithVolumes>(i18next.getFixedT('en', 'ui'), 'en'),
    i18next.getFixedT('en', 'instances'),
    { administrator, onOpen: () => {} },
  )
const order = (id: string) =>
  sortRows(rows, columns(true), { id, descending: false })
    .map(({ instance }) => instance.id)
    .join('')

test('instances are ordered as people order names, by the number of their volumes, and by age', () => {
  expect(order('name')).toBe('dbac')
  expect(order('volumes')).toBe('dacb')
  expect(order('created')).toBe('bacd')
})

const hasHost = (administrator: boolean) => columns(administrator).some(({ id }) => id === 'host')

test('only an administrator has the column of hosts, since Nova tells hosts to nobody else', () => {
  expect([hasHost(true), hasHost(false)]).toEqual([true, false])
})
