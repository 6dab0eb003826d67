import {
  type InstanceObstacle,
  isRootDevice,
  stateObstacle,
} from '#src/model/attach/attach-obstacle.ts'
import type { HeldVolume } from '#src/model/attach/held-volume.ts'
import type { Holder } from '#src/model/attach/holder.ts'
import type { ActorRole } from '#src/model/cloud/actor.ts'
import { type ActionObstacle, detachObstacle } from '#src/model/volume/volume-actions.ts'

import type { Instance } from './instance.ts'

/** Why nothing can be attached to an instance now, or nothing detached from it. */
export type InstanceActionObstacle =
  | { kind: 'read-only-role' }
  | { kind: 'no-volume' }
  | { kind: 'instance'; obstacle: InstanceObstacle }
  | { kind: 'held'; obstacle: HeldObstacle }

/** Why no volume at all can be attached to `instance` now, or undefined. */
export function attachToObstacle(
  instance: Instance,
  actor: ActorRole,
): InstanceActionObstacle | undefined {
  if (actor.readOnly) return { kind: 'read-only-role' }
  const obstacle = stateObstacle(instance, actor)
  return obstacle && { kind: 'instance', obstacle }
}

/** A volume of an instance, as far as it matters for whether it can be detached. */
type Held = Pick<HeldVolume, 'state' | 'volume' | 'device'>

/** Why none of the volumes that `instance` holds can be detached from it, or undefined where one can. */
export function detachFromObstacle(
  instance: Instance,
  held: readonly Held[],
  actor: ActorRole,
): InstanceActionObstacle | undefined {
  if (actor.readOnly) return { kind: 'read-only-role' }
  if (held.length === 0) return { kind: 'no-volume' }
  const against = attachToObstacle(instance, actor)
  if (against) return against
  const ofEach = held.map((one) => heldObstacle(one, actor))
  const [first] = ofEach
  return first && ofEach.every(Boolean) ? { kind: 'held', obstacle: first } : undefined
}

/** Why one of an instance's volumes can't be detached now. */
export type HeldObstacle =
  | { kind: 'state'; state: Exclude<Holder['state'], 'attached'> }
  | { kind: 'not-visible' }
  | { kind: 'root-device' }
  | { kind: 'volume'; obstacle: ActionObstacle }

/** Why `held` can't be detached from its instance now, or undefined where it can be tried. */
export function heldObstacle(
  { state, volume, device }: Held,
  actor: ActorRole,
): HeldObstacle | undefined {
  if (state !== 'attached') return { kind: 'state', state }
  if (isRootDevice(device)) return { kind: 'root-device' }
  if (volume === undefined) return { kind: 'not-visible' }
  const obstacle = detachObstacle(volume, actor)
  return obstacle && { kind: 'volume', obstacle }
}
