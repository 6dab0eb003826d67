import type { Actor } from '#src/model/cloud/actor.ts'
import type { Pool } from '#src/model/services/pool.ts'
import { isShareableType, type VolumeType } from '#src/model/volume-type/volume-type.ts'

import type { ActionObstacle } from './volume-actions.ts'
import { isChanging, isMigrating, type Volume } from './volume.ts'

/** What a volume's row does not tell, and Cinder looks at all the same. */
export type Surroundings = { snapshots?: number; replicationStatus?: string | null }

const wrongStatus = (volume: Volume): ActionObstacle =>
  isChanging(volume)
    ? { kind: 'changing', status: volume.status }
    : { kind: 'status', status: volume.status }

/** What keeps a volume from being moved, deleted or let go, whatever its status is. */
function tiedObstacle(volume: Volume, snapshots: number): ActionObstacle | undefined {
  if (isMigrating(volume)) return { kind: 'migrating' }
  if (volume.groupId !== null) return { kind: 'in-group' }
  if (snapshots > 0) return { kind: 'has-snapshots', count: snapshots }
  return undefined
}

/** Replication statuses of a volume that has no copy elsewhere: cinder/volume/api.py, `migrate_volume`. */
const notReplicated: ReadonlySet<string> = new Set(['disabled', 'not-capable'])

/** Why `volume` can't be moved to another back end now: cinder/volume/api.py, `migrate_volume`. */
export function migrateObstacle(
  volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
  { snapshots = 0, replicationStatus = null }: Surroundings = {},
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (volume.status !== 'available' && volume.status !== 'in-use') return wrongStatus(volume)
  if (replicationStatus !== null && !notReplicated.has(replicationStatus))
    return { kind: 'replicated', status: replicationStatus }
  return tiedObstacle(volume, snapshots)
}

/** Statuses in which Cinder unmanages a volume: cinder/volume/api.py, `delete`. */
const unmanageable: ReadonlySet<string> = new Set([
  'available',
  'error',
  'error_restoring',
  'error_extending',
  'error_managing',
])

/** Why Cinder can't stop managing `volume` now: cinder/volume/api.py, `delete` with `unmanage_only`. */
export function unmanageObstacle(
  volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
  { snapshots = 0 }: Surroundings = {},
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (volume.attachments.length > 0) return { kind: 'attached', count: volume.attachments.length }
  if (!unmanageable.has(volume.status)) return wrongStatus(volume)
  if (volume.encrypted) return { kind: 'encrypted-unmanaged' }
  return tiedObstacle(volume, snapshots)
}

/** Why no attachment of `volume` can be taken away by force. */
export function forceDetachObstacle(
  { attachments }: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  return attachments.length === 0 ? { kind: 'not-attached' } : undefined
}

/** Why the states of a volume can't be set. */
export const resetObstacle = (
  _volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined => (readOnly ? { kind: 'read-only-role' } : undefined)

/**
 * The statuses that can be set by hand, Horizon's first (openstack_dashboard, admin/volumes/forms.py, SETTABLE_STATUSES),
 * then the others of cinder/objects/fields.py, VolumeStatus. Without `deleting`, which Cinder always refuses
 * (cinder/api/contrib/admin_actions.py, `_reset_status`).
 */
export const settableStatuses = [
  'attaching',
  'available',
  'creating',
  'detaching',
  'error',
  'error_deleting',
  'in-use',
  'maintenance',
  'reserved',
  'awaiting-transfer',
  'backing-up',
  'downloading',
  'error_backing-up',
  'error_extending',
  'error_managing',
  'error_restoring',
  'extending',
  'managing',
  'restoring-backup',
  'retyping',
  'uploading',
] as const

/** What an attach status can be set to: cinder/api/validation/validators.py. */
export const settableAttachStatuses = ['attached', 'detached'] as const
export type SettableAttachStatus = (typeof settableAttachStatuses)[number]

/** What a migration status can be set to: cinder/objects/fields.py, VolumeMigrationStatus. */
export const settableMigrationStatuses = [
  'none',
  'starting',
  'migrating',
  'completing',
  'success',
  'error',
] as const

/** States that are to be set; what is undefined stays. */
export type StateRequest = {
  status?: string | undefined
  attachStatus?: SettableAttachStatus | undefined
  migrationStatus?: string | undefined
}

/** Whether nothing is to be set. */
export const isEmptyRequest = ({ status, attachStatus, migrationStatus }: StateRequest): boolean =>
  status === undefined && attachStatus === undefined && migrationStatus === undefined

/** What setting states brings with it that the person should know of. */
export type StateConsequence =
  /** Cinder throws its records of all attachments away, and the instances keep the device. */
  | 'forgets-attachments'
  /** It would pass for free while instances hold it. */
  | 'looks-free'
  /** Cinder, or Nova, may be at work on it, and set the status once more at its end. */
  | 'work-goes-on'

/** What setting the states of `volume` brings with it: cinder/api/contrib/admin_actions.py, `_reset_status`. */
export function stateConsequences(volume: Volume, wish: StateRequest): StateConsequence[] {
  if (isEmptyRequest(wish)) return []
  const isHeld = volume.attachments.length > 0
  const forgets = wish.attachStatus === 'detached' && isHeld
  return [
    ...(forgets ? (['forgets-attachments'] as const) : []),
    ...(!forgets && isHeld && wish.status === 'available' ? (['looks-free'] as const) : []),
    ...(isChanging(volume) || isMigrating(volume) ? (['work-goes-on'] as const) : []),
  ]
}

/** Whether Cinder refuses the status since nothing holds the volume: cinder/api/contrib/admin_actions.py, `_reset_status`. */
export const needsAttachments = ({ attachments }: Volume, status: string): boolean =>
  status === 'in-use' && attachments.length === 0

/** A pool that a volume can be moved to. */
export type Destination = Pick<Pool, 'name' | 'backendName' | 'free' | 'canShare'>

/** Why the scheduler would hardly let a volume into a pool; it finds out after it has accepted the move. */
export type DestinationDoubt =
  | { kind: 'cannot-share' }
  | { kind: 'other-back-end'; wanted: string }
  | { kind: 'too-small'; freeGiB: number }

/** What speaks against a pool for `volume`, whose type is `type` where that is known: cinder/scheduler/filters. */
export function destinationDoubt(
  volume: Pick<Volume, 'sizeGiB'>,
  type: VolumeType | undefined,
  { backendName, free, canShare }: Destination,
): DestinationDoubt | undefined {
  if (type && isShareableType(type) && !canShare) return { kind: 'cannot-share' }
  const wanted = type?.extraSpecs['volume_backend_name']
  if (wanted !== undefined && backendName !== '' && wanted !== backendName)
    return { kind: 'other-back-end', wanted }
  if (typeof free === 'number' && free < volume.sizeGiB) return { kind: 'too-small', freeGiB: free }
  return undefined
}

/** The pools that a volume can be moved to: all but its own, those that nothing speaks against first. */
export const destinationsFor = (
  volume: Pick<Volume, 'sizeGiB' | 'host'>,
  type: VolumeType | undefined,
  pools: readonly Destination[],
): { pool: Destination; doubt: DestinationDoubt | undefined }[] =>
  pools
    .filter(({ name }) => name !== volume.host)
    .map((pool) => ({ pool, doubt: destinationDoubt(volume, type, pool) }))
    .toSorted((a, b) => Number(a.doubt !== undefined) - Number(b.doubt !== undefined))

/**
 * Whether a move is bound to fail: the volume's data is then moved by Nova, which does not for one that several instances
 * hold (nova/compute/api.py, `swap_volume`, MultiattachSwapVolumeNotSupported).
 */
export const isHeldBySeveral = ({ attachments }: Pick<Volume, 'attachments'>): boolean =>
  attachments.length > 1
