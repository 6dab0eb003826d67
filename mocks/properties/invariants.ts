import type { Region } from '#mocks/cloud/cloud.ts'
import type { Volume } from '#mocks/cloud/storage/block-storage.ts'

/** Ids of volumes whose picture a fault has torn apart: neither Cinder's states nor Nova's devices are true of them. */
export type Torn = ReadonlySet<string>

/** What holds of one region at every moment; each line that comes back says what doesn't. */
export function broken(region: Region, torn: Torn): string[] {
  return [...brokenStates(region, torn), ...brokenHolds(region, torn), ...brokenUsage(region, torn)]
}

const whole = ({ storage }: Region, torn: Torn) =>
  [...storage.volumes.values()].filter(({ id }) => !torn.has(id))

const heldStatuses = new Set(['in-use', 'detaching', 'reserved', 'attaching'])

/** A volume is `available` exactly when nothing holds or reserves it. */
function brokenStates(region: Region, torn: Torn): string[] {
  return whole(region, torn).flatMap(({ id, status }) => {
    const holds = region.storage.attachmentsOf(id).length
    if (status === 'available' && holds > 0) return [`${id} is available and has ${holds} holds`]
    if (heldStatuses.has(status) && holds === 0) return [`${id} is ${status} and nobody holds it`]
    return []
  })
}

/** A volume that is not shareable is never with two instances, in Cinder's eyes or in Nova's. */
function brokenHolds(region: Region, torn: Torn): string[] {
  const { storage, compute } = region
  return whole(region, torn)
    .filter(({ multiattach }) => !multiattach)
    .flatMap(({ id }) => {
      const inCinder = new Set(storage.attachmentsOf(id).map(({ instanceId }) => instanceId))
      const inNova = new Set([...compute.devicesOfVolume(id)].map(({ instanceId }) => instanceId))
      return inCinder.size > 1 || inNova.size > 1
        ? [`${id} is plain and with ${inCinder.size} in Cinder, ${inNova.size} in Nova`]
        : []
    })
}

/**
 * What the quota counts is what exists. A volume that is set free by hand while it grows or its type changes can do so again, and
 * what each change reserved is counted, as in Cinder (volume/manager.py, `extend_volume` and `retype` commit it): its GiB count
 * twice, and it does in both types. How many volumes and snapshots there are stays right.
 */
function brokenUsage({ storage }: Region, torn: Torn): string[] {
  const projects = new Set([...storage.volumes.values()].map(({ projectId }) => projectId))
  return [...projects].flatMap((projectId) => {
    const volumes = [...storage.volumes.newestFirst(projectId)]
    const snapshots = [...storage.snapshots.newestFirst(projectId)]
    const wrong = (typeId: string) => {
      const isOfType = (one: { typeId: string }) => typeId === '' || one.typeId === typeId
      const there = {
        volumes: volumes.filter(isOfType).length,
        gigabytes: [...volumes, ...snapshots]
          .filter(isOfType)
          .reduce((sum, { size }) => sum + size, 0),
        snapshots: snapshots.filter(isOfType).length,
      }
      const usage = storage.usage.of(projectId, typeId)
      const used = torn.size > 0 ? { ...usage, gigabytes: there.gigabytes } : usage
      return JSON.stringify(there) === JSON.stringify({ ...there, ...used })
        ? []
        : [
            `usage of ${typeId || 'all'} is ${JSON.stringify(used)}, there is ${JSON.stringify(there)}`,
          ]
    }
    const types = torn.size > 0 ? [] : [...storage.types.values()].map(({ id }) => id)
    return ['', ...types].flatMap(wrong)
  })
}

const restStatuses = new Set(['available', 'in-use', 'error'])

/** What holds besides once nothing is in flight any more. */
export function brokenAtRest(region: Region, torn: Torn): string[] {
  const { storage, compute } = region
  const known = whole(region, torn)
  const moving = known
    .filter(({ id, status }) => !restStatuses.has(status) && !isKeptForShelved(region, id))
    .map(({ id, status }) => `${id} is ${status} for ever`)
  return [...moving, ...known.flatMap((volume) => disagreements(region, volume)), ...orphans()]

  /** Nova's devices whose volume is gone. */
  function orphans(): string[] {
    return [...compute.servers.values()].flatMap(({ id, devices }) =>
      devices
        .filter(({ volumeId }) => !storage.volumes.get(volumeId) && !torn.has(volumeId))
        .map(({ volumeId }) => `${id} has ${volumeId}, which is gone`),
    )
  }
}

/** Whether all that is left of a volume's holders are instances that were shelved: Cinder calls it reserved. */
const isKeptForShelved = ({ storage, compute }: Region, id: string) =>
  storage
    .attachmentsOf(id)
    .every(
      ({ status, instanceId }) =>
        status === 'reserved' &&
        compute.servers.get(instanceId ?? '')?.vmState === 'shelved_offloaded',
    )

/** Cinder and Nova name the same attachments, but for those that were made in Cinder alone. */
function disagreements({ storage, compute }: Region, { id }: Volume): string[] {
  const inNova = [...compute.devicesOfVolume(id)].map(
    ({ instanceId, attachmentId }) => `${attachmentId} of ${instanceId}`,
  )
  const inCinder = storage
    .attachmentsOf(id)
    .filter(({ instanceId }) => instanceId !== null && compute.servers.get(instanceId))
    .map((attachment) => `${attachment.id} of ${attachment.instanceId}`)
  return JSON.stringify(inNova.toSorted()) === JSON.stringify(inCinder.toSorted())
    ? []
    : [
        `${id}: Nova has ${inNova.join(', ') || 'none'}, Cinder has ${inCinder.join(', ') || 'none'}`,
      ]
}
