import type { Caller } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import type { Server, VmState } from './compute.ts'

/** In which states of an instance Nova begins an action (nova/compute/api.py). */
const from: Record<string, readonly VmState[]> = {
  attach_volume: ['active', 'paused', 'stopped', 'resized', 'shelved', 'shelved_offloaded'],
  detach_volume: ['active', 'paused', 'stopped', 'resized', 'shelved', 'shelved_offloaded'],
  start: ['stopped'],
  stop: ['active', 'error'],
  'soft reboot': ['active'],
  'hard reboot': ['active', 'stopped', 'paused', 'suspended', 'error'],
  pause: ['active'],
  unpause: ['paused'],
  suspend: ['active'],
  resume: ['suspended'],
  rescue: ['active', 'stopped', 'error'],
  unrescue: ['rescued'],
  shelve: ['active', 'stopped', 'paused', 'suspended'],
  shelveOffload: ['shelved'],
  unshelve: ['shelved', 'shelved_offloaded'],
  // What no hypervisor here can do.
  changePassword: ['active'],
  confirmResize: ['resized'],
  createBackup: ['active', 'stopped', 'paused', 'suspended'],
  createImage: ['active', 'stopped', 'paused', 'suspended'],
  evacuate: ['active', 'stopped', 'error'],
  migrate: ['active', 'stopped'],
  'os-migrateLive': ['active', 'paused'],
  rebuild: ['active', 'stopped', 'error'],
  resize: ['active', 'stopped'],
  restore: [],
  revertResize: ['resized'],
  trigger_crash_dump: ['active', 'paused', 'rescued', 'resized', 'error'],
}

/** Actions that need a host, shelved or not (nova/compute/api.py, check_instance_host). */
const onHost = new Set(['start', 'stop', 'trigger_crash_dump', 'os-getConsoleOutput'])

/** Actions that do not mind what the instance is just doing, nor that it never ran. */
const patient = new Set(['delete'])

/** In which states of a task a reboot by force still begins. */
const rebooting = new Set(['rebooting', 'reboot_pending', 'reboot_started', 'rebooting_hard'])

/** Refuses an action that the instance's lock or state does not allow. */
export function checkState(caller: Caller, server: Server, action: string) {
  const { id, vmState, taskState, launchedAt } = server
  const name = action.replace(/^(soft|hard) /, '')
  const refuse = (what: string) =>
    new Refusal(409, `Cannot '${name}' instance ${id} while it is in ${what}`)
  if (server.locked && !caller.isAdmin) throw new Refusal(409, `Instance ${id} is locked`)
  if (onHost.has(action) && server.host === null)
    throw new Refusal(409, `Instance ${id} is not ready`)
  const states = from[action]
  if (states && !states.includes(vmState)) throw refuse(`vm_state ${vmState}`)
  const goesOn = action === 'hard reboot' && rebooting.has(taskState ?? '')
  if (patient.has(action)) return
  if (taskState !== null && !goesOn) throw refuse(`task_state ${taskState}`)
  if (launchedAt === null)
    throw new Refusal(409, `Instance ${id} is in an invalid state for '${name}'`)
}
