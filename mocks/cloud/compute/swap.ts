import type { Region } from '#mocks/cloud/cloud.ts'
import type { Caller } from '#mocks/cloud/identity/caller.ts'
import { invalidVolume, Refusal } from '#mocks/cloud/refusal.ts'
import { beginDetaching, complete, connect, reserve } from '#mocks/cloud/storage/reservations.ts'

import { removeDevice } from './attach.ts'
import type { Server } from './compute.ts'
import { beginAction } from './instance-actions.ts'
import { checkState } from './server-states.ts'

/** Puts another volume in the place of one that an instance holds; for administrators. */
export function swap(region: Region, caller: Caller, server: Server, oldId: string, newId: string) {
  const { clock, durations, storage, compute } = region
  const old = storage.volumeFor(caller, oldId)
  const replacement = storage.volumeFor(caller, newId)
  const device = server.devices.find((held) => held.volumeId === oldId)
  if (!device) throw new Refusal(404, `No volume Block Device Mapping with id ${oldId}.`)
  checkState(caller, server, 'swap_volume')
  const writers = storage.attachmentsOf(oldId).filter(({ mode }) => mode === 'rw')
  if (old.multiattach && writers.length > 1)
    throw new Refusal(
      400,
      'Swapping multi-attach volumes with more than one read/write attachment is not supported.',
    )
  if (replacement.attachStatus === 'attached')
    throw invalidVolume('New volume must be detached in order to swap.')
  if (replacement.size < old.size)
    throw invalidVolume('New volume must be the same size or larger.')
  const attachment = reserve(region, caller, replacement, { instanceId: server.id, mode: null })
  beginDetaching(region, old)
  const done = beginAction(region, server, caller, 'swap_volume', 'compute_swap_volume')
  clock.after(durations.attach, () => {
    removeDevice(region, server, device)
    connect(region, attachment, { host: server.host, mountpoint: device.device, mode: 'rw' })
    complete(region, attachment)
    compute.addDevice(server, { ...device, volumeId: newId, attachmentId: attachment.id })
    done()
  })
}
