import type { Actor } from '#src/model/cloud/actor.ts'

import { isChanging, isMigrating, type Volume } from './volume.ts'

/** Why something can't be done with a volume now. */
export type ActionObstacle =
  | { kind: 'read-only-role' }
  | { kind: 'attached'; count: number }
  | { kind: 'changing'; status: string }
  | { kind: 'status'; status: string }
  | { kind: 'in-group' }
  /** The cloud's Cinder does not know it; it came with microversion `least`. */
  | { kind: 'old-cinder'; least: string }
  | { kind: 'encrypted' }
  | { kind: 'no-snapshots' }
  | { kind: 'snapshot-status'; status: string }
  | { kind: 'snapshot-size'; sizeGiB: number }
  | { kind: 'needs-available'; status: string; attachedTo: number }
  | { kind: 'too-old-in-use'; least: string }
  | { kind: 'has-snapshots'; count: number }
  | { kind: 'snapshot-busy'; status: string }
  | { kind: 'not-bootable' }
  /** Its data is being moved to another back end. */
  | { kind: 'migrating' }
  | { kind: 'replicated'; status: string }
  | { kind: 'encrypted-unmanaged' }
  | { kind: 'not-attached' }
  /** Several attachments: Cinder force-detaches none of them. */
  | { kind: 'several-attachments'; count: number }

/** Statuses in which Cinder deletes: cinder/volume/api.py, `delete`. */
const deletable: ReadonlySet<string> = new Set([
  'available',
  'error',
  'error_restoring',
  'error_extending',
  'error_managing',
])

/** Why `volume` can't be deleted now, or undefined if nothing is known against it. */
export function deleteObstacle(
  volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (volume.attachments.length > 0) return { kind: 'attached', count: volume.attachments.length }
  if (isChanging(volume)) return { kind: 'changing', status: volume.status }
  if (!deletable.has(volume.status)) return { kind: 'status', status: volume.status }
  return tiedObstacle(volume)
}

/** Why `volume` can't be deleted even by force, which leaves out its status only: cinder/volume/api.py, `delete`. */
export function forceDeleteObstacle(
  volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (volume.attachments.length > 0) return { kind: 'attached', count: volume.attachments.length }
  return tiedObstacle(volume)
}

const tiedObstacle = (volume: Volume): ActionObstacle | undefined => {
  if (isMigrating(volume)) return { kind: 'migrating' }
  return volume.groupId === null ? undefined : { kind: 'in-group' }
}

/** Why name and description of `volume` can't be changed now: cinder/volume/api.py, `update`. */
export function editObstacle(
  volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (volume.status === 'maintenance') return { kind: 'status', status: volume.status }
  return undefined
}

/** Why an attachment can't be let go now; that another change runs is waited out and no obstacle. */
export function detachObstacle(
  volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (volume.status === 'in-use' || isChanging(volume)) return undefined
  return { kind: 'status', status: volume.status }
}
