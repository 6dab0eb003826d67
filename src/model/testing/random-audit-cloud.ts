import fc from 'fast-check'

import {
  type AuditCloud,
  type CinderAttachment,
  nothingUntold,
  type NovaDevice,
  settledStatus,
  type Untold,
} from '#src/model/audit/attachment-audit.ts'
import type { Remedy } from '#src/model/audit/attachment-remedy.ts'
import { statesFor } from '#src/model/audit/attachment-repair.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import type { InstanceId, Volume, VolumeId } from '#src/model/volume/volume.ts'

import { sampleInstance, sampleVolume } from './sample-volume.ts'

/** For tests: the time at which a random cloud is looked at, in ms. */
export const auditedAt = 10_000_000
/** For tests: how long something may pass, in ms. */
export const stuckAfterMs = 900_000

const long = auditedAt - 2 * stuckAfterMs
const times = fc.constantFrom(long, auditedAt - 1_000)
const instanceIds = ['i1', 'i2', 'i3', 'i4'] as const
const volumeIds = ['v1', 'v2', 'v3'] as const

/** For tests: things by their ids. */
export const byId = <T extends { id: string }>(things: readonly T[]): Map<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]))

const record: fc.Arbitrary<Omit<CinderAttachment, 'id'>> = fc.record({
  volumeId: fc.constantFrom(...volumeIds),
  instanceId: fc.constantFrom(...instanceIds, 'gone', null),
  status: fc.constantFrom('attached', 'attached', 'reserved', 'attaching', 'odd'),
  mode: fc.constantFrom('rw', null),
  attachedAt: fc.option(times),
})

const volumeStatuses = ['available', 'in-use', 'reserved', 'attaching', 'detaching', 'error', 'odd']

const volumes: fc.Arbitrary<Volume[]> = fc
  .tuple(
    ...volumeIds.map((id) =>
      fc.option(
        fc
          .record({ status: fc.constantFrom(...volumeStatuses), updatedAt: times })
          .map((given) => sampleVolume({ id, ...given })),
        { nil: undefined, freq: 6 },
      ),
    ),
  )
  .map((made) => made.filter((one) => one !== undefined))

const instanceOf = (id: InstanceId): fc.Arbitrary<Instance> =>
  fc
    .record({
      volumeIds: fc.option(fc.uniqueArray(fc.constantFrom(...volumeIds, 'unknown')), { freq: 8 }),
      status: fc.constantFrom('ACTIVE', 'ACTIVE', 'SHUTOFF', 'BUILD'),
      taskState: fc.constantFrom(null, null, null, 'migrating'),
    })
    .map((given) => sampleInstance({ id, ...given }))

/** What an instance has by its own list: some stand on one of Cinder's attachments, some on none. */
function exactDevices(
  { id, volumeIds: held }: Instance,
  records: readonly CinderAttachment[],
  salt: number,
): NovaDevice[] {
  return (held ?? []).map((volumeId, place) => {
    const candidates = records.filter((one) => one.instanceId === id && one.volumeId === volumeId)
    const chosen = candidates[(salt + place) % (candidates.length + 1)]
    const strange = salt % 3 === 0 ? null : `unknown-${id}-${volumeId}`
    return { instanceId: id, volumeId, device: '/dev/vdb', attachmentId: chosen?.id ?? strange }
  })
}

const untold: fc.Arbitrary<Untold> = fc.record({
  volumes: fc.subarray([...volumeIds]).map((ids) => new Set<string>(ids)),
  instances: fc.subarray([...instanceIds]).map((ids) => new Set<string>(ids)),
  moreVolumes: fc.boolean(),
  moreInstances: fc.boolean(),
  moreAttachments: fc.boolean(),
})

/** For tests: a cloud in which anything may disagree or be missing. */
export const randomCloud: fc.Arbitrary<AuditCloud> = fc
  .record({
    volumes,
    records: fc.array(record, { maxLength: 10 }),
    instances: fc.tuple(...instanceIds.map(instanceOf)),
    missing: fc.subarray([...instanceIds]),
    asked: fc.subarray([...instanceIds]),
    salt: fc.nat(20),
    untold: fc.oneof({ weight: 3, arbitrary: fc.constant(nothingUntold) }, untold),
  })
  .map((made) => {
    const records = made.records.map((one, place) => ({ ...one, id: `a${place}` }))
    const instances = made.instances.filter(({ id }) => !made.missing.some((one) => one === id))
    return {
      volumes: byId(made.volumes),
      attachments: byId(records),
      instances: byId(instances),
      devices: new Map(
        instances
          .filter(({ id }) => made.asked.some((one) => one === id))
          .map((instance) => [instance.id, exactDevices(instance, records, made.salt)]),
      ),
      untold: made.untold,
    }
  })

/** For tests: a cloud whose services agree on everything; some instances were asked by themselves. */
export const agreedCloud: fc.Arbitrary<AuditCloud> = fc
  .record({
    pairs: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...instanceIds), fc.constantFrom(...volumeIds)),
      {
        selector: (pair) => pair.join('/'),
      },
    ),
    asked: fc.subarray([...instanceIds]),
    updatedAt: times,
  })
  .map(({ pairs, asked, updatedAt }) => {
    const records = pairs.map(([instanceId, volumeId], place): CinderAttachment => ({
      id: `a${place}`,
      volumeId,
      instanceId,
      status: 'attached',
      mode: 'rw',
      attachedAt: updatedAt,
    }))
    const devices = (id: InstanceId) =>
      records
        .filter(({ instanceId }) => instanceId === id)
        .map((one): NovaDevice => ({
          instanceId: id,
          volumeId: one.volumeId,
          device: '/dev/vdb',
          attachmentId: one.id,
        }))
    return {
      volumes: byId(
        volumeIds.map((id) =>
          sampleVolume({
            id,
            updatedAt,
            status: settledStatus(records.filter((r) => r.volumeId === id)),
          }),
        ),
      ),
      attachments: byId(records),
      instances: byId(
        instanceIds.map((id) =>
          sampleInstance({ id, volumeIds: devices(id).map((d) => d.volumeId) }),
        ),
      ),
      devices: new Map(asked.map((id) => [id, devices(id)])),
      untold: nothingUntold,
    }
  })

function settled(cloud: AuditCloud, volumeId: VolumeId): AuditCloud {
  const volume = cloud.volumes.get(volumeId)
  if (volume === undefined) return cloud
  const records = [...cloud.attachments.values()].filter((one) => one.volumeId === volumeId)
  const status = settledStatus(records)
  return {
    ...cloud,
    volumes: new Map(cloud.volumes).set(volumeId, { ...volume, status, updatedAt: auditedAt }),
  }
}

/** For tests: what a remedy makes of a cloud, as the services would. */
export function repaired(cloud: AuditCloud, remedy: Remedy): AuditCloud {
  const attachments = new Map(cloud.attachments)
  switch (remedy.act) {
    case 'delete-attachment':
      attachments.delete(remedy.attachmentId)
      return settled({ ...cloud, attachments }, remedy.volumeId)
    case 'detach': {
      const { instanceId, volumeId } = remedy
      const instance = cloud.instances.get(instanceId)
      const instances = new Map(cloud.instances)
      if (instance)
        instances.set(instanceId, {
          ...instance,
          volumeIds: (instance.volumeIds ?? []).filter((id) => id !== volumeId),
        })
      const devices = new Map(cloud.devices)
      const known = devices.get(instanceId)
      if (known)
        devices.set(
          instanceId,
          known.filter((one) => one.volumeId !== volumeId),
        )
      // Nova deletes the attachment that its device stands on; of which it does not tell, that is one of the pair.
      const stoodOn = known?.find((one) => one.volumeId === volumeId)?.attachmentId
      const ofPair = [...attachments.values()].find(
        (one) => one.instanceId === instanceId && one.volumeId === volumeId,
      )
      attachments.delete(stoodOn ?? ofPair?.id ?? '')
      return settled({ ...cloud, attachments, instances, devices }, volumeId)
    }
    case 'reset-status': {
      const volume = cloud.volumes.get(remedy.volumeId)
      if (volume === undefined) return cloud
      const { status } = statesFor(remedy.status)
      return {
        ...cloud,
        volumes: new Map(cloud.volumes).set(volume.id, { ...volume, status, updatedAt: auditedAt }),
      }
    }
  }
}
