import { mutationOptions, queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import { isAdministrator } from '#src/model/cloud/role.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import { type Backup, backupServiceShown, type BackupRequest } from '#src/model/volume/backup.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import { createBackup, isBackupServiceUp, listBackups } from '#src/openstack/volumes/backups.ts'
import { scopeKey } from '#src/queries/session.ts'

import { refetchAfterwards } from './volumes.ts'

/** All that is known of the project's backups. */
export const backupsKey = (scope: Scope) => ['backups', ...scopeKey(scope)] as const

/** The backups of the project. */
export const backupsQuery = (scope: Scope) =>
  queryOptions({
    queryKey: [...backupsKey(scope), 'list'],
    queryFn: ({ signal }) => listBackups(scope, signal),
    select: itemsOf<Backup>,
    staleTime: 30_000,
  })

/**
 * Whether the cloud has a service for backups. Cinder tells administrators only; to others it lists backups and accepts
 * new ones without any, so for them the project's own backups have to show it, where no setting says it.
 */
export const backupServiceQuery = (scope: Scope) =>
  queryOptions({
    queryKey: [...backupsKey(scope), 'service'],
    queryFn: async ({ signal, client }) => {
      if (scope.backups !== undefined) return scope.backups
      if (isAdministrator(scope)) {
        const up = await isBackupServiceUp(scope, signal).catch(() => undefined)
        if (up !== undefined) return up
      }
      return backupServiceShown((await client.fetchQuery(backupsQuery(scope))).items) ?? false
    },
    staleTime: 5 * 60_000,
    retry: false,
  })

/** Backs a volume up; its row shows that it is backing up. */
export const createBackupMutation = (scope: Scope, volumeId: VolumeId) =>
  mutationOptions({
    mutationFn: (request: BackupRequest & { force: boolean }) =>
      createBackup(scope, volumeId, request),
    onSuccess: (_id, _request, _result, { client }) => refetchAfterwards(client, scope, volumeId),
    meta: { refreshes: [backupsKey(scope)] },
  })
