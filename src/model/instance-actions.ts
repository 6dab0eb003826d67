import { type InstanceObstacle, stateObstacle } from './attach-obstacle.ts'
import type { HeldVolume } from './held-volume.ts'
import type { Holder } from './holder.ts'
import type { Instance } from './instance.ts'
import { type ActionObstacle, detachObstacle } from './volume-actions.ts'

/** Who acts on an instance's volumes. */
export type InstanceActor = { readOnly: boolean; administrator: boolean }

/** Why nothing can be attached to an instance now, or nothing detached from it. */
export type InstanceActionObstacle =
  | { kind: 'read-only-role' }
  | { kind: 'no-volume' }
  | { kind: 'instance'; obstacle: InstanceObstacle }

/** Why no volume at all can be attached to `instance` now, or undefined. */
export function attachToObstacle(
  instance: Instance,
  actor: InstanceActor,
): InstanceActionObstacle | undefined {
  if (actor.readOnly) return { kind: 'read-only-role' }
  const obstacle = stateObstacle(instance, actor)
  return obstacle && { kind: 'instance', obstacle }
}

/** Why no volume can be detached from `instance`, which holds `volumes`, or undefined. */
export function detachFromObstacle(
  instance: Instance,
  volumes: number,
  actor: InstanceActor,
): InstanceActionObstacle | undefined {
  if (actor.readOnly) return { kind: 'read-only-role' }
  if (volumes === 0) return { kind: 'no-volume' }
  return attachToObstacle(instance, actor)
}

/** Why one of an instance's volumes can't be detached now. */
export type HeldObstacle =
  | { kind: 'state'; state: Exclude<Holder['state'], 'attached'> }
  | { kind: 'not-visible' }
  | { kind: 'volume'; obstacle: ActionObstacle }

/** Why `held` can't be detached from its instance now, or undefined where it can be tried. */
export function heldObstacle(
  { state, volume }: Pick<HeldVolume, 'state' | 'volume'>,
  actor: InstanceActor,
): HeldObstacle | undefined {
  if (state !== 'attached') return { kind: 'state', state }
  if (volume === undefined) return { kind: 'not-visible' }
  const obstacle = detachObstacle(volume, actor)
  return obstacle && { kind: 'volume', obstacle }
}
