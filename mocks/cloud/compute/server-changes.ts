import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { holdsChanged } from '#mocks/cloud/storage/reservations.ts'

import type { Server, VmState } from './compute.ts'
import { beginAction } from './instance-actions.ts'
import { checkState } from './server-states.ts'

/** An action that takes an instance from one state to another, on the host that it is on. */
export type Change = {
  /** The name in the instance's log. */
  action: string
  /** The name in refusals, where it is another one. */
  refused?: string
  rule: string
  task: string
  to: VmState
}

/** The actions by the names that they are asked for with; two kinds of `reboot`. */
export const changes = {
  'os-start': { action: 'start', rule: 'servers:start', task: 'powering-on', to: 'active' },
  'os-stop': { action: 'stop', rule: 'servers:stop', task: 'powering-off', to: 'stopped' },
  'soft reboot': {
    action: 'reboot',
    refused: 'soft reboot',
    rule: 'servers:reboot',
    task: 'rebooting',
    to: 'active',
  },
  'hard reboot': {
    action: 'reboot',
    refused: 'hard reboot',
    rule: 'servers:reboot',
    task: 'rebooting_hard',
    to: 'active',
  },
  pause: { action: 'pause', rule: 'os-pause-server:pause', task: 'pausing', to: 'paused' },
  unpause: { action: 'unpause', rule: 'os-pause-server:unpause', task: 'unpausing', to: 'active' },
  suspend: {
    action: 'suspend',
    rule: 'os-suspend-server:suspend',
    task: 'suspending',
    to: 'suspended',
  },
  resume: { action: 'resume', rule: 'os-suspend-server:resume', task: 'resuming', to: 'active' },
  rescue: { action: 'rescue', rule: 'os-rescue', task: 'rescuing', to: 'rescued' },
  unrescue: { action: 'unrescue', rule: 'os-unrescue', task: 'unrescuing', to: 'active' },
  shelve: { action: 'shelve', rule: 'os-shelve:shelve', task: 'shelving', to: 'shelved_offloaded' },
  shelveOffload: {
    action: 'shelveOffload',
    rule: 'os-shelve:shelve_offload',
    task: 'shelving_offloading',
    to: 'shelved_offloaded',
  },
} as const satisfies Record<string, Change>

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

/** Changes an instance's state over time. */
export function changeServer(region: Region, caller: Caller, server: Server, change: Change) {
  const { clock, durations } = region
  enforce(caller, `os_compute_api:${change.rule}`, server.projectId)
  checkState(caller, server, change.refused ?? change.action)
  server.taskState = change.task
  const done = beginAction(
    region,
    server,
    caller,
    change.action,
    `compute_${eventOf(change)}_instance`,
  )
  // It was asked for by a cast, and nobody is there to take it.
  if (region.compute.isDead(server.host)) return
  clock.after(durations.instance, () => {
    server.taskState = null
    server.updatedAt = clock.now()
    if (change.to === 'shelved_offloaded') moveOff(region, server)
    server.vmState = change.to
    done()
  })
}

const eventOf = ({ action }: Change) => (action === 'shelveOffload' ? 'shelve_offload' : action)
