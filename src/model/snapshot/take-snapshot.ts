import type { Actor } from '#src/model/cloud/actor.ts'
import { type Capabilities, speaks } from '#src/model/cloud/microversion.ts'
import type { ActionObstacle } from '#src/model/volume/volume-actions.ts'
import { isChanging, type Volume } from '#src/model/volume/volume.ts'

import type { Snapshot } from './snapshot.ts'

/** Why `volume` is attached or busy, where an action needs it detached and idle. */
export function notAvailable(volume: Volume): ActionObstacle | undefined {
  const { status, attachments } = volume
  if (isChanging(volume)) return { kind: 'changing', status }
  if (status === 'in-use') return { kind: 'attached', count: attachments.length }
  return status === 'available' ? undefined : { kind: 'status', status }
}

/** Why no snapshot or backup of `volume` can be taken now: both are taken of volumes in use as well. */
export function copyObstacle(
  volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  return volume.status === 'in-use' ? undefined : notAvailable(volume)
}

/**
 * Whether a snapshot of `volume` has to be asked for with force: while it is in use, where the cloud is older than
 * microversion 3.66. Newer ones take it as it is and refuse the word (cinder/api/v3/snapshots.py, `create`).
 */
export const needsForce = ({ status }: Pick<Volume, 'status'>, cloud: Capabilities): boolean =>
  status === 'in-use' && !speaks(cloud, 'volume', '3.66')

/** Why `volume` can't go back to a snapshot, as far as the volume and the cloud tell: cinder/volume/api.py, `revert_to_snapshot`. */
export function revertObstacle(volume: Volume, actor: Actor): ActionObstacle | undefined {
  if (actor.readOnly) return { kind: 'read-only-role' }
  if (!speaks(actor, 'volume', '3.40')) return { kind: 'old-cinder', least: '3.40' }
  return notAvailable(volume)
}

/**
 * Why `volume` can't go back to `latest`, its newest snapshot, which is the only one that Cinder takes
 * (cinder/api/v3/volumes.py, `revert`).
 */
export function revertToObstacle(
  volume: Volume,
  latest: Snapshot | undefined,
): ActionObstacle | undefined {
  if (latest === undefined) return { kind: 'no-snapshots' }
  const { status, sizeGiB } = latest
  if (sizeGiB !== volume.sizeGiB) return { kind: 'snapshot-size', sizeGiB }
  return status === 'available' ? undefined : { kind: 'snapshot-status', status }
}
