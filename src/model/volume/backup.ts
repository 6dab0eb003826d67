import { openstackCommand, option } from '#src/model/cloud/openstack-command.ts'

import type { Volume, VolumeId } from './volume.ts'

/** A copy of a volume in the store for backups. */
export type Backup = {
  id: string
  name: string
  /** Cinder's status, such as `creating`, `available` or `error`. */
  status: string
  volumeId: VolumeId
  incremental: boolean
  /** Why it failed, in Cinder's words. */
  failReason: string | null
  /** ms since the epoch. */
  createdAt: number | null
}

/** What Cinder writes where no service took the backup: cinder/scheduler/manager.py, `create_backup`. */
const saysNoService = ({ failReason }: Backup) =>
  failReason !== null && /service not found/i.test(failReason)

/**
 * Whether the project's own backups show that the cloud has a service for them, which it tells administrators only: the
 * newest that says anything about it does. Undefined where none does.
 */
export function backupServiceShown(backups: readonly Backup[]): boolean | undefined {
  const telling = backups
    .filter((backup) => saysNoService(backup) || backup.status !== 'creating')
    .toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
    .at(0)
  return telling && !saysNoService(telling)
}

/** Whether `volume` has a backup that an incremental one can build on: cinder/backup/api.py, `create`. */
export const hasBaseBackup = (backups: readonly Backup[], { id }: Pick<Volume, 'id'>): boolean =>
  backups.some(({ volumeId, status }) => volumeId === id && status === 'available')

/** What a new backup is to be. */
export type BackupRequest = {
  name: string
  description: string
  container: string
  incremental: boolean
}

/** Backs a volume up, by force while it is in use. */
export const createBackupCommand = (
  { id, status }: Pick<Volume, 'id' | 'status'>,
  { name, description, container, incremental }: BackupRequest,
): string =>
  openstackCommand(
    'volume backup create',
    ...option('name', name),
    ...option('description', description),
    ...option('container', container),
    status === 'in-use' ? '--force' : undefined,
    incremental ? '--incremental' : undefined,
    id,
  )
