import type { Instance } from '#src/model/instance/instance.ts'
import { attachmentOf, isChanging, type Volume } from '#src/model/volume/volume.ts'

/** Why an instance can't take a volume. `other-zone` and `other-project` are doubts only: the first is the cloud's setting, the second an administrator's affair. */
export type InstanceObstacle =
  | 'already-attached'
  | 'locked'
  | 'busy'
  | 'building'
  | 'error'
  | 'shelved-offloaded'
  | 'wrong-state'
  /** The instance was started from the volume, so Nova never takes it away. */
  | 'root-device'
  | 'other-zone'
  | 'other-project'

/** States in which Nova attaches and detaches: nova/compute/api.py, `attach_volume`, `detach_volume`. SHUTOFF is its STOPPED, VERIFY_RESIZE its RESIZED. */
const attachable: ReadonlySet<string> = new Set([
  'ACTIVE',
  'PAUSED',
  'SHUTOFF',
  'VERIFY_RESIZE',
  'SOFT_DELETED',
  'SHELVED',
  'SHELVED_OFFLOADED',
])

/** Why `instance` can't take `volume` now, or undefined if nothing is known against it. */
export function instanceObstacle(
  volume: Volume,
  instance: Instance,
  person: { administrator: boolean },
): InstanceObstacle | undefined {
  if (attachmentOf(volume, instance.id) || instance.volumeIds?.includes(volume.id))
    return 'already-attached'
  // nova/compute/api.py, `_attach_volume_shelved_offloaded`: a shared volume needs a host.
  if (volume.shareable && instance.status === 'SHELVED_OFFLOADED') return 'shelved-offloaded'
  const state = stateObstacle(instance, person)
  if (state) return state
  if (isOfOtherProject(volume, instance)) return 'other-project'
  if (isElsewhere(volume, instance)) return 'other-zone'
  return undefined
}

/**
 * Why no volume can be attached to or detached from `instance` now, or undefined. Nova asks the same of both:
 * nova/compute/api.py, `attach_volume` and `detach_volume`.
 */
export function stateObstacle(
  instance: Instance,
  person: { administrator: boolean },
): InstanceObstacle | undefined {
  if (instance.status === 'BUILD') return 'building'
  if (instance.status === 'ERROR') return 'error'
  if (!attachable.has(instance.status)) return 'wrong-state'
  if (instance.taskState !== null) return 'busy'
  if (instance.locked && !person.administrator) return 'locked'
  return undefined
}

/** The first disk of a guest, which an instance has as a volume only if it was started from it. */
export const isRootDevice = (device: string | null | undefined): boolean =>
  /^\/dev\/(x?v|s|h)da$/.test(device ?? '')

/**
 * Why Nova takes nothing away that `instance` has as `device`, or undefined: nova/compute/api.py, `detach_volume`, and before it
 * nova/api/openstack/compute/volume_attachments.py, `delete`, which refuses a root device whatever the instance's state is.
 */
export function letGoObstacle(
  instance: Instance | undefined,
  device: string | null,
  person: { administrator: boolean },
): InstanceObstacle | undefined {
  if (isRootDevice(device)) return 'root-device'
  return instance && stateObstacle(instance, person)
}

/** Whether the obstacle is only a doubt, so that the attempt may be made. */
export const isOnlyDoubt = (obstacle: InstanceObstacle | undefined): boolean =>
  obstacle === undefined || obstacle === 'other-zone' || obstacle === 'other-project'

const isOfOtherProject = (volume: Volume, instance: Instance): boolean =>
  volume.projectId !== null &&
  instance.projectId !== null &&
  volume.projectId !== instance.projectId

const isElsewhere = (volume: Volume, instance: Instance): boolean =>
  volume.availabilityZone !== null &&
  !!instance.availabilityZone &&
  volume.availabilityZone !== instance.availabilityZone

/** Why a volume can't be attached to one more instance. */
export type VolumeObstacle =
  | { kind: 'read-only-role' }
  | { kind: 'not-shareable' }
  | { kind: 'old-cloud' }
  | { kind: 'status'; status: string }

/**
 * Why nothing more can be attached to `volume`, or undefined. A volume that is just changing is no obstacle:
 * its turn is waited for. cinder/volume/api.py, `_attachment_reserve`.
 */
export function volumeObstacle(
  volume: Volume,
  { readOnly, cloudCanShare }: { readOnly: boolean; cloudCanShare: boolean },
): VolumeObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (!volume.shareable && volume.attachments.length > 0) return { kind: 'not-shareable' }
  if (volume.shareable && !cloudCanShare) return { kind: 'old-cloud' }
  const willTake = ['available', 'in-use', 'downloading', 'creating', 'reserved', 'attaching']
  if (willTake.includes(volume.status) || (isChanging(volume) && volume.status !== 'deleting'))
    return undefined
  return { kind: 'status', status: volume.status }
}
