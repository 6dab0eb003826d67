import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { newRequestId, newUuid } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import type { Attachment, Volume } from '#mocks/cloud/storage/block-storage.ts'
import { forceRemove } from '#mocks/cloud/storage/delete-volume.ts'
import {
  beginDetaching,
  complete,
  connect,
  release,
  reserve,
} from '#mocks/cloud/storage/reservations.ts'

import { apiHost } from './compute-services.ts'
import type { BlockDevice, Server } from './compute.ts'
import { freeDevice, wantedDevice } from './devices.ts'
import { cannotShare, notShareable } from './hosts.ts'
import { beginAction, beginEvent, logAction } from './instance-actions.ts'
import { checkState } from './server-states.ts'

/** What was asked of `POST …/os-volume_attachments`. */
export type AttachWish = {
  volumeId: string
  device: string | null
  tag: string | null
  deleteOnTermination: boolean
  /** Whether the microversion knows of shared volumes (2.60). */
  knowsMultiattach: boolean
}

const invalid = (message: string) => new Refusal(400, message)

/** What Nova passes on of Cinder's refusal. Cinder was asked in a request of its own. */
function askCinder<T>(prefix: string, ask: () => T): T {
  try {
    return ask()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const message = `${error.message} (HTTP ${error.status}) (Request-ID: ${newRequestId()})`
    // Nova hands Cinder's Forbidden on as it is (nova/volume/cinder.py, translate_cinder_exception).
    throw error.status === 403 ? new Refusal(403, message) : invalid(prefix + message)
  }
}

/** Nova's own look at who has the volume (nova/compute/api.py, _check_volume_already_attached). */
function checkNotAttached({ compute }: Region, server: Server, volume: Volume) {
  const holders = [...compute.devicesOfVolume(volume.id)]
  if (volume.multiattach) {
    if (holders.some(({ instanceId }) => instanceId === server.id))
      throw invalid(`Invalid volume: volume ${volume.id} already attached`)
  } else if (holders.length > 0) {
    const ids = holders.map(({ instanceId }) => instanceId).join(', ')
    throw invalid(`Invalid volume: volume ${volume.id} is already attached to instances: ${ids}`)
  }
}

const failure = {
  details: 'the hypervisor could not reach the storage',
  traceback:
    '  File "nova/compute/manager.py", line 7329, in do_attach_volume\n    return self._attach_volume(context, instance, driver_bdm)\n  File "nova/virt/block_device.py", line 657, in _volume_attach\n    virt_driver.attach_volume(\n  File "fake_compute.py", line 33, in attach_volume\n    raise exception.InternalError("the hypervisor could not reach the storage")\n',
}

/** Somebody took Cinder's reservation away before the host was connected, which is allowed until then. */
const lost = ({ id }: Attachment) => {
  const details = `Volume attachment ${id} could not be found.`
  return {
    details,
    traceback: `  File "nova/volume/cinder.py", line 439, in wrapper\n    _reraise(exception.VolumeAttachmentNotFound(\nnova.exception.VolumeAttachmentNotFound: ${details}\n`,
  }
}

/** Nova asks the host for a device and waits for its answer, before Cinder hears of anything (nova/compute/rpcapi.py). */
const noAnswer = () =>
  new Refusal(
    500,
    "Unexpected API Error. Please report this at http://bugs.launchpad.net/nova/ and attach the Nova API log if possible.\n<class 'oslo_messaging.exceptions.MessagingTimeout'>",
  )

function chooseDevice(region: Region, server: Server, volume: Volume, wish: AttachWish): string {
  if (region.compute.isDead(server.host)) throw noAnswer()
  if (volume.multiattach && cannotShare(region, server.host)) throw invalid(notShareable(volume.id))
  const taken = server.devices.map(({ device }) => device)
  if (wish.device === null) return freeDevice(taken)
  const device = wantedDevice(wish.device, taken)
  if (!device) throw new Refusal(409, `The supplied device path (${wish.device}) is in use.`)
  return device
}

/** Clients of older microversions do not know that a volume can be held by many. */
export function checkVersion(
  { multiattach }: Volume,
  { knowsMultiattach }: Pick<AttachWish, 'knowsMultiattach'>,
) {
  if (multiattach && !knowsMultiattach)
    throw invalid('Multiattach volumes are only supported starting with compute API version 2.60.')
}

const newDevice = (server: Server, wish: AttachWish, device: string | null): BlockDevice => ({
  id: newUuid(),
  instanceId: server.id,
  volumeId: wish.volumeId,
  attachmentId: null,
  device,
  tag: wish.tag,
  deleteOnTermination: wish.deleteOnTermination,
  isRoot: false,
})

/** Reserves the volume in Cinder for the device; the device goes when Cinder refuses. */
export function reserveFor(
  region: Region,
  caller: Caller,
  server: Server,
  volume: Volume,
  device: BlockDevice,
  prefix = 'Invalid input received: ',
): Attachment {
  region.compute.addDevice(server, device)
  try {
    const attachment = askCinder(prefix, () =>
      reserve(region, caller, volume, { instanceId: server.id, mode: null }),
    )
    device.attachmentId = attachment.id
    return attachment
  } catch (error) {
    region.compute.deleteDevice(server, device)
    throw error
  }
}

/** What the hypervisor does once the attach was accepted: it connects, then has the volume, or fails. */
function followUp(
  region: Region,
  caller: Caller,
  server: Server,
  device: BlockDevice,
  attachment: Attachment,
) {
  const { clock, durations, storage, compute } = region
  const done = beginAction(region, server, caller, 'attach_volume', 'compute_attach_volume')
  const broken = compute.hosts.some(({ host, broken: is }) => host === server.host && is)
  const isThere = () => storage.attachments.get(attachment.id) === attachment
  const giveUp = (why: typeof failure) => {
    compute.deleteDevice(server, device)
    if (isThere()) release(region, attachment)
    done(why)
  }
  const finish = () => {
    if (!isThere()) return giveUp(lost(attachment))
    if (broken) return giveUp(failure)
    complete(region, attachment)
    done()
  }
  clock.after(durations.reserve, () => {
    if (!isThere()) return giveUp(lost(attachment))
    connect(region, attachment, { host: server.host, mountpoint: device.device, mode: 'rw' })
    const rest = broken ? durations.lateFailure - durations.reserve : durations.attach
    clock.after(Math.max(rest, 0), finish)
  })
}

/** What Nova's API itself looks at; gives back how it goes on. */
function beginAttach(region: Region, caller: Caller, server: Server, wish: AttachWish) {
  enforce(caller, 'os_compute_api:os-volumes-attachments:create', server.projectId)
  checkState(caller, server, 'attach_volume')
  const volume = region.storage.volumeFor(caller, wish.volumeId)
  checkNotAttached(region, server, volume)
  if (server.vmState === 'shelved_offloaded') {
    if (wish.tag !== null)
      throw invalid('Tagged volume attachment is not supported for shelved-offloaded instances.')
    if (volume.multiattach)
      throw invalid(
        'Attaching multiattach volumes is not supported for shelved-offloaded instances.',
      )
    const device = newDevice(server, wish, null)
    complete(region, reserveFor(region, caller, server, volume, device))
    return () => device
  }
  return () => {
    const device = newDevice(server, wish, chooseDevice(region, server, volume, wish))
    checkVersion(volume, wish)
    const attachment = reserveFor(region, caller, server, volume, device)
    followUp(region, caller, server, device, attachment)
    return device
  }
}

/** Attaches a volume as Nova does: what can be refused at once is refused here, the rest happens over time. */
export const attach = (
  region: Region,
  caller: Caller,
  server: Server,
  wish: AttachWish,
): BlockDevice => beginAttach(region, caller, server, wish)()

/**
 * Attaches a volume as Nova does from 2.101 on: its conductor chooses the device and reserves the volume after the answer, and
 * a refusal then reaches nobody, the instance's log of actions included (nova/conductor/manager.py, attach_volume).
 */
export function attachUnheard(region: Region, caller: Caller, server: Server, wish: AttachWish) {
  const goOn = beginAttach(region, caller, server, wish)
  region.clock.after(region.durations.cast, () => {
    const volume = region.storage.volumes.get(wish.volumeId)
    if (!volume || region.compute.servers.get(server.id) !== server) return
    try {
      checkNotAttached(region, server, volume)
      goOn()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  })
}

/** What an instance holds of a volume, or the 404. */
export function deviceOf(server: Server, volumeId: string): BlockDevice {
  const device = server.devices.find((held) => held.volumeId === volumeId)
  if (!device) throw new Refusal(404, `Instance ${server.id} is not attached to volume ${volumeId}`)
  return device
}

/** Takes a device, and with it Cinder's attachment, from an instance. */
export function removeDevice({ compute, ...region }: Region, server: Server, device: BlockDevice) {
  compute.deleteDevice(server, device)
  const attachment = region.storage.attachments.get(device.attachmentId ?? '')
  if (attachment) release({ compute, ...region }, attachment)
}

/** Detaches a volume as Nova does. */
export function detach(region: Region, caller: Caller, server: Server, volumeId: string) {
  const { clock, durations, storage } = region
  enforce(caller, 'os_compute_api:os-volumes-attachments:delete', server.projectId)
  const volume = storage.volumeFor(caller, volumeId)
  const device = deviceOf(server, volumeId)
  if (device.isRoot) throw invalid('Cannot detach a root device volume')
  checkState(caller, server, 'detach_volume')
  // Since Nova 23.0 (nova/compute/api.py, check_instance_host); older ones leave the volume in `detaching`.
  if (server.host !== null && !region.compute.isUp(server.host))
    throw new Refusal(409, 'Service is unavailable at this time.')
  // No host has the volume, and its status is that of a reservation (nova/compute/api.py, _detach_volume_shelved_offloaded).
  if (server.vmState === 'shelved_offloaded') {
    const entry = logAction(region, server, caller, 'detach_volume')
    beginEvent(region, entry, 'api_detach_volume', apiHost)()
    removeDevice(region, server, device)
    if (device.deleteOnTermination && volume.status === 'available') forceRemove(region, volume)
    return
  }
  askCinder('Invalid volume: Invalid input received: ', () => beginDetaching(region, volume))
  const done = beginAction(region, server, caller, 'detach_volume', 'compute_detach_volume')
  clock.after(durations.detach, () => {
    removeDevice(region, server, device)
    done()
  })
}
