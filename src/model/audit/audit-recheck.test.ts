import { expect, test } from 'vitest'

import { byId } from '#src/model/testing/random-audit-cloud.ts'
import { sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import {
  type AuditCloud,
  auditOf,
  type CinderAttachment,
  nothingUntold,
} from './attachment-audit.ts'
import type { Remedy } from './attachment-remedy.ts'
import { filterAudit, inAuditOrder, tallyOfVerdicts } from './audit-filter.ts'
import { type RecheckResult, standingOf, withLook } from './audit-recheck.ts'

const options = { now: 10_000_000, stuckAfterMs: 900_000 }
const capabilities = { microversions: { volume: null, compute: null } }
const volume = sampleVolume({ id: 'v', status: 'in-use', name: 'ledger' })
const instance = sampleInstance({ id: 'i', host: 'compute-1' })
const record: CinderAttachment = {
  id: 'a',
  volumeId: 'v',
  instanceId: 'i',
  status: 'attached',
  mode: 'rw',
  attachedAt: 5,
}
const cloud: AuditCloud = {
  volumes: byId([volume]),
  attachments: byId([record]),
  instances: byId([instance]),
  devices: new Map(),
  untold: nothingUntold,
}
const remedy: Remedy = { act: 'delete-attachment', attachmentId: 'a', volumeId: 'v' }
const before = { id: 'a', verdict: 'only-in-cinder', remedy } as const
const look = (given: Partial<RecheckResult> = {}): RecheckResult => ({
  volumeId: 'v',
  volume,
  attachments: [record],
  instances: new Map([['i', { instance, devices: [] }]]),
  ...given,
})
const standing = (seen: RecheckResult) =>
  standingOf(before, withLook(cloud, seen), options, capabilities)

test('a finding stands that a second look sees again', () => {
  expect(standing(look())).toMatchObject({ stands: true, remedy })
})

test('it does not stand when Nova has the device by now', () => {
  const device = { instanceId: 'i', volumeId: 'v', device: '/dev/vdb', attachmentId: 'a' }
  const seen = look({ instances: new Map([['i', { instance, devices: [device] }]]) })
  expect(standing(seen)).toMatchObject({ stands: false, row: { verdict: 'agreed' } })
})

test('it does not stand when the attachment or the instance is gone by now', () => {
  expect(standing(look({ attachments: [] }))).toEqual({ stands: false, row: undefined })
  expect(standing(look({ instances: new Map([['i', null]]) }))).toMatchObject({
    stands: false,
    row: { verdict: 'instance-gone' },
  })
})

test('it does not stand when the instance is just being changed', () => {
  const busy = { ...instance, taskState: 'migrating' }
  const seen = look({ instances: new Map([['i', { instance: busy, devices: [] }]]) })
  expect(standing(seen)).toMatchObject({ stands: false, row: { verdict: 'only-in-cinder' } })
})

test('a volume that is gone takes its attachments with it', () => {
  const after = withLook(cloud, look({ volume: null, attachments: [] }))
  expect(after).toMatchObject({ volumes: new Map(), attachments: new Map() })
})

test('rows are found by names, ids, host, project and verdict; what agrees is left out unless it is asked for', () => {
  const rows = auditOf(cloud, options)
  const found = (filter: Parameters<typeof filterAudit>[1]) => filterAudit(rows, filter).length
  expect(found({})).toBe(1)
  expect(found({ text: 'LEDG' })).toBe(1)
  expect(found({ text: 'compute-1', host: 'compute-1', projectId: 'project-1' })).toBe(1)
  expect(found({ verdict: 'stuck' })).toBe(0)
  const agreed = auditOf(
    { ...cloud, instances: byId([{ ...instance, volumeIds: ['v'] }]) },
    options,
  )
  expect([filterAudit(agreed, {}), filterAudit(agreed, { agreed: true })]).toEqual([[], agreed])
  expect(tallyOfVerdicts([...rows, ...agreed])).toMatchObject({ 'only-in-cinder': 1, agreed: 1 })
  expect(inAuditOrder([...agreed, ...rows]).map(({ verdict }) => verdict)).toEqual([
    'only-in-cinder',
    'agreed',
  ])
})
