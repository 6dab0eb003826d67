import { z } from 'zod/mini'

import type { Backup, BackupWish } from '#src/model/backup.ts'
import type { VolumeId } from '#src/model/volume.ts'
import type { CloudScope, Reach } from '#src/model/workplace.ts'

import { parseCloudTime } from './cloud-time.ts'
import { ask } from './http.ts'
import { allTenants, nextMarker, pageLinks } from './pages.ts'

const backupPage = z.object({
  /** Cinder names the list's links in the singular: cinder/api/views/backups.py, `_collection_name`. */
  backup_links: pageLinks,
  backups_links: pageLinks,
  backups: z.array(
    z.pipe(
      z.object({
        id: z.string(),
        name: z.nullish(z.string()),
        status: z.string(),
        volume_id: z.string(),
        is_incremental: z.nullish(z.boolean()),
        fail_reason: z.nullish(z.string()),
        created_at: z.nullish(z.string()),
      }),
      z.transform((told): Backup => ({
        id: told.id,
        name: told.name ?? '',
        status: told.status,
        volumeId: told.volume_id,
        incremental: told.is_incremental ?? false,
        failReason: told.fail_reason ?? null,
        createdAt: parseCloudTime(told.created_at),
      })),
    ),
  ),
})

/** All backups of the project. */
export async function listBackups(cloud: Reach, signal?: AbortSignal): Promise<Backup[]> {
  const backups: Backup[] = []
  let marker: string | undefined
  do {
    const { body } = await ask(
      {
        cloud,
        service: 'volume',
        path: '/backups/detail',
        query: { all_tenants: allTenants(cloud), marker },
        ...(signal && { signal }),
      },
      backupPage,
    )
    backups.push(...body.backups)
    marker = nextMarker(body.backups_links ?? body.backup_links)
  } while (marker !== undefined)
  return backups
}

const created = z.object({ backup: z.object({ id: z.string() }) })

/** Asks for a backup of a volume, which is `backing-up` when the answer comes. Gives back the backup's id. */
export async function createBackup(
  cloud: CloudScope,
  volumeId: VolumeId,
  { name, description, container, incremental, force }: BackupWish & { force: boolean },
): Promise<string> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      method: 'POST',
      path: '/backups',
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
    },
    created,
  )
  return body.backup.id
}

const services = z.object({
  services: z.array(z.object({ binary: z.string(), status: z.string(), state: z.string() })),
})

/** Whether a service for backups is up; told to administrators only. */
export async function isBackupServiceUp(cloud: CloudScope, signal?: AbortSignal): Promise<boolean> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      path: '/os-services',
      query: { binary: 'cinder-backup' },
      ...(signal && { signal }),
    },
    services,
  )
  return body.services.some(
    ({ binary, status, state }) =>
      binary === 'cinder-backup' && status === 'enabled' && state === 'up',
  )
}
