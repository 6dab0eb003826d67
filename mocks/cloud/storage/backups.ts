import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { newUuid } from '#mocks/cloud/ids.ts'
import { invalidVolume, Refusal } from '#mocks/cloud/refusal.ts'

import type { Backup, Volume } from './block-storage.ts'
import { takesBackups } from './storage-services.ts'

/** The newest backup of a volume that an incremental one can build on. */
const baseFor = ({ storage }: Region, { id }: Volume) =>
  [...storage.backups.newestFirst()].find(
    ({ volumeId, status }) => volumeId === id && status === 'available',
  )

/** The backups that build on one. */
export const buildingOn = ({ storage }: Region, { id }: Backup) =>
  [...storage.backups.values()].filter(({ parentId }) => parentId === id)

/** Refuses what Cinder does not back up (Cinder, backup/api.py, create). */
function checkBackup(volume: Volume, force: boolean) {
  if (!['available', 'in-use'].includes(volume.status))
    throw invalidVolume(
      `Volume to be backed up must be available or in-use, but the current status is "${volume.status}".`,
    )
  if (volume.status === 'in-use' && !force)
    throw invalidVolume('Backing up an in-use volume must use the force flag.')
}

type BackupWish = Pick<Backup, 'name' | 'description' | 'container' | 'metadata'> & {
  /** Whether it takes only what changed since the one before. */
  incremental: boolean
  force: boolean
}

/** Accepts a backup, which then fails where no service for backups runs (Cinder, scheduler/manager.py, create_backup). */
export function createBackup(
  region: Region,
  caller: Caller,
  volume: Volume,
  { force, incremental, ...wish }: BackupWish,
): Backup {
  const { storage, clock, durations } = region
  enforce(caller, 'backup:create', volume.projectId)
  checkBackup(volume, force)
  const base = incremental ? baseFor(region, volume) : undefined
  if (incremental && !base)
    throw new Refusal(400, 'Invalid backup: No backups available to do an incremental backup.')
  const before = volume.status
  volume.status = 'backing-up'
  const backup = storage.backups.add({
    id: newUuid(),
    projectId: caller.projectId ?? '',
    userId: caller.userId,
    volumeId: volume.id,
    ...wish,
    status: 'creating',
    failReason: null,
    parentId: base?.id ?? null,
    restoredTo: null,
    size: volume.size,
    createdAt: clock.now(),
    updatedAt: null,
  })
  if (takesBackups(region))
    clock.after(durations.change, () => {
      if (volume.status === 'backing-up') volume.status = before
      backup.status = 'available'
      backup.updatedAt = clock.now()
      volume.updatedAt = clock.now()
    })
  else fail(region, caller, { volume, before, backup })
  return backup
}

/** Has a backup fail for want of a service, and tells the user. */
function fail(
  { storage, clock, durations }: Region,
  { requestId }: Caller,
  { volume, before, backup }: { volume: Volume; before: string; backup: Backup },
) {
  clock.after(durations.change * 0.2, () => {
    if (volume.status === 'backing-up') volume.status = before
    backup.updatedAt = clock.now()
    backup.status = 'error'
    backup.failReason = 'Service not found for creating backup.'
    storage.tell({
      projectId: backup.projectId,
      eventId: 'VOLUME_VOLUME_BACKUP_013_024',
      text: 'create backup:Backup failed to schedule. Service not found for creating backup.',
      level: 'ERROR',
      requestId,
      resourceType: 'VOLUME_BACKUP',
      resourceId: backup.id,
      createdAt: clock.now(),
    })
  })
}

/** What may only be done where a service for backups runs. */
export function checkBackupService(region: Region) {
  if (!takesBackups(region)) throw new Refusal(404, 'Service cinder-backup could not be found.')
}

/** Takes a backup away; with `force` in whatever status it is (Cinder, backup/api.py, delete). */
export function deleteBackup(
  region: Region,
  caller: Caller,
  backup: Backup,
  { force = false } = {},
) {
  const { clock, durations, storage } = region
  enforce(caller, 'backup:delete', backup.projectId)
  if (!force && backup.status !== 'available' && backup.status !== 'error')
    throw new Refusal(400, 'Invalid backup: Backup status must be available or error')
  if (buildingOn(region, backup).length > 0)
    throw new Refusal(400, 'Invalid backup: Incremental backups exist for this backup.')
  checkBackupService(region)
  backup.status = 'deleting'
  clock.after(durations.delete, () => storage.backups.delete(backup))
}

/** Writes a backup to a volume, which holds it in the end (Cinder, backup/api.py, restore). */
export function restoreBackup(region: Region, backup: Backup, volume: Volume) {
  const { clock, durations } = region
  if (volume.status !== 'available')
    throw invalidVolume('Volume to be restored to must be available')
  if (backup.size > volume.size)
    throw invalidVolume(
      `volume size ${volume.size} is too small to restore backup of size ${backup.size}.`,
    )
  checkBackupService(region)
  backup.status = 'restoring'
  backup.restoredTo = volume.id
  volume.status = 'restoring-backup'
  clock.after(durations.change, () => {
    if (backup.status === 'restoring') backup.status = 'available'
    if (volume.status === 'restoring-backup') volume.status = 'available'
    backup.updatedAt = clock.now()
    volume.updatedAt = clock.now()
  })
}
