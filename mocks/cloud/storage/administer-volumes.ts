import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { newUuid } from '#mocks/cloud/ids.ts'
import { invalidInput, invalidVolume, Refusal } from '#mocks/cloud/refusal.ts'

import type { Volume } from './block-storage.ts'
import { checkDeletable } from './delete-volume.ts'
import { checkGigabytes, checkVolumes } from './quotas.ts'
import { fits, type Pool, pools } from './scheduler.ts'
import { storageServicesOf } from './storage-services.ts'
import { defaultTypeOf, typeByIdOrName } from './volume-types.ts'

/** The part of a host that names a service: `vm@shared#shared` → `vm@shared`. */
const backEndOf = (host: string) => host.split('#')[0] ?? ''

/** Whether a back end of that name runs and is in use. */
const isInService = (region: Region, host: string) =>
  storageServicesOf(region).some(
    (service) =>
      service.binary === 'cinder-volume' &&
      service.host === backEndOf(host) &&
      !region.storage.disabledServices.has(service),
  )

/** The pool that a host names; one that is named without its pool has but one here. */
const poolNamed = (host: string): Pool | undefined =>
  pools.find(({ name }) => name === host || (!host.includes('#') && backEndOf(name) === host))

const isMoving = ({ migrationStatus }: Volume) =>
  !(migrationStatus === null || ['deleting', 'error', 'success'].includes(migrationStatus))

/** The host that is wished for: Cinder takes a host or a cluster, and here are no clusters. */
export function hostWished(host: string | undefined, cluster: string | undefined): string {
  if ((host === undefined) === (cluster === undefined))
    throw invalidInput('One and only one of cluster and host must be set.')
  return host ?? cluster ?? ''
}

/**
 * Moves a volume to another pool. What speaks against the pool shows after the request was accepted: the migration status is
 * `error` then, and the volume stays (Cinder, volume/api.py and scheduler/manager.py, migrate_volume).
 */
export function migrateVolume(
  region: Region,
  caller: Caller,
  volume: Volume,
  { host, lock }: { host: string; lock: boolean },
) {
  const { storage, clock, durations } = region
  enforce(caller, 'volume_extension:volume_admin_actions:migrate_volume', volume.projectId)
  if (!isInService(region, host))
    throw new Refusal(400, `Invalid host: No available service named '${host}'`)
  const free =
    ['available', 'in-use'].includes(volume.status) &&
    !isMoving(volume) &&
    volume.groupId === null &&
    volume.host !== host &&
    storage.snapshotsOf(volume.id).length === 0
  if (!free)
    throw invalidVolume(
      `Volume ${volume.id} status must be available or in-use, must not be migrating, have snapshots, be replicated, be part of a group and destination host/cluster must be different than the current one`,
    )
  const before = volume.status
  const set = (migrationStatus: string) => {
    volume.migrationStatus = migrationStatus
    volume.updatedAt = clock.now()
  }
  set('starting')
  if (lock && before === 'available') volume.status = 'maintenance'
  const isThere = () => storage.volumes.get(volume.id) === volume && isMoving(volume)
  const end = (how: 'success' | 'error') => {
    if (volume.status === 'maintenance') volume.status = before
    set(how)
  }
  const pool = poolNamed(host)
  const type = storage.typeOf(volume)
  clock.after(durations.change * 0.2, () => {
    if (!isThere()) return
    if (pool && type && fits(type, pool.name)) set('migrating')
    else end('error')
  })
  clock.after(durations.change, () => {
    if (!isThere() || volume.migrationStatus !== 'migrating') return
    // Nova does not exchange a volume that several instances hold (nova/compute/api.py, swap_volume).
    if (storage.attachmentsOf(volume.id).length > 1) return end('error')
    volume.host = pool?.name ?? volume.host
    end('success')
  })
}

/** The name that back ends have for a volume: Cinder's option `volume_name_template`. */
const nameOnBackEnd = ({ id }: Volume) => `volume-${id}`

/** Has Cinder forget a volume: it is `unmanaging`, then gone, and stays on its back end. */
export function unmanageVolume(region: Region, caller: Caller, volume: Volume) {
  const { storage, clock, durations } = region
  enforce(caller, 'volume_extension:volume_unmanage', volume.projectId)
  if (volume.encrypted && volume.host !== null) throw new Refusal(400, 'Unacceptable parameters.')
  checkDeletable(region, volume)
  volume.status = volume.status === 'error_managing' ? 'error_managing_deleting' : 'unmanaging'
  volume.updatedAt = clock.now()
  clock.after(durations.delete, () => {
    if (storage.volumes.get(volume.id) !== volume) return
    storage.deleteVolume(volume)
    // What was never found on the back end is not there now.
    if (volume.host !== null && volume.size > 0)
      storage.unmanaged.push({
        pool: volume.host,
        name: nameOnBackEnd(volume),
        id: newUuid(),
        size: volume.size,
      })
  })
}

/** What of a back end Cinder is to take over. */
export type ManageWish = {
  host: string
  ref: { name: string | undefined; id: string | undefined }
  name: string | null
  description: string | null
  type: string | null
  availabilityZone: string | null
  bootable: boolean
  metadata: Record<string, string>
}

function typeWished({ storage }: Region, caller: Caller, wanted: string | null) {
  if (wanted === null) return defaultTypeOf(storage, caller.projectId ?? '')
  try {
    return typeByIdOrName(storage, caller, wanted)
  } catch {
    throw new Refusal(400, `Invalid volume type: Cannot find requested '${wanted}' volume type`)
  }
}

/** Has Cinder take over what is on a back end; where the back end doesn't know it, the volume ends in `error_managing`. */
export function manageVolume(region: Region, caller: Caller, wish: ManageWish): Volume {
  const { storage, clock, durations } = region
  const projectId = caller.projectId ?? ''
  const type = typeWished(region, caller, wish.type)
  if (type.encryption)
    throw new Refusal(
      400,
      'Invalid volume type: Managing to an encrypted volume type is not supported.',
    )
  if (!isInService(region, wish.host)) throw new Refusal(400, `Host '${wish.host}' not found`)
  checkVolumes(storage, projectId, type)
  const pool = poolNamed(wish.host)
  const volume = storage.addVolume({
    id: newUuid(),
    projectId,
    userId: caller.userId,
    name: wish.name,
    description: wish.description,
    size: 0,
    status: 'managing',
    attachStatus: 'detached',
    typeId: type.id,
    multiattach: type.extraSpecs['multiattach'] === '<is> True',
    bootable: wish.bootable,
    encrypted: false,
    metadata: wish.metadata,
    adminMetadata: {},
    imageMetadata: null,
    snapshotId: null,
    sourceVolumeId: null,
    availabilityZone: wish.availabilityZone ?? 'nova',
    host: pool?.name ?? wish.host,
    migrationStatus: null,
    groupId: null,
    createdAt: clock.now(),
    updatedAt: null,
  })
  clock.after(durations.create, () => {
    if (storage.volumes.get(volume.id) !== volume || volume.status !== 'managing') return
    volume.status = takeOver(region, volume, wish.ref) ? 'available' : 'error_managing'
    volume.updatedAt = clock.now()
  })
  return volume
}

/** Finds what is meant, and gives the volume its size. */
function takeOver({ storage }: Region, volume: Volume, ref: ManageWish['ref']): boolean {
  const type = storage.typeOf(volume)
  const place = storage.unmanaged.findIndex(
    (one) => one.pool === volume.host && (one.name === ref.name || one.id === ref.id),
  )
  const found = storage.unmanaged[place]
  if (!found || !type || !fits(type, volume.host)) return false
  try {
    checkGigabytes(storage, volume.projectId, type, found.size)
  } catch {
    return false
  }
  storage.unmanaged.splice(place, 1)
  storage.usage.removeVolume(volume.projectId, type.id, 0)
  storage.usage.addVolume(volume.projectId, type.id, found.size)
  volume.size = found.size
  return true
}

/** Something on a back end, and the volume that it is, where Cinder manages it. */
export type OnBackEnd = { name: string; size: number; volumeId: string | null }

/** All that is on the back end of a host, managed or not. */
export function onBackEnd(region: Region, host: string): OnBackEnd[] {
  const { storage } = region
  if (!isInService(region, host))
    throw new Refusal(404, `Service cinder-volume could not be found on host ${host}.`)
  const isHere = (pool: string | null) =>
    pool !== null && (pool === host || (!host.includes('#') && backEndOf(pool) === host))
  return [
    ...storage.unmanaged
      .filter(({ pool }) => isHere(pool))
      .map(({ name, size }) => ({ name, size, volumeId: null })),
    ...[...storage.volumes.values()]
      .filter((volume) => isHere(volume.host))
      .map((volume) => ({ name: nameOnBackEnd(volume), size: volume.size, volumeId: volume.id })),
  ]
}
