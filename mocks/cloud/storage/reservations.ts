import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { newUuid } from '#mocks/cloud/ids.ts'
import { invalidVolume, Refusal } from '#mocks/cloud/refusal.ts'

import type { Attachment, BlockStorage, Volume } from './block-storage.ts'

/** How the host that takes a volume describes itself. */
export type Connector = { host: string | null; mountpoint: string | null; mode: string | null }

const touch = ({ clock }: Region, volume: Volume) => {
  volume.updatedAt = clock.now()
}

/** The two states of a volume, from what holds it. */
export function settle(region: Region, volume: Volume) {
  const held = new Set(region.storage.attachmentsOf(volume.id).map(({ status }) => status))
  if (held.has('attached')) {
    volume.status = 'in-use'
    volume.attachStatus = 'attached'
  } else {
    const pending = (['attaching', 'reserved'] as const).find((status) => held.has(status))
    volume.status = pending ?? 'available'
    volume.attachStatus = pending ?? 'detached'
  }
  touch(region, volume)
}

const underWay = new Set(['extending', 'retyping', 'uploading', 'deleting'])

/** What holds a volume has changed: so do its states, unless something else is under way, which settles them at its end. */
export function holdsChanged(region: Region, volume: Volume) {
  const { status } = volume
  settle(region, volume)
  if (underWay.has(status)) volume.status = status
}

/** Cinder reserves from these states only; shareable volumes also while others hold them. */
const reservable = (volume: Volume) =>
  volume.multiattach ? ['available', 'in-use', 'downloading'] : ['available', 'downloading']

/**
 * Reserves a volume for an instance: the volume is `reserved` until the attachment is connected.
 * Refuses while another reservation or detachment runs (Cinder, volume/api.py, _attachment_reserve).
 */
export function reserve(
  region: Region,
  caller: Caller,
  volume: Volume,
  wish: { instanceId: string | null; mode: string | null },
): Attachment {
  const { storage, clock } = region
  enforce(caller, 'volume:attachment_create', volume.projectId)
  // One more than the first holder of a bootable volume is a matter of its own (Cinder, volume/api.py, _attachment_reserve).
  if (volume.multiattach && volume.bootable && volume.status === 'in-use')
    enforce(caller, 'volume:multiattach_bootable_volume', volume.projectId)
  if (volume.status.includes('error'))
    throw invalidVolume(
      `Volume attachments can not be created if the volume is in an error state. The Volume ${volume.id} currently has a status of: ${volume.status} `,
    )
  const from = reservable(volume)
  // An instance that moves to another host reserves its own volume once more.
  const itsOwn = storage
    .attachmentsOf(volume.id)
    .some(({ instanceId }) => instanceId !== null && instanceId === wish.instanceId)
  if (from.includes(volume.status)) volume.status = 'reserved'
  else if (!itsOwn)
    throw invalidVolume(
      `Volume ${volume.id} status must be ${from.join(' or ')} to reserve, but the current status is ${volume.status}.`,
    )
  touch(region, volume)
  return storage.addAttachment({
    id: newUuid(),
    projectId: volume.projectId,
    volumeId: volume.id,
    instanceId: wish.instanceId,
    hostName: null,
    mountpoint: null,
    status: 'reserved',
    // A volume that ever had its read-only flag set, whichever way, is held read-only.
    mode: volume.adminMetadata['readonly'] === undefined ? wish.mode : 'ro',
    connected: false,
    attachedAt: null,
    createdAt: clock.now(),
  })
}

/** Gives the attachment to a host: volume and attachment are `attaching`. */
export function connect(region: Region, attachment: Attachment, connector: Connector) {
  const volume = region.storage.volumes.get(attachment.volumeId)
  attachment.hostName = connector.host
  attachment.mountpoint = connector.mountpoint
  attachment.mode ??= connector.mode ?? 'rw'
  attachment.connected = true
  attachment.attachedAt = region.clock.now()
  attachment.status = 'attaching'
  if (!volume) return
  if (!underWay.has(volume.status)) volume.status = 'attaching'
  touch(region, volume)
}

/** The host has the volume: attachment `attached`, volume `in-use`. */
export function complete(region: Region, attachment: Attachment) {
  const volume = region.storage.volumes.get(attachment.volumeId)
  attachment.status = 'attached'
  if (volume) holdsChanged(region, volume)
}

/** Removes an attachment; the volume's state follows from what is left. */
export function release(region: Region, attachment: Attachment) {
  const { storage } = region
  storage.deleteAttachment(attachment)
  const volume = storage.volumes.get(attachment.volumeId)
  if (!volume) return
  delete volume.adminMetadata['attached_mode']
  holdsChanged(region, volume)
}

/** Removes all attachments of a volume, as resetting its state to detached does. */
export function releaseAll({ storage }: Region, volume: Volume) {
  for (const attachment of storage.attachmentsOf(volume.id).slice())
    storage.deleteAttachment(attachment)
}

/** Marks a volume as `detaching`; only one that is `in-use` and attached can be. */
export function beginDetaching(region: Region, volume: Volume) {
  if (volume.status !== 'in-use' || volume.attachStatus !== 'attached')
    throw invalidVolume(
      "Unable to detach volume. Volume status must be 'in-use' and attach_status must be 'attached' to detach.",
    )
  volume.status = 'detaching'
  touch(region, volume)
}

/** Takes `detaching` back. */
export function rollDetaching(region: Region, volume: Volume) {
  if (volume.status === 'detaching') volume.status = 'in-use'
  touch(region, volume)
}

const usedByNova = (instanceId: string) =>
  new Refusal(
    409,
    `ConflictNovaUsingAttachment: Detach volume from instance ${instanceId} using the Compute API`,
  )

/**
 * Refuses to take away, past Nova, an attachment that Nova uses (CVE-2023-2088).
 * Without an attachment it must be the volume's only one that is meant.
 */
export function checkNotUsedByNova(
  { compute, storage }: Region,
  volume: Volume,
  attachment: Attachment | undefined,
) {
  const all = storage.attachmentsOf(volume.id)
  if (!attachment && all.length === 0) return
  const meant = attachment ?? (all.length === 1 ? all[0] : undefined)
  if (!meant) throw usedByNova('')
  // What no host is connected to may go.
  if (!meant.connected) return
  const uses = [...compute.devicesOfVolume(volume.id)].some(
    ({ instanceId, attachmentId }) => instanceId === meant.instanceId && attachmentId === meant.id,
  )
  if (uses) throw usedByNova(meant.instanceId ?? '')
}

/** An attachment that the caller can see, or the 404. */
export function attachmentFor(
  storage: BlockStorage,
  caller: Caller,
  id: string,
): { attachment: Attachment; volume: Volume } {
  const attachment = storage.attachments.get(id)
  if (!attachment || (!caller.isAdmin && attachment.projectId !== caller.projectId))
    throw new Refusal(
      404,
      `Volume attachment could not be found with filter: attachment_id = ${id}.`,
    )
  return { attachment, volume: storage.volumeFor(caller, attachment.volumeId) }
}
