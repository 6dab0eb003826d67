import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope, Reach } from '#src/model/cloud/workplace.ts'
import type { Backup, BackupWish } from '#src/model/volume/backup.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'

import { flag, needed, text, time } from './fields.ts'
import { ask } from './http.ts'
import { allPages, allTenants, listOf, nextMarker, pageLinks } from './pages.ts'

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
  z.transform((told): Backup => ({
    id: told.id,
    name: told.name ?? '',
    status: told.status,
    volumeId: told.volume_id,
    incremental: told.is_incremental ?? false,
    failReason: told.fail_reason,
    createdAt: told.created_at,
  })),
)

const backupPage = z.object({
  /** Cinder names the list's links in the singular: cinder/api/views/backups.py, `_collection_name`. */
  backup_links: pageLinks,
  backups_links: pageLinks,
  backups: listOf(backupSchema),
})

/** All backups of the project. */
export const listBackups = (cloud: Reach, signal?: AbortSignal): Promise<Listed<Backup>> =>
  allPages(async (marker) => {
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
    return { ...body.backups, next: nextMarker([...body.backups_links, ...body.backup_links]) }
  })

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
  services: listOf(z.object({ binary: text, status: text, state: text })),
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
  return body.services.items.some(
    ({ binary, status, state }) =>
      binary === 'cinder-backup' && status === 'enabled' && state === 'up',
  )
}
