import { removeDevice } from './attach.ts'
import { enforce, type Caller } from './caller.ts'
import type { Region } from './cloud.ts'
import type { Server } from './compute.ts'
import { Refusal } from './refusal.ts'
import { complete, connect, reserve } from './reservations.ts'
import { checkState } from './server-states.ts'

/** Puts another volume in the place of one that an instance holds; for administrators. */
export function swap(region: Region, caller: Caller, server: Server, oldId: string, newId: string) {
  const { clock, durations, storage, compute } = region
  enforce(caller, 'os_compute_api:os-volumes-attachments:swap', server.projectId)
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
  const attachment = reserve(region, caller, replacement, { instanceId: server.id, mode: null })
  clock.after(durations.attach, () => {
    removeDevice(region, server, device)
    connect(region, attachment, { host: server.host, mountpoint: device.device, mode: 'rw' })
    complete(region, attachment)
    compute.addDevice(server, { ...device, volumeId: newId, attachmentId: attachment.id })
  })
}
