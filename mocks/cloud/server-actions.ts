import { removeDevice } from './attach.ts'
import { enforce, type Caller } from './caller.ts'
import type { Region } from './cloud.ts'
import type { Server, VmState } from './compute.ts'
import { forceRemove } from './delete-volume.ts'
import { beginAction } from './instance-actions.ts'
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
function moveOff({ storage }: Region, server: Server) {
  server.host = null
  for (const { attachmentId } of server.devices) {
    const attachment = storage.attachments.get(attachmentId ?? '')
    if (!attachment) continue
    Object.assign(attachment, {
      status: 'reserved',
      connected: false,
      hostName: null,
      mountpoint: null,
      mode: null,
      attachedAt: null,
    })
    const volume = storage.volumes.get(attachment.volumeId)
    const others = storage.attachmentsOf(attachment.volumeId)
    if (volume && !others.some(({ status }) => status === 'attached')) {
      volume.status = 'reserved'
      volume.attachStatus = 'reserved'
    }
  }
}

/** Back on a host, an instance has its volumes again. */
function moveOn({ storage, clock }: Region, server: Server) {
  server.host = 'compute-sharing'
  for (const { attachmentId, device } of server.devices) {
    const attachment = storage.attachments.get(attachmentId ?? '')
    if (!attachment) continue
    Object.assign(attachment, {
      status: 'attached',
      connected: true,
      hostName: server.host,
      mountpoint: device,
      mode: 'rw',
      attachedAt: clock.now(),
    })
    const volume = storage.volumes.get(attachment.volumeId)
    if (volume) Object.assign(volume, { status: 'in-use', attachStatus: 'attached' })
  }
}

/** Changes an instance's state over time. */
export function changeServer(region: Region, caller: Caller, server: Server, change: Change) {
  const { clock, durations } = region
  enforce(caller, `os_compute_api:${change.rule}`, server.projectId)
  checkState(caller, server, change.action)
  server.taskState = change.task
  const done = beginAction(region, server, caller, change.action, `compute_${change.action}`)
  clock.after(durations.instance, () => {
    if (change.action === 'shelve') moveOff(region, server)
    if (change.action === 'unshelve') moveOn(region, server)
    server.vmState = change.to
    server.taskState = null
    server.updatedAt = clock.now()
    done()
  })
}

/** Locks an instance against its owners' actions, or unlocks it. */
export function lockServer(
  { clock }: Region,
  caller: Caller,
  server: Server,
  lock: { on: boolean; reason: string | null },
) {
  const rule = lock.on ? 'lock' : 'unlock'
  enforce(caller, `os_compute_api:os-lock-server:${rule}`, server.projectId)
  server.locked = lock.on
  server.lockedReason = lock.on ? lock.reason : null
  server.updatedAt = clock.now()
}

/** Sets an instance's state by hand; for administrators. */
export function resetServer(region: Region, caller: Caller, server: Server, state: VmState) {
  enforce(caller, 'os_compute_api:os-admin-actions:reset_state', server.projectId)
  server.vmState = state
  server.taskState = null
  server.updatedAt = region.clock.now()
}

/** Deletes an instance; it lets go of its volumes, and takes along those that were to go with it. */
export function deleteServer(region: Region, caller: Caller, server: Server) {
  const { clock, durations, compute, storage } = region
  enforce(caller, 'os_compute_api:servers:delete', server.projectId)
  checkState(caller, server, 'delete')
  server.taskState = 'deleting'
  clock.after(durations.instance, () => {
    for (const device of server.devices) {
      removeDevice(region, server, device)
      const volume = storage.volumes.get(device.volumeId)
      if (device.deleteOnTermination && volume?.status === 'available') forceRemove(region, volume)
    }
    compute.deleteServer(server)
  })
}
