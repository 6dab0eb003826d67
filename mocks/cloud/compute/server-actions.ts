import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { forceRemove } from '#mocks/cloud/storage/delete-volume.ts'

import { removeDevice } from './attach.ts'
import { apiHost } from './compute-services.ts'
import type { Server, VmState } from './compute.ts'
import { beginAction, beginEvent, logAction } from './instance-actions.ts'
import { checkState } from './server-states.ts'

/** Locks an instance against its owners' actions, or unlocks it. */
export function lockServer(
  region: Region,
  caller: Caller,
  server: Server,
  lock: { on: boolean; reason: string | null },
) {
  const rule = lock.on ? 'lock' : 'unlock'
  enforce(caller, `os_compute_api:os-lock-server:${rule}`, server.projectId)
  // What an administrator has locked, its owner can't unlock.
  if (!lock.on && server.lockedByAdmin)
    enforce(caller, 'os_compute_api:os-lock-server:unlock:unlock_override', server.projectId)
  server.locked = lock.on
  server.lockedReason = lock.on ? lock.reason : null
  server.lockedByAdmin = lock.on && caller.projectId !== server.projectId
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
export function deleteServer(
  region: Region,
  caller: Caller,
  server: Server,
  rule = 'servers:delete',
) {
  const { clock, durations, compute, storage } = region
  enforce(caller, `os_compute_api:${rule}`, server.projectId)
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
