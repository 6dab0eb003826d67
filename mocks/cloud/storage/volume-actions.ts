import type { Region } from '#mocks/cloud/cloud.ts'
import { beginAction } from '#mocks/cloud/compute/instance-actions.ts'
import { enforce, serviceActor, type Caller } from '#mocks/cloud/identity/caller.ts'
import { newUuid } from '#mocks/cloud/ids.ts'
import type { Image } from '#mocks/cloud/images.ts'
import { invalidInput, invalidVolume, Refusal } from '#mocks/cloud/refusal.ts'

import type { Volume } from './block-storage.ts'
import { checkGigabytes, checkVolumeSize } from './quotas.ts'
import { releaseAll, settle } from './reservations.ts'
import { fits, isShareable, poolFor } from './scheduler.ts'
import { typeByIdOrName } from './volume-types.ts'

const touch = ({ clock }: Region, volume: Volume) => {
  volume.updatedAt = clock.now()
}

/** Runs `change` later, or `instead` where the volume is gone by then. */
function later(region: Region, volume: Volume, change: () => void, instead = () => {}) {
  region.clock.after(region.durations.change, () => {
    if (region.storage.volumes.get(volume.id) !== volume) return instead()
    change()
    touch(region, volume)
  })
}

/** Cinder has Nova tell the instances that hold a volume of its new size. */
function tellNova(region: Region, volume: Volume) {
  const cinder = serviceActor('cinder')
  for (const { instanceId } of region.compute.devicesOfVolume(volume.id)) {
    const server = region.compute.servers.get(instanceId)
    if (server) beginAction(region, server, cinder, 'extend_volume', 'compute_extend_volume')()
  }
}

/** Makes a volume larger; since microversion 3.42 also one that is in use. */
export function extendVolume(
  region: Region,
  caller: Caller,
  volume: Volume,
  { sizeGiB, online }: { sizeGiB: number; online: boolean },
) {
  const { storage } = region
  enforce(caller, 'volume:extend', volume.projectId)
  if (sizeGiB <= volume.size)
    throw invalidInput(
      `New size for extend must be greater than current size. (current: ${volume.size}, extended: ${sizeGiB}).`,
    )
  const before = volume.status
  if (!(before === 'available' || (online && before === 'in-use')))
    throw invalidVolume(
      `Volume ${volume.id} status must be '{'status': '${online ? 'in-use' : 'available'}'}' to extend, currently ${before}.`,
    )
  const type = storage.typeOf(volume) ?? { id: '', name: '' }
  const more = sizeGiB - volume.size
  checkVolumeSize(storage, volume.projectId, sizeGiB)
  checkGigabytes(storage, volume.projectId, type, more)
  const settleQuota = storage.usage.reserve(volume.projectId, volume.typeId, more)
  volume.status = 'extending'
  touch(region, volume)
  later(
    region,
    volume,
    () => {
      volume.size = sizeGiB
      settleQuota(true)
      if (volume.status === 'extending') settle(region, volume)
      if (before === 'in-use') tellNova(region, volume)
    },
    () => settleQuota(false),
  )
}

/** Changes a volume's type. Sharing changes at once, and stays changed where the move fails, as in Cinder. */
export function retypeVolume(
  region: Region,
  caller: Caller,
  volume: Volume,
  { typeName, mayMigrate }: { typeName: string; mayMigrate: boolean },
) {
  const { storage } = region
  const type = typeByIdOrName(storage, caller, typeName)
  enforce(caller, 'volume:retype', volume.projectId)
  const before = volume.status
  const isStill = ['available', 'in-use'].includes(before)
  if (!isStill || volume.groupId !== null || type.id === volume.typeId)
    throw invalidVolume(
      'Retype needs volume to be in available or in-use state, not be part of an active migration or a consistency group, requested type has to be different that the one from the volume, and for in-use volumes front-end qos specs cannot change.',
    )
  const shareable = isShareable(type)
  const wasEncrypted = volume.encrypted
  if (shareable !== volume.multiattach && before !== 'available')
    throw invalidInput(
      `Invalid volume_type passed, retypes affecting multiattach are only allowed on available volumes, the specified volume however currently has a status of: ${before}.`,
    )
  const old = storage.typeOf(volume)
  const pool = poolFor(region, type, volume.size)
  const stays = fits(type, volume.host) && wasEncrypted === (type.encryption !== null)
  volume.status = 'retyping'
  volume.multiattach = shareable
  touch(region, volume)
  later(region, volume, () => {
    if (volume.status === 'retyping') settle(region, volume)
    if (!pool || !(stays || mayMigrate) || (shareable && type.encryption)) return
    storage.usage.removeVolume(volume.projectId, old?.id ?? '', volume.size)
    storage.usage.addVolume(volume.projectId, type.id, volume.size)
    volume.typeId = type.id
    volume.encrypted = type.encryption !== null
    if (!stays) {
      volume.host = pool.name
      volume.migrationStatus = 'success'
    }
  })
}

const statuses =
  "('creating', 'available', 'deleting', 'error', 'error_deleting', 'error_managing', 'managing', 'attaching', 'in-use', 'detaching', 'maintenance', 'restoring-backup', 'error_restoring', 'reserved', 'awaiting-transfer', 'backing-up', 'error_backing-up', 'error_extending', 'downloading', 'uploading', 'retyping', 'extending')"

const migrationStatuses = "('migrating', 'error', 'success', 'completing', 'none', 'starting')"

/** Refuses a status that is none of `valid`, which is written as Python writes it. */
function checkStatus(what: string, wanted: string | undefined, valid: string) {
  if (wanted && !valid.includes(`'${wanted.toLowerCase()}'`))
    throw new Refusal(400, `Volume ${what}: ${wanted} is invalid, valid statuses are: ${valid}.`)
}

/** Sets a volume's states by hand; for administrators. */
export function resetStatus(
  region: Region,
  caller: Caller,
  volume: Volume,
  wish: {
    status: string | undefined
    attachStatus: string | undefined
    migrationStatus: string | undefined
  },
) {
  const [status, attachStatus, migrationStatus] = [
    wish.status,
    wish.attachStatus,
    wish.migrationStatus,
  ].map((word) => word?.toLowerCase())
  if (!status && !attachStatus && !migrationStatus)
    throw new Refusal(
      400,
      "Must specify 'status', 'attach_status' or 'migration_status' for update.",
    )
  checkStatus('status', wish.status, statuses)
  checkStatus('attach status', wish.attachStatus, "['attached', 'detached']")
  checkStatus('migration status', wish.migrationStatus, migrationStatuses)
  enforce(caller, 'volume_extension:volume_admin_actions:reset_status', volume.projectId)
  if (status === 'deleting') throw new Refusal(400, `Cannot reset-state to ${status}`)
  // Cinder, api/contrib/admin_actions.py, VolumeAdminController.
  if (status === 'in-use' && region.storage.attachmentsOf(volume.id).length === 0)
    throw new Refusal(
      400,
      'Cannot reset-state to in-use because volume does not have any attachments.',
    )
  if (status) volume.status = status
  if (attachStatus === 'attached') volume.attachStatus = attachStatus
  if (attachStatus === 'detached') {
    releaseAll(region, volume)
    volume.attachStatus = attachStatus
  }
  if (migrationStatus) volume.migrationStatus = migrationStatus === 'none' ? null : migrationStatus
  touch(region, volume)
}

/** Sets or clears the flag that has hosts take the volume read-only. */
export function setReadOnly(region: Region, caller: Caller, volume: Volume, readOnly: boolean) {
  enforce(caller, 'volume:update_readonly_flag', volume.projectId)
  if (volume.status !== 'available')
    throw invalidVolume(
      `Volume ${volume.id} status must be available to update readonly flag, but current status is: ${volume.status}.`,
    )
  volume.adminMetadata['readonly'] = readOnly ? 'True' : 'False'
  touch(region, volume)
}

/** Makes an image of a volume. Gives back the image's id. */
export function uploadImage(
  region: Region,
  caller: Caller,
  volume: Volume,
  wish: Pick<Image, 'diskFormat' | 'containerFormat' | 'visibility' | 'isProtected'> & {
    name: string
  },
): string {
  const { images, clock } = region
  enforce(caller, 'volume_extension:volume_actions:upload_image', volume.projectId)
  if (volume.status !== 'available')
    throw invalidVolume(`Volume ${volume.id} status must be available`)
  volume.status = 'uploading'
  touch(region, volume)
  const image = images.images.add({
    id: newUuid(),
    projectId: volume.projectId,
    ...wish,
    status: 'queued',
    size: null,
    minDisk: 0,
    minRam: 0,
    checksum: null,
    hash: null,
    properties: {},
    createdAt: clock.now(),
    updatedAt: clock.now(),
  })
  later(region, volume, () => {
    volume.status = 'available'
    image.status = 'active'
    image.size = volume.size * 1024 ** 3
    image.updatedAt = clock.now()
  })
  return image.id
}
