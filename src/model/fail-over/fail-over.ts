import {
  instanceObstacle,
  type InstanceObstacle,
  isOnlyDoubt,
  isRootDevice,
  stateObstacle,
  volumeObstacle,
  type VolumeObstacle,
} from '#src/model/attach/attach-obstacle.ts'
import type { AttachmentStep } from '#src/model/attach/attachment-step.ts'
import type { AttachActor } from '#src/model/cloud/actor.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import type { HostState } from '#src/model/services/cloud-service.ts'
import { attachmentOf, type InstanceId, type Volume } from '#src/model/volume/volume.ts'

/** An instance, and whether its host answers. */
export type PlacedInstance = { instance: Instance; hostState: HostState }

/** Who is to lose a volume; `instance` is undefined where Nova does not know it. */
export type FailedHolder = {
  instanceId: InstanceId
  instance: Instance | undefined
  hostState: HostState
}

/** Why the old attachment can't be taken away by Nova, and so stays. */
export type LeftBehind =
  /**
   * Nova refuses to detach from an instance whose compute service is down (since 23.0: nova/compute/api.py,
   * `check_instance_host`). An older one sends the order to a host that does not hear it, and the volume stays in `detaching`
   * until the host is back, in which Cinder takes no further attachment.
   */
  | 'host-down'
  /** Nothing tells whether the host is up. */
  | 'host-unknown'
  /** Nova detaches nothing from an instance in ERROR (nova/compute/api.py, `detach_volume`). */
  | 'instance-error'
  /** Nova does not know the instance. */
  | 'instance-gone'

/** What has to be ticked before a plan is carried out. */
export type FailOverTick =
  /** The old instance can't write any more, since its host or itself is off or cut from the storage. */
  | 'fenced'
  /** The instance runs, and its guest may be writing. */
  | 'may-be-writing'

/** What is done, in turn: each step is begun when the one before has succeeded. */
export type FailOverPlan = {
  steps: readonly AttachmentStep[]
  /** Undefined where nothing stays behind. */
  left: LeftBehind | undefined
  ticks: readonly FailOverTick[]
}

/** Why an instance can't stand in. */
export type StandbyObstacle =
  | { kind: 'same-instance' }
  | { kind: 'other-project' }
  | { kind: 'host-down' }
  | { kind: 'host-unknown' }
  | { kind: 'no-host' }
  | { kind: 'instance'; obstacle: InstanceObstacle }

/** Why a volume can't be failed over. */
export type FailOverObstacle =
  /** Its one attachment can't be taken away, and it takes no second. */
  | { kind: 'stuck'; left: LeftBehind }
  /** The volume hangs in `detaching`, and the host that would end it is not up. */
  | { kind: 'hangs' }
  | { kind: 'volume'; obstacle: VolumeObstacle }
  /** The instance is in a state in which Nova takes nothing from it. */
  | { kind: 'holder'; obstacle: InstanceObstacle }
  /** The instance was started from the volume, so Nova never takes it away. */
  | { kind: 'root-device' }
  | { kind: 'no-standby' }
  | { kind: 'standby'; obstacle: StandbyObstacle }

/** Why an attachment can't be taken away by Nova; undefined where it can be tried. */
export function leftBehindBy({ instance, hostState }: FailedHolder): LeftBehind | undefined {
  if (instance === undefined) return 'instance-gone'
  if (instance.status === 'ERROR') return hostState === 'down' ? 'host-down' : 'instance-error'
  if (hostState === 'down') return 'host-down'
  // A shelved instance is on no host, so Nova's API detaches its volumes without a compute host.
  if (hostState === 'up' || instance.status === 'SHELVED_OFFLOADED') return undefined
  return 'host-unknown'
}

/** Whether an instance can no longer write by what Nova says of it, so that its volume may be taken away without asking. */
const isAtRest = ({ status }: Instance) => status === 'SHUTOFF'

/** Why `candidate` can't take the volume's place at `from`, or undefined; `other-zone` is a doubt only. */
export function standbyObstacle(
  volume: Volume,
  from: InstanceId,
  { instance, hostState }: PlacedInstance,
  person: AttachActor,
): StandbyObstacle | undefined {
  if (instance.id === from) return { kind: 'same-instance' }
  if (
    volume.projectId !== null &&
    instance.projectId !== null &&
    volume.projectId !== instance.projectId
  )
    return { kind: 'other-project' }
  const obstacle = instanceObstacle(volume, instance, person)
  if (!isOnlyDoubt(obstacle) && obstacle) return { kind: 'instance', obstacle }
  if (hostState === 'down') return { kind: 'host-down' }
  if (hostState === 'unknown') return { kind: 'host-unknown' }
  if (hostState === 'none') return { kind: 'no-host' }
  return undefined
}

/** Why the volume can't be taken from `from`, whoever is to have it; undefined where it can. */
export function holderObstacle(
  volume: Volume,
  from: FailedHolder,
  person: AttachActor,
): FailOverObstacle | undefined {
  const held = attachmentOf(volume, from.instanceId)
  const left = held && leftBehindBy(from)
  if (person.readOnly) return { kind: 'volume', obstacle: { kind: 'read-only-role' } }
  if (left && !volume.shareable) return { kind: 'stuck', left }
  if (left && volume.status === 'detaching') return { kind: 'hangs' }
  const staying = volume.attachments.filter(
    ({ instanceId }) => left !== undefined || instanceId !== from.instanceId,
  )
  const obstacle = volumeObstacle({ ...volume, attachments: staying }, person)
  if (obstacle) return { kind: 'volume', obstacle }
  if (!held || left || !from.instance) return undefined
  const state = stateObstacle(from.instance, person)
  if (state) return { kind: 'holder', obstacle: state }
  return isRootDevice(held.device) ? { kind: 'root-device' } : undefined
}

/** What is known of a fail over before it begins. */
export type FailOverCase = {
  volume: Volume
  from: FailedHolder
  /** Undefined until one is picked. */
  to: PlacedInstance | undefined
  person: AttachActor
}

/**
 * How a volume is moved from one instance to another: where Nova can detach, detach and then attach; where it can't, a
 * shareable volume is attached to the standby alone. Nothing is ever detached on a host that is not known to be up.
 */
export function planFailOver({
  volume,
  from,
  to,
  person,
}: FailOverCase): { plan: FailOverPlan } | { obstacle: FailOverObstacle } {
  const obstacle = holderObstacle(volume, from, person)
  if (obstacle) return { obstacle }
  if (!to) return { obstacle: { kind: 'no-standby' } }
  const against = standbyObstacle(volume, from.instanceId, to, person)
  if (against) return { obstacle: { kind: 'standby', obstacle: against } }
  const held = attachmentOf(volume, from.instanceId) !== undefined
  const left = held ? leftBehindBy(from) : undefined
  const detaches = held && left === undefined
  const attach: AttachmentStep = { act: 'attach', instanceId: to.instance.id }
  const ticks: FailOverTick[] = []
  if (left) ticks.push('fenced')
  if (detaches && from.instance && !isAtRest(from.instance)) ticks.push('may-be-writing')
  return {
    plan: {
      steps: detaches ? [{ act: 'detach', instanceId: from.instanceId }, attach] : [attach],
      left,
      ticks,
    },
  }
}

/** How an attachment that Nova can't take away now may come to its end after all. */
export type WayOut = 'evacuate' | 'delete' | 'return' | 'reset-state' | 'remove-in-cinder'

/** What can be done about an attachment that stays, the usual first. */
export const waysOut: Readonly<Record<LeftBehind, readonly WayOut[]>> = {
  'host-down': ['evacuate', 'delete', 'return'],
  'host-unknown': ['return', 'evacuate', 'delete'],
  'instance-error': ['reset-state', 'delete'],
  'instance-gone': ['remove-in-cinder'],
}
