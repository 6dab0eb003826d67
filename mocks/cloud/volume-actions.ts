import type { Attachment, Volume } from './block-storage.ts'
import { enforce, type Caller } from './caller.ts'
import type { Region } from './cloud.ts'
import { newUuid } from './ids.ts'
import { checkGigabytes, checkVolumeSize } from './quotas.ts'
import { invalidInput, invalidVolume, Refusal } from './refusal.ts'
import {
  checkNotUsedByNova,
  complete,
  connect,
  release,
  releaseAll,
  reserve,
} from './reservations.ts'
import { fits, isShareable, poolFor } from './scheduler.ts'
import { typeByIdOrName } from './volume-types.ts'

const touch = ({ clock }: Region, volume: Volume) => {
  volume.updatedAt = clock.now()
}

/** Runs `change` later, unless the volume is gone by then. */
function later(region: Region, volume: Volume, change: () => void) {
  region.clock.after(region.durations.change, () => {
    if (region.storage.volumes.get(volume.id) !== volume) return
    change()
    touch(region, volume)
  })
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
  storage.usage.grow(volume.projectId, volume.typeId, more)
  volume.status = 'extending'
  touch(region, volume)
  later(region, volume, () => {
    volume.size = sizeGiB
    if (volume.status === 'extending') volume.status = before
  })
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
  if (!['available', 'in-use'].includes(before) || type.id === volume.typeId)
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
  const pool = poolFor(type, volume.size)
  const stays = fits(type, volume.host) && wasEncrypted === (type.encryption !== null)
  volume.status = 'retyping'
  volume.multiattach = shareable
  touch(region, volume)
  later(region, volume, () => {
    if (volume.status === 'retyping') volume.status = before
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
  enforce(caller, 'volume_extension:volume_admin_actions:reset_status', volume.projectId)
  const { status, attachStatus, migrationStatus } = wish
  if (status === undefined && attachStatus === undefined && migrationStatus === undefined)
    throw new Refusal(
      400,
      "Must specify 'status', 'attach_status' or 'migration_status' for update.",
    )
  if (status !== undefined && !statuses.includes(`'${status}'`))
    throw new Refusal(400, `Volume status: ${status} is invalid, valid statuses are: ${statuses}.`)
  if (status === 'deleting') throw new Refusal(400, `Cannot reset-state to ${status}`)
  // Cinder, api/contrib/admin_actions.py, VolumeAdminController.
  if (status === 'in-use' && region.storage.attachmentsOf(volume.id).length === 0)
    throw new Refusal(
      400,
      'Cannot reset-state to in-use because volume does not have any attachments.',
    )
  if (status !== undefined) volume.status = status
  if (attachStatus === 'attached') volume.attachStatus = attachStatus
  if (attachStatus === 'detached') {
    releaseAll(region, volume)
    volume.attachStatus = attachStatus
  }
  if (migrationStatus !== undefined)
    volume.migrationStatus = migrationStatus === 'none' ? null : migrationStatus
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

/** The attachment of that id, or undefined where none was named. An unknown one is nobody's to take away. */
function attachmentNamed({ storage }: Region, volume: Volume, id: string | undefined) {
  if (id === undefined) return undefined
  const attachment = storage.attachmentsOf(volume.id).find((one) => one.id === id)
  if (!attachment)
    throw new Refusal(
      409,
      'ConflictNovaUsingAttachment: Detach volume from instance  using the Compute API',
    )
  return attachment
}

function releaseOf(region: Region, volume: Volume, attachment: Attachment | undefined) {
  const [only] = region.storage.attachmentsOf(volume.id)
  const meant = attachment ?? only
  if (meant) release(region, meant)
}

/** `os-detach`: takes an attachment away that Nova doesn't use. */
export function detachByHand(
  region: Region,
  caller: Caller,
  volume: Volume,
  attachmentId: string | undefined,
) {
  enforce(caller, 'volume_extension:volume_actions:detach', volume.projectId)
  const attachment = attachmentNamed(region, volume, attachmentId)
  checkNotUsedByNova(region, volume, attachment)
  releaseOf(region, volume, attachment)
}

/** `os-force_detach`: as `os-detach`, but Cinder looks at the volume's only attachment, whichever is named. */
export function forceDetach(region: Region, caller: Caller, volume: Volume) {
  enforce(caller, 'volume_extension:volume_admin_actions:force_detach', volume.projectId)
  checkNotUsedByNova(region, volume, undefined)
  releaseOf(region, volume, undefined)
}

/** `os-attach`: notes an attachment that was made by hand. */
export function attachByHand(
  region: Region,
  caller: Caller,
  volume: Volume,
  wish: { instanceId: string | null; host: string | null; mountpoint: string | null; mode: string },
) {
  enforce(caller, 'volume_extension:volume_actions:attach', volume.projectId)
  const attachment = reserve(region, caller, volume, {
    instanceId: wish.instanceId,
    mode: wish.mode,
  })
  connect(region, attachment, { host: wish.host, mountpoint: wish.mountpoint, mode: wish.mode })
  attachment.connected = false
  complete(region, attachment)
  attachment.attachedAt = region.clock.now()
  volume.adminMetadata['readonly'] ??= 'False'
  volume.adminMetadata['attached_mode'] = wish.mode
}

/** `os-reserve` and `os-unreserve`: the volume's state only, without an attachment. */
export function reserveByHand(region: Region, caller: Caller, volume: Volume, on: boolean) {
  const rule = on ? 'reserve' : 'unreserve'
  enforce(caller, `volume_extension:volume_actions:${rule}`, volume.projectId)
  const from = volume.multiattach ? ['available', 'in-use'] : ['available']
  if (on && !from.includes(volume.status))
    throw invalidVolume(
      `Volume status must be ${from.join(' or ')} to reserve, but the status is ${volume.status}.`,
    )
  if (on) volume.status = 'attaching'
  else if (volume.status === 'attaching')
    volume.status = volume.attachStatus === 'attached' ? 'in-use' : 'available'
  touch(region, volume)
}

/** Makes an image of a volume. Gives back the image's id. */
export function uploadImage(
  region: Region,
  caller: Caller,
  volume: Volume,
  wish: { name: string; diskFormat: string; containerFormat: string },
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
    name: wish.name,
    status: 'queued',
    visibility: 'private',
    diskFormat: wish.diskFormat,
    containerFormat: wish.containerFormat,
    size: null,
    minDisk: 0,
    minRam: 0,
    checksum: null,
    hash: null,
    isProtected: false,
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
