import type { Caller } from './caller.ts'
import type { Server, VmState } from './compute.ts'
import { Refusal } from './refusal.ts'

/** In which states of an instance Nova begins an action (nova/compute/api.py). */
const from: Record<string, readonly VmState[]> = {
  attach_volume: ['active', 'paused', 'stopped', 'resized', 'shelved', 'shelved_offloaded'],
  detach_volume: [
    'active',
    'paused',
    'suspended',
    'stopped',
    'resized',
    'shelved',
    'shelved_offloaded',
  ],
  start: ['stopped'],
  stop: ['active', 'shelved', 'error'],
  reboot: ['active', 'stopped', 'paused', 'suspended', 'error'],
  pause: ['active'],
  unpause: ['paused'],
  suspend: ['active'],
  resume: ['suspended'],
  shelve: ['active', 'stopped', 'paused', 'suspended'],
  unshelve: ['shelved', 'shelved_offloaded'],
}

/** Actions that do not mind what the instance is just doing. */
const patient = new Set(['delete'])

/** Refuses an action that the instance's lock or state does not allow. */
export function checkState(caller: Caller, server: Server, action: string) {
  const refuse = (what: string) =>
    new Refusal(409, `Cannot '${action}' instance ${server.id} while it is in ${what}`)
  if (server.locked && !caller.isAdmin) throw new Refusal(409, `Instance ${server.id} is locked`)
  const states = from[action]
  if (states && !states.includes(server.vmState)) throw refuse(`vm_state ${server.vmState}`)
  if (server.taskState !== null && !patient.has(action))
    throw refuse(`task_state ${server.taskState}`)
}
