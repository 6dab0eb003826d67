import type { Backup, Volume } from './block-storage.ts'
import { enforce, type Caller } from './caller.ts'
import type { Region } from './cloud.ts'
import { newUuid } from './ids.ts'
import { invalidVolume } from './refusal.ts'

/** Refuses what Cinder does not back up (Cinder, backup/api.py, create). */
function checkBackup(volume: Volume, force: boolean) {
  if (!['available', 'in-use'].includes(volume.status))
    throw invalidVolume(
      `Volume to be backed up must be available or in-use, but the current status is "${volume.status}".`,
    )
  if (volume.status === 'in-use' && !force)
    throw invalidVolume('Backing up an in-use volume must use the force flag.')
}

/** Accepts a backup, which then fails: this cloud runs no service for backups. */
export function createBackup(
  region: Region,
  caller: Caller,
  volume: Volume,
  wish: { name: string | null; description: string | null; force: boolean },
): Backup {
  const { storage, clock, durations } = region
  enforce(caller, 'backup:create', volume.projectId)
  checkBackup(volume, wish.force)
  const before = volume.status
  volume.status = 'backing-up'
  const backup = storage.backups.add({
    id: newUuid(),
    projectId: caller.projectId ?? '',
    userId: caller.userId,
    volumeId: volume.id,
    name: wish.name,
    description: wish.description,
    status: 'creating',
    failReason: null,
    size: volume.size,
    createdAt: clock.now(),
    updatedAt: null,
  })
  clock.after(durations.change * 0.2, () => {
    if (volume.status === 'backing-up') volume.status = before
    backup.status = 'error'
    backup.failReason = 'Service not found for creating backup.'
    backup.updatedAt = clock.now()
    storage.tell({
      projectId: backup.projectId,
      eventId: 'VOLUME_VOLUME_BACKUP_013_024',
      text: 'create backup:Backup failed to schedule. Service not found for creating backup.',
      level: 'ERROR',
      requestId: caller.requestId,
      resourceType: 'VOLUME_BACKUP',
      resourceId: backup.id,
      createdAt: clock.now(),
    })
  })
  return backup
}
