import type { Backup, Volume } from './block-storage.ts'
import { enforce, type Caller } from './caller.ts'
import type { Region } from './cloud.ts'
import { newUuid } from './ids.ts'
import { invalidVolume, Refusal } from './refusal.ts'
import { takesBackups } from './storage-services.ts'

/** Whether there is a backup that an incremental one can build on. */
const hasBase = ({ storage }: Region, { id }: Volume) =>
  [...storage.backups.values()].some(
    ({ volumeId, status }) => volumeId === id && status === 'available',
  )

/** Refuses what Cinder does not back up (Cinder, backup/api.py, create). */
function checkBackup(volume: Volume, force: boolean) {
  if (!['available', 'in-use'].includes(volume.status))
    throw invalidVolume(
      `Volume to be backed up must be available or in-use, but the current status is "${volume.status}".`,
    )
  if (volume.status === 'in-use' && !force)
    throw invalidVolume('Backing up an in-use volume must use the force flag.')
}

type BackupWish = Pick<Backup, 'name' | 'description' | 'container' | 'incremental'> & {
  force: boolean
}

/** Accepts a backup, which then fails where no service for backups runs (Cinder, scheduler/manager.py, create_backup). */
export function createBackup(
  region: Region,
  caller: Caller,
  volume: Volume,
  { force, ...wish }: BackupWish,
): Backup {
  const { storage, clock, durations } = region
  enforce(caller, 'backup:create', volume.projectId)
  checkBackup(volume, force)
  if (wish.incremental && !hasBase(region, volume))
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
