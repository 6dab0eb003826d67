import { enforce } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { checkBackupService, deleteBackup, restoreBackup } from '#mocks/cloud/storage/backups.ts'
import type { Backup, Volume } from '#mocks/cloud/storage/block-storage.ts'
import { createVolume } from '#mocks/cloud/storage/create-volume.ts'
import { accepted, ok } from '#mocks/handlers/answer.ts'
import {
  cinderActionOf,
  route,
  type Ask,
  type Known,
  type ServiceRoute,
} from '#mocks/handlers/ask.ts'
import { check, checkBody, type Rule } from '#mocks/handlers/validation.ts'
import { isObject, objectIn, textOf, type Json } from '#mocks/handlers/values.ts'

import { backupOf } from './backups.ts'

type Act = Known & { rule?: Rule; run: (ask: Ask, backup: Backup, wish: Json) => void }

const actions: Record<string, Act> = {
  'os-reset_status': {
    rule: { is: 'object', required: ['status'], fields: { status: { is: 'text' } } },
    run: (ask, backup, wish) => {
      const status = textOf(wish['status']) ?? ''
      if (!['available', 'error'].includes(status.toLowerCase()))
        throw new Refusal(
          400,
          `Backup status: ${status} is invalid, valid statuses are: ['available', 'error'].`,
        )
      enforce(ask.caller, 'volume_extension:backup_admin_actions:reset_status', backup.projectId)
      checkBackupService(ask.region)
      backup.status = status.toLowerCase()
      backup.updatedAt = ask.region.clock.now()
    },
  },
  'os-force_delete': {
    run: (ask, backup) => {
      enforce(ask.caller, 'volume_extension:backup_admin_actions:force_delete', backup.projectId)
      deleteBackup(ask.region, ask.caller, backup, { force: true })
    },
  },
}

const restoreRule: Rule = {
  is: 'object',
  orNull: true,
  fields: {
    name: { is: 'text', orNull: true, max: 255 },
    volume_id: { is: 'uuid', orNull: true },
  },
}

/** The new volume that a backup is restored to where none is named. Cinder waits until it is there. */
function newVolume(ask: Ask, backup: Backup, name: string | undefined): Volume {
  const volume = createVolume(ask.region, ask.caller, {
    name: name ?? `restore_backup_${backup.id}`,
    description: 'auto-created_from_restore_from_backup',
    size: backup.size,
    type: null,
    snapshotId: null,
    sourceId: null,
    imageId: null,
    metadata: {},
  })
  volume.status = 'available'
  return volume
}

function restore(ask: Ask) {
  checkBody(ask.body, 'restore', restoreRule)
  const wish = objectIn(ask.body, 'restore')
  const backup = backupOf(ask)
  enforce(ask.caller, 'backup:restore', backup.projectId)
  if (backup.status !== 'available')
    throw new Refusal(400, 'Invalid backup: Backup status must be available')
  const volumeId = textOf(wish['volume_id'])
  const volume =
    volumeId === undefined
      ? newVolume(ask, backup, textOf(wish['name']))
      : ask.region.storage.volumeFor(ask.caller, volumeId)
  restoreBackup(ask.region, backup, volume)
  return accepted({
    restore: { backup_id: backup.id, volume_id: volume.id, volume_name: volume.name },
  })
}

/** How another Cinder finds a backup in the store. */
function exportRecord(ask: Ask) {
  const backup = backupOf(ask)
  enforce(ask.caller, 'backup:export-import', backup.projectId)
  if (backup.status !== 'available')
    throw new Refusal(
      400,
      `Invalid backup: Backup status must be available and not ${backup.status}.`,
    )
  checkBackupService(ask.region)
  const record = { id: backup.id, size: backup.size, display_name: backup.name }
  return ok({
    'backup-record': {
      backup_service: 'cinder.backup.drivers.swift.SwiftBackupDriver',
      backup_url: btoa(encodeURIComponent(JSON.stringify(record))),
    },
  })
}

/** What may be done with a backup (cinder/api/contrib/admin_actions.py and backups.py). */
export const backupActionRoutes: readonly ServiceRoute[] = [
  route('POST', 'backups/:id/action', (ask) => {
    const { name, action, wish } = cinderActionOf(ask, actions)
    if (action.rule) check(name, wish, action.rule)
    action.run(ask, backupOf(ask), isObject(wish) ? wish : {})
    return accepted()
  }),
  route('POST', 'backups/:id/restore', restore),
  route('GET', 'backups/:id/export_record', exportRecord),
]
