import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { invalidVolume, Refusal } from '#mocks/cloud/refusal.ts'

import type { Attachment, Volume } from './block-storage.ts'
import { checkNotUsedByNova, complete, connect, release, reserve } from './reservations.ts'

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

/**
 * `os-force_detach`: ends the connection and then detaches. The connection is that of the volume's only attachment,
 * whichever is named (Cinder, volume/api.py, terminate_connection).
 */
export function forceDetach(
  region: Region,
  caller: Caller,
  volume: Volume,
  attachmentId: string | undefined,
) {
  enforce(caller, 'volume_extension:volume_admin_actions:force_detach', volume.projectId)
  checkNotUsedByNova(region, volume, undefined)
  const attachment = attachmentNamed(region, volume, attachmentId)
  checkNotUsedByNova(region, volume, attachment)
  releaseOf(region, volume, attachment)
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
  volume.updatedAt = region.clock.now()
}
