import { removeDevice } from './attach.ts'
import { enforce, type Caller } from './caller.ts'
import type { Region } from './cloud.ts'
import { apiHost } from './compute-services.ts'
import type { Server, VmState } from './compute.ts'
import { forceRemove } from './delete-volume.ts'
import { obstacle } from './hosts.ts'
import { beginAction, beginEvent, logAction } from './instance-actions.ts'
import { holdsChanged } from './reservations.ts'
import { checkState } from './server-states.ts'

type Change = {
  /** The name in the instance's log and in refusals. */
  action: string
  rule: string
  task: string
  to: VmState
}

/** Actions that take an instance from one state to another. */
export const changes: Readonly<Record<string, Change>> = {
  'os-start': { action: 'start', rule: 'servers:start', task: 'powering-on', to: 'active' },
  'os-stop': { action: 'stop', rule: 'servers:stop', task: 'powering-off', to: 'stopped' },
  reboot: { action: 'reboot', rule: 'servers:reboot', task: 'rebooting', to: 'active' },
  pause: { action: 'pause', rule: 'os-pause-server:pause', task: 'pausing', to: 'paused' },
  unpause: { action: 'unpause', rule: 'os-pause-server:unpause', task: 'unpausing', to: 'active' },
  suspend: {
    action: 'suspend',
    rule: 'os-suspend-server:suspend',
    task: 'suspending',
    to: 'suspended',
  },
  resume: { action: 'resume', rule: 'os-suspend-server:resume', task: 'resuming', to: 'active' },
  shelve: {
    action: 'shelve',
    rule: 'os-shelve:shelve',
    task: 'shelving',
    to: 'shelved_offloaded',
  },
  unshelve: {
    action: 'unshelve',
    rule: 'os-shelve:unshelve',
    task: 'unshelving',
    to: 'active',
  },
}

/** A shelved instance leaves its host: its volumes are held, but by no host, and not shown as attached. */
function moveOff(region: Region, server: Server) {
  server.host = null
  server.availabilityZone = null
  for (const { attachmentId } of server.devices) {
    const attachment = region.storage.attachments.get(attachmentId ?? '')
    if (!attachment) continue
    Object.assign(attachment, {
      status: 'reserved',
      connected: false,
      hostName: null,
      mountpoint: null,
      mode: null,
      attachedAt: null,
    })
    const volume = region.storage.volumes.get(attachment.volumeId)
    if (volume) holdsChanged(region, volume)
  }
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

/** Begins the part of an action that an instance's host does; a shelved instance is given a host for it. */
function beginOnHost(region: Region, caller: Caller, server: Server, { action }: Change) {
  const entry = logAction(region, server, caller, action)
  const leaving = server.vmState === 'shelved_offloaded'
  if (leaving) {
    server.availabilityZone = 'nova'
    for (const event of ['get_image_info', 'schedule_instances'])
      beginEvent(region, entry, event, apiHost)()
  }
  const host = leaving ? (region.compute.freeHost() ?? null) : server.host
  return { host, done: beginEvent(region, entry, `compute_${action}_instance`, host) }
}

/** Changes an instance's state over time. */
export function changeServer(region: Region, caller: Caller, server: Server, change: Change) {
  const { clock, durations } = region
  enforce(caller, `os_compute_api:${change.rule}`, server.projectId)
  checkState(caller, server, change.action)
  server.taskState = change.task
  const { host, done } = beginOnHost(region, caller, server, change)
  // It was asked for by a cast, and nobody is there to take it.
  if (region.compute.isDead(host)) return
  clock.after(durations.instance, () => {
    const comesBack = change.action === 'unshelve' && server.host === null
    const details = comesBack ? obstacle(region, server, host) : undefined
    server.taskState = null
    server.updatedAt = clock.now()
    if (details !== undefined) {
      done({ details, traceback: '' })
      return
    }
    if (change.action === 'shelve') moveOff(region, server)
    if (comesBack && host !== null) moveOn(region, server, host)
    server.vmState = change.to
    done()
  })
}

/** Locks an instance against its owners' actions, or unlocks it. */
export function lockServer(
  region: Region,
  caller: Caller,
  server: Server,
  lock: { on: boolean; reason: string | null },
) {
  const rule = lock.on ? 'lock' : 'unlock'
  enforce(caller, `os_compute_api:os-lock-server:${rule}`, server.projectId)
  server.locked = lock.on
  server.lockedReason = lock.on ? lock.reason : null
  server.updatedAt = region.clock.now()
  const entry = logAction(region, server, caller, rule)
  beginEvent(region, entry, `api_${rule}`, apiHost)()
}

/** Sets an instance's state by hand; for administrators. */
export function resetServer(region: Region, caller: Caller, server: Server, state: VmState) {
  enforce(caller, 'os_compute_api:os-admin-actions:reset_state', server.projectId)
  server.vmState = state
  server.taskState = null
  server.updatedAt = region.clock.now()
  logAction(region, server, caller, 'resetState')
}

/** Deletes an instance; it lets go of its volumes, and takes along those that were to go with it. */
export function deleteServer(region: Region, caller: Caller, server: Server) {
  const { clock, durations, compute, storage } = region
  enforce(caller, 'os_compute_api:servers:delete', server.projectId)
  checkState(caller, server, 'delete')
  server.taskState = 'deleting'
  beginAction(region, server, caller, 'delete', 'compute_terminate_instance')
  clock.after(durations.instance, () => {
    for (const device of server.devices) {
      removeDevice(region, server, device)
      const volume = storage.volumes.get(device.volumeId)
      if (device.deleteOnTermination && volume?.status === 'available') forceRemove(region, volume)
    }
    compute.deleteServer(server)
  })
}
