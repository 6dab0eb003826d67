import { mutationOptions, queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import { isAdministrator } from '#src/model/cloud/role.ts'
import type { Workplace } from '#src/model/cloud/workplace.ts'
import { type Backup, backupServiceShown, type BackupWish } from '#src/model/volume/backup.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import { createBackup, isBackupServiceUp, listBackups } from '#src/openstack/backups.ts'

import { placeOf } from './session.ts'
import { lookAfterwards } from './volumes.ts'

/** All that is known of the project's backups. */
export const backupsKey = (session: Workplace) => ['backups', ...placeOf(session)] as const

/** The backups of the project. */
export const backupsQuery = (session: Workplace) =>
  queryOptions({
    queryKey: [...backupsKey(session), 'list'],
    queryFn: ({ signal }) => listBackups(session, signal),
    select: itemsOf<Backup>,
    staleTime: 30_000,
  })

/**
 * Whether the cloud has a service for backups. Cinder tells administrators only; to others it lists backups and accepts
 * new ones without any, so for them the project's own backups have to show it, where no setting says it.
 */
export const backupServiceQuery = (session: Workplace) =>
  queryOptions({
    queryKey: [...backupsKey(session), 'service'],
    queryFn: async ({ signal, client }) => {
      if (session.backups !== undefined) return session.backups
      if (isAdministrator(session)) {
        const up = await isBackupServiceUp(session, signal).catch(() => undefined)
        if (up !== undefined) return up
      }
      return backupServiceShown((await client.fetchQuery(backupsQuery(session))).items) ?? false
    },
    staleTime: 5 * 60_000,
    retry: false,
  })

/** Backs a volume up; its row shows that it is backing up. */
export const createBackupMutation = (session: Workplace, volumeId: VolumeId) =>
  mutationOptions({
    mutationFn: (wish: BackupWish & { force: boolean }) => createBackup(session, volumeId, wish),
    onSuccess: (_id, _wish, _result, { client }) => lookAfterwards(client, session, volumeId),
    meta: { refreshes: [backupsKey(session)] },
  })
