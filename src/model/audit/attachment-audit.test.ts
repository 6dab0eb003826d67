import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Capabilities } from '#src/model/cloud/microversion.ts'
import {
  agreedCloud,
  auditedAt,
  byId,
  randomCloud,
  repaired,
  stuckAfterMs,
} from '#src/model/testing/random-audit-cloud.ts'
import { sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import {
  type AuditCloud,
  auditOf,
  type AuditRow,
  type CinderAttachment,
  nothingUntold,
  isPassingStatus,
} from './attachment-audit.ts'
import { isSameRemedy, remedyOf } from './attachment-remedy.ts'
import { isFinding } from './audit-verdict.ts'

const options = { now: auditedAt, stuckAfterMs }
const long = auditedAt - 2 * stuckAfterMs
const capabilities: Capabilities = {
  microversions: {
    volume: { min: { major: 3, minor: 0 }, max: { major: 3, minor: 70 } },
    compute: { min: { major: 2, minor: 1 }, max: { major: 2, minor: 93 } },
  },
}
const old: Capabilities = {
  microversions: {
    ...capabilities.microversions,
    compute: { min: { major: 2, minor: 1 }, max: { major: 2, minor: 88 } },
  },
}

const record = (given: Partial<CinderAttachment> = {}): CinderAttachment => ({
  id: 'a',
  volumeId: 'v',
  instanceId: 'i',
  status: 'attached',
  mode: 'rw',
  attachedAt: long,
  ...given,
})

/** A cloud of one volume and one instance. */
function cloudOf({
  records = [record()],
  status = 'in-use',
  touched = long,
  held = ['v'],
  devices = {},
}: {
  records?: CinderAttachment[]
  status?: string
  touched?: number
  held?: string[]
  devices?: Record<string, string>
} = {}): AuditCloud {
  return {
    volumes: byId([sampleVolume({ id: 'v', status, updatedAt: touched })]),
    attachments: byId(records),
    instances: byId([sampleInstance({ id: 'i', volumeIds: held })]),
    devices: new Map(
      Object.entries(devices).map(([instanceId, attachmentId]) => [
        instanceId,
        [{ instanceId, volumeId: 'v', device: '/dev/vdb', attachmentId }],
      ]),
    ),
    untold: nothingUntold,
  }
}

const verdicts = (cloud: AuditCloud) =>
  Object.fromEntries(auditOf(cloud, options).map(({ id, verdict }) => [id, verdict]))

const remedies = (cloud: AuditCloud, services = capabilities) =>
  Object.fromEntries(
    auditOf(cloud, options).map((row) => {
      const { remedy, obstacle } = remedyOf(row, services)
      return [row.id, remedy?.act ?? obstacle]
    }),
  )

describe('verdicts', () => {
  test('both agree', () => {
    expect(verdicts(cloudOf())).toEqual({ a: 'agreed' })
    expect(verdicts(cloudOf({ devices: { i: 'a' } }))).toEqual({ a: 'agreed' })
  })
  test('the instance is gone', () => {
    expect(verdicts(cloudOf({ records: [record({ instanceId: 'gone' })], held: [] }))).toEqual({
      a: 'instance-gone',
    })
  })
  test('only in Cinder, by the list or by the attachment’s id', () => {
    expect(verdicts(cloudOf({ held: [] }))).toEqual({ a: 'only-in-cinder' })
    expect(verdicts(cloudOf({ devices: { i: 'other' } }))).toEqual({
      a: 'only-in-cinder',
      'i/v/': 'only-in-nova',
    })
  })
  test('only in Nova, also where the volume is gone', () => {
    expect(verdicts(cloudOf({ records: [], held: ['gone', 'v'], status: 'available' }))).toEqual({
      'i/gone/': 'only-in-nova',
      'i/v/': 'only-in-nova',
    })
  })
  test('a second look tells Nova’s attachment, and leaves the row the one it was', () => {
    const listed = verdicts(cloudOf({ records: [] }))
    const looked = verdicts(cloudOf({ records: [], devices: { i: 'other' } }))
    expect(Object.keys(looked)).toEqual(Object.keys(listed))
  })
  test('more than one attachment of a pair', () => {
    const records = [record(), record({ id: 'b' })]
    expect(verdicts(cloudOf({ records }))).toEqual({ a: 'duplicate', b: 'duplicate' })
  })
  test('a reservation passes for a while, then it is stuck', () => {
    const records = [record({ status: 'reserved', attachedAt: null })]
    const given = { records, status: 'reserved' }
    expect(verdicts(cloudOf({ ...given, touched: auditedAt - 1_000 }))).toEqual({ a: 'under-way' })
    expect(verdicts(cloudOf(given))).toEqual({ a: 'stuck' })
    expect(verdicts(cloudOf({ ...given, held: [] }))).toEqual({ a: 'stuck' })
  })
  test('detaching is the volume’s status: of its only attachment, or of one of several', () => {
    expect(verdicts(cloudOf({ status: 'detaching' }))).toEqual({ a: 'stuck' })
    const cloud = cloudOf({
      status: 'detaching',
      records: [record(), record({ id: 'b', instanceId: 'j' })],
    })
    const two = {
      ...cloud,
      instances: byId(['i', 'j'].map((id) => sampleInstance({ id, volumeIds: ['v'] }))),
    }
    expect(verdicts(two)).toEqual({ a: 'agreed', b: 'agreed', 'volume/v': 'stuck' })
  })
  test('a volume that is available with an attachment, or in use without', () => {
    expect(verdicts(cloudOf({ status: 'available' }))).toEqual({
      a: 'agreed',
      'volume/v': 'status-contradicts',
    })
    expect(verdicts(cloudOf({ records: [], held: [] }))).toEqual({
      'volume/v': 'status-contradicts',
    })
  })
  test('a volume that a host holds without an instance is none of Nova’s', () => {
    expect(verdicts(cloudOf({ records: [record({ instanceId: null })], held: [] }))).toEqual({
      a: 'agreed',
    })
  })
})

describe('remedies', () => {
  test('what Nova does not know is deleted in Cinder', () => {
    expect(remedies(cloudOf({ held: [] }))).toEqual({ a: 'delete-attachment' })
    expect(remedies(cloudOf({ records: [record({ instanceId: 'gone' })], held: [] }))).toEqual({
      a: 'delete-attachment',
    })
  })
  test('what only Nova has is detached by Nova, as far as Cinder lets it', () => {
    expect(remedies(cloudOf({ records: [] }))).toEqual({ 'i/v/': 'detach' })
    expect(remedies(cloudOf({ records: [], status: 'available' }))).toEqual({
      'i/v/': 'not-in-use',
    })
    expect(remedies(cloudOf({ records: [], held: ['gone'], status: 'available' }))).toEqual({
      'i/gone/': 'volume-gone',
    })
  })
  test('of two attachments of a pair the one that Nova does not use goes, once that is known', () => {
    const records = [record(), record({ id: 'b' })]
    expect(remedies(cloudOf({ records }))).toEqual({ a: 'not-compared', b: 'not-compared' })
    const asked = cloudOf({ records, devices: { i: 'a' } })
    expect(remedies(asked)).toEqual({ a: 'used-by-nova', b: 'delete-attachment' })
    expect(remedies(asked, old)).toEqual({ a: 'old-nova', b: 'old-nova' })
  })
  test('a status is set to what the attachments say', () => {
    expect(remedies(cloudOf({ status: 'available' }))).toMatchObject({ 'volume/v': 'reset-status' })
    expect(remedies(cloudOf({ status: 'detaching' }))).toEqual({ a: 'reset-status' })
  })
  test('a reservation that Nova knows of is not taken away from it', () => {
    const records = [record({ status: 'reserved', attachedAt: null })]
    const known = { records, devices: { i: 'a' } }
    expect(remedies(cloudOf({ records, status: 'reserved' }))).toEqual({ a: 'not-compared' })
    expect(remedies(cloudOf({ ...known, status: 'reserved' }))).toEqual({ a: 'reserved-by-nova' })
    expect(remedies(cloudOf(known))).toEqual({ a: 'detach' })
    expect(remedies(cloudOf({ records, status: 'reserved', held: [] }))).toEqual({
      a: 'delete-attachment',
    })
  })
})

const findings = (cloud: AuditCloud) =>
  auditOf(cloud, options).filter(({ verdict }) => isFinding(verdict))

const hasPair = (row: AuditRow, { instances, devices }: AuditCloud) => {
  const { instanceId, volumeId } = row
  if (instanceId === null) return false
  const asked = devices.get(instanceId)
  return asked
    ? asked.some((one) => one.volumeId === volumeId)
    : (instances.get(instanceId)?.volumeIds?.includes(volumeId) ?? false)
}

describe('whatever a cloud holds', () => {
  test('every attachment is in one row, and no row is there twice', () => {
    fc.assert(
      fc.property(randomCloud, (cloud) => {
        const rows = auditOf(cloud, options)
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        const told = rows.flatMap(({ attachment }) => attachment?.id ?? [])
        expect(told.toSorted()).toEqual([...cloud.attachments.keys()].toSorted())
      }),
    )
  })

  test('verdicts exclude what they must', () => {
    fc.assert(
      fc.property(randomCloud, (cloud) => {
        for (const row of auditOf(cloud, options)) {
          const { verdict, attachment, instanceId } = row
          const isThere = instanceId !== null && cloud.instances.has(instanceId)
          if (verdict === 'instance-gone') expect(isThere).toBe(false)
          if (verdict === 'only-in-cinder') expect([isThere, attachment]).not.toContain(undefined)
          if (verdict === 'only-in-nova') expect([isThere, attachment]).toEqual([true, undefined])
          if (verdict === 'duplicate') expect(hasPair(row, cloud)).toBe(true)
          if (verdict === 'agreed') {
            expect(instanceId === null || hasPair(row, cloud)).toBe(true)
            expect(isPassingStatus(attachment?.status ?? '')).toBe(false)
          }
          if (verdict === 'under-way' && row.since !== null && row.about === 'attachment')
            expect(auditedAt - row.since).toBeLessThanOrEqual(stuckAfterMs)
        }
      }),
    )
  })

  test('services that agree give no findings', () => {
    fc.assert(
      fc.property(agreedCloud, (cloud) => {
        expect(findings(cloud)).toEqual([])
      }),
    )
  })

  test('nothing is deleted in Cinder that Nova is known to use, or may', () => {
    fc.assert(
      fc.property(randomCloud, (cloud) => {
        for (const row of findings(cloud)) {
          const { remedy } = remedyOf(row, capabilities)
          if (remedy?.act !== 'delete-attachment') continue
          const asked = cloud.devices.get(row.instanceId ?? '')
          const uses = asked?.some(({ attachmentId }) => attachmentId === remedy.attachmentId)
          expect(uses ?? hasPair(row, cloud)).toBe(false)
        }
      }),
    )
  })

  test('of what was not told, nothing is found and nothing repaired', () => {
    let notTold = 0
    fc.assert(
      fc.property(randomCloud, (cloud) => {
        const { instances, devices, untold } = cloud
        for (const row of auditOf(cloud, options)) {
          if (row.verdict === 'not-told') notTold += 1
          if (row.about === 'volume' || row.verdict === 'under-way') continue
          const id = row.instanceId ?? ''
          const silent = instances.get(id)?.volumeIds === null && !devices.has(id)
          const unread = !instances.has(id) && untold.instances.has(id)
          if (!silent && !unread) continue
          expect(row.instanceId === null || row.verdict === 'not-told').toBe(true)
          expect(remedyOf(row, capabilities).remedy).toBeUndefined()
        }
      }),
      { numRuns: 1_000 },
    )
    expect(notTold).toBeGreaterThan(50)
  })

  test('a repair ends its finding and makes none that was not there, or under way', () => {
    const reached = new Map<string, number>()
    fc.assert(
      fc.property(randomCloud, (cloud) => {
        const before = findings(cloud)
        const passing = auditOf(cloud, options).filter(({ verdict }) => verdict !== 'agreed')
        const known = new Set(passing.map(({ id }) => id))
        for (const row of before) {
          const { remedy } = remedyOf(row, capabilities)
          if (remedy === undefined) continue
          const kind = `${row.verdict}: ${remedy.act}`
          reached.set(kind, (reached.get(kind) ?? 0) + 1)
          const after = findings(repaired(cloud, remedy))
          expect(after.map(({ id }) => id)).not.toContain(row.id)
          expect(after.filter(({ id }) => !known.has(id))).toEqual([])
          const others = before.filter(({ volumeId }) => volumeId !== row.volumeId)
          const still = after.filter(({ volumeId }) => volumeId !== row.volumeId)
          expect(still.map(({ id, verdict }) => [id, verdict])).toEqual(
            others.map(({ id, verdict }) => [id, verdict]),
          )
        }
      }),
      { numRuns: 3_000 },
    )
    for (const kind of [
      'instance-gone: delete-attachment',
      'only-in-cinder: delete-attachment',
      'only-in-nova: detach',
      'duplicate: delete-attachment',
      'stuck: delete-attachment',
      'stuck: detach',
      'stuck: reset-status',
      'status-contradicts: reset-status',
    ])
      expect([...reached.keys()]).toContain(kind)
  })

  test('the same remedy is the same', () => {
    expect(isSameRemedy({ act: 'reset-status', volumeId: 'v', status: 'in-use' }, undefined)).toBe(
      false,
    )
  })
})
