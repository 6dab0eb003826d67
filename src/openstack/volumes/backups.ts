import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { Backup, BackupRequest } from '#src/model/volume/backup.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import { flag, needed, text, time } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'
import { allTenants, listOf, pageOf } from '#src/openstack/http/pagination.ts'

const backupSchema = z.pipe(
  z.object({
    id: needed,
    name: text,
    status: needed,
    volume_id: needed,
    is_incremental: flag,
    fail_reason: text,
    created_at: time,
  }),
  z.transform((raw): Backup => ({
    id: raw.id,
    name: raw.name ?? '',
    status: raw.status,
    volumeId: raw.volume_id,
    incremental: raw.is_incremental ?? false,
    failReason: raw.fail_reason,
    createdAt: raw.created_at,
  })),
)

/** Cinder names the list's links in the singular: cinder/api/views/backups.py, `_collection_name`. */
const backupPage = pageOf('backups', backupSchema, ['backups_links', 'backup_links'])

/** All backups of the project. */
export const listBackups = (cloud: CloudScope, signal?: AbortSignal): Promise<Listed<Backup>> =>
  cinder(cloud).all('/backups/detail', backupPage, {
    query: { all_tenants: allTenants(cloud) },
    signal,
  })

const created = z.object({ backup: z.object({ id: z.string() }) })

/** Asks for a backup of a volume, which is `backing-up` when the answer comes. Gives back the backup's id. */
export async function createBackup(
  cloud: CloudScope,
  volumeId: VolumeId,
  { name, description, container, incremental, force }: BackupRequest & { force: boolean },
): Promise<string> {
  const body = await cinder(cloud).post('/backups', created, {
    body: {
      backup: {
        volume_id: volumeId,
        name,
        description,
        incremental,
        force,
        ...(container !== '' && { container }),
      },
    },
  })
  return body.backup.id
}

const services = z.object({
  services: listOf(z.object({ binary: text, status: text, state: text })),
})

/** Whether a backup service is up; only administrators can ask. */
export async function isBackupServiceUp(cloud: CloudScope, signal?: AbortSignal): Promise<boolean> {
  const body = await cinder(cloud).get('/os-services', services, {
    query: { binary: 'cinder-backup' },
    signal,
  })
  return body.services.items.some(
    ({ binary, status, state }) =>
      binary === 'cinder-backup' && status === 'enabled' && state === 'up',
  )
}
