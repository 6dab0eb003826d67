import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { holdsChanged } from '#mocks/cloud/storage/reservations.ts'

import { apiHost } from './compute-services.ts'
import type { Server } from './compute.ts'
import { obstacle } from './hosts.ts'
import { beginEvent, logAction } from './instance-actions.ts'
import { checkState } from './server-states.ts'

/** Where an instance is to come back. A zone of null: in any; undefined: nothing was said. */
export type Wanted = { zone: string | null | undefined; host: string | undefined }

/** Refuses a place that an instance can't come back to (nova/compute/api.py, unshelve). */
function checkPlace(region: Region, caller: Caller, server: Server, { zone, host }: Wanted) {
  if (zone === undefined && host === undefined) return
  if (server.vmState !== 'shelved_offloaded')
    throw new Refusal(
      409,
      `Specifying an availability zone or a host when unshelving server "${server.id}" with status "${server.vmState}" is not supported. The server status must be SHELVED_OFFLOADED.`,
    )
  if (typeof zone === 'string' && zone !== 'nova')
    throw new Refusal(400, 'The requested availability zone is not available')
  if (host === undefined) return
  enforce(caller, 'os_compute_api:os-shelve:unshelve_to_host', server.projectId)
  if (!region.compute.hosts.some((one) => one.host === host))
    throw new Refusal(400, `Compute host ${host} could not be found.`)
}

/** Back on a host, an instance has its volumes again. */
function moveOn(region: Region, server: Server, host: string) {
  server.host = host
  for (const { attachmentId, device } of server.devices) {
    const attachment = region.storage.attachments.get(attachmentId ?? '')
    if (!attachment) continue
    Object.assign(attachment, {
      status: 'attached',
      connected: true,
      hostName: server.host,
      mountpoint: device,
      mode: 'rw',
      attachedAt: region.clock.now(),
    })
    const volume = region.storage.volumes.get(attachment.volumeId)
    if (volume) holdsChanged(region, volume)
  }
}

/** Finds a host for an instance that has none, and notes that in its log. */
function hostFor(
  region: Region,
  server: Server,
  { host }: Wanted,
  entry: ReturnType<typeof logAction>,
) {
  if (server.vmState !== 'shelved_offloaded') return server.host
  server.availabilityZone = 'nova'
  for (const event of ['get_image_info', 'schedule_instances'])
    beginEvent(region, entry, event, apiHost)()
  return host ?? region.compute.freeHost() ?? null
}

/** Brings a shelved instance back, to a host that can take it with all its volumes. */
export function unshelveServer(region: Region, caller: Caller, server: Server, wanted: Wanted) {
  const { clock, durations, compute } = region
  enforce(caller, 'os_compute_api:os-shelve:unshelve', server.projectId)
  checkState(caller, server, 'unshelve')
  checkPlace(region, caller, server, wanted)
  if (wanted.zone !== undefined) server.pinnedZone = wanted.zone
  server.taskState = 'unshelving'
  const entry = logAction(region, server, caller, 'unshelve')
  const host = hostFor(region, server, wanted, entry)
  const done = beginEvent(region, entry, 'compute_unshelve_instance', host)
  // It was asked for by a cast, and nobody is there to take it.
  if (compute.isDead(host)) return
  clock.after(durations.instance, () => {
    const comesBack = server.host === null
    const details = comesBack ? obstacle(region, server, host) : undefined
    server.taskState = null
    server.updatedAt = clock.now()
    if (details !== undefined) return done({ details, traceback: '' })
    if (comesBack && host !== null) moveOn(region, server, host)
    server.vmState = 'active'
    done()
  })
}
