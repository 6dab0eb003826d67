import { expect, test } from 'vitest'

import { attachedTo, sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import { type AttachmentRecord, attachmentRows } from './attachment-record.ts'

const instances = new Map([
  ['i-1', sampleInstance({ id: 'i-1', name: 'db-1' })],
  ['i-2', sampleInstance({ id: 'i-2', name: 'db-2' })],
])
const record = (given: Partial<AttachmentRecord>): AttachmentRecord => ({
  id: 'a',
  instanceId: 'i-2',
  status: 'reserved',
  mode: null,
  attachedAt: null,
  ...given,
})
const held = attachedTo('i-1')
const volume = sampleVolume({ attachments: [held] })
const rows = (records: AttachmentRecord[]) => attachmentRows(volume, records, instances, [])

test('a holder has the mode of Cinder’s record', () => {
  const own = record({ id: held.id, instanceId: 'i-1', status: 'attached', mode: 'ro' })
  expect(rows([own])).toMatchObject([{ name: 'db-1', mode: 'ro', state: 'attached' }])
  expect(rows([])).toMatchObject([{ name: 'db-1', mode: null }])
})

test.each([
  ['reserved', 'attaching'],
  ['attaching', 'attaching'],
  ['detaching', 'detaching'],
  ['error_attaching', 'failed'],
  ['odd', 'attaching'],
])('one that only the records know and that is %s shows as %s', (status, state) => {
  expect(rows([record({ status })]).slice(1)).toMatchObject([{ name: 'db-2', state }])
})

test('one of a host, whose name no record tells, is called by the first part of its id', () => {
  const [, ofHost] = rows([record({ id: 'd2f7b0c1-0000', instanceId: null })])
  expect(ofHost).toMatchObject({ name: 'd2f7b0c1', nameless: 'host' })
})

test('what the volume tells itself is not told twice, nor what ended meanwhile', () => {
  expect(rows([record({ instanceId: 'i-1' })])).toHaveLength(1)
  expect(rows([record({ id: held.id, instanceId: null })])).toHaveLength(1)
  expect(rows([record({ status: 'attached' })])).toHaveLength(1)
})
