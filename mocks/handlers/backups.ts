import { createBackup } from '#mocks/cloud/backups.ts'
import type { Backup } from '#mocks/cloud/block-storage.ts'
import { enforce } from '#mocks/cloud/caller.ts'
import { pageOf } from '#mocks/cloud/listing.ts'
import { notFound, Refusal } from '#mocks/cloud/refusal.ts'
import { takesBackups } from '#mocks/cloud/storage-services.ts'

import { accepted, emptyPage, ok } from './answer.ts'
import { route, sent, since, type Ask, type ServiceRoute } from './ask.ts'
import { cinderOrder, cinderPage, nextLink, projectToList, type SortKeys } from './paging.ts'
import { checkBody } from './validation.ts'
import { booleanOf, databaseTime, databaseTimeOrNull, textOf } from './values.ts'
import { words } from './volume-changes.ts'
import { linksTo } from './volume-view.ts'

const summaryView = (ask: Ask, { id, name }: Backup) => ({
  id,
  name,
  links: linksTo(ask, `backups/${id}`),
})

const view = (ask: Ask, backup: Backup) => ({
  ...summaryView(ask, backup),
  status: backup.status,
  size: backup.size,
  object_count: 0,
  availability_zone: null,
  container: backup.container,
  created_at: databaseTime(backup.createdAt),
  updated_at: databaseTimeOrNull(backup.updatedAt),
  description: backup.description,
  fail_reason: backup.failReason,
  volume_id: backup.volumeId,
  is_incremental: backup.incremental,
  has_dependent_backups: false,
  snapshot_id: null,
  data_timestamp: databaseTime(backup.createdAt),
  ...(since(ask, 3, 43) && { metadata: {} }),
  ...(ask.caller.isAdmin && {
    ...(since(ask, 3, 18) && { 'os-backup-project-attr:project_id': backup.projectId }),
    ...(since(ask, 3, 56) && { user_id: backup.userId }),
  }),
})

const columns: SortKeys<Backup> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  status: ({ status }) => status,
  volume_id: ({ volumeId }) => volumeId,
  size: ({ size }) => size,
  created_at: ({ createdAt }) => Math.floor(createdAt / 1000),
}

function backupOf({ region, caller, params }: Ask): Backup {
  const id = params['id'] ?? ''
  const backup = region.storage.backups.get(id)
  if (!backup || (!caller.isAdmin && backup.projectId !== caller.projectId))
    throw notFound('Backup', id)
  return backup
}

const listOf = (path: string, show: typeof summaryView) => (ask: Ask) => {
  const { backups } = ask.region.storage
  const marker = ask.query.get('marker')
  const filters = [...ask.query].filter(([name]) => name in columns)
  const page = cinderPage(ask)
  const items = pageOf(backups, {
    ...page,
    projectId: projectToList(ask),
    matches: (backup) => filters.every(([name, text]) => columns[name]?.(backup) === text),
    compare: cinderOrder(ask, columns),
    marker: marker === null ? undefined : backups.get(marker),
  })
  return ok({
    backups: items.map((backup) => show(ask, backup)),
    ...nextLink(ask, path, 'backup', { limit: page.limit, items }),
  })
}

function create(ask: Ask) {
  checkBody(ask.body, 'backup', {
    is: 'object',
    required: ['volume_id'],
    fields: {
      volume_id: { is: 'uuid' },
      name: { is: 'text', orNull: true, max: 255 },
      description: { is: 'text', orNull: true, max: 255 },
      container: { is: 'text', orNull: true, max: 255 },
      incremental: { is: 'boolean' },
      force: { is: 'boolean' },
    },
    open: true,
  })
  const wish = sent(ask, 'backup')
  const volume = ask.region.storage.volumeFor(ask.caller, textOf(wish['volume_id']) ?? '')
  const backup = createBackup(ask.region, ask.caller, volume, {
    name: words(wish, 'name') ?? null,
    description: words(wish, 'description') ?? null,
    container: textOf(wish['container']) ?? null,
    incremental: booleanOf(wish['incremental']) ?? false,
    force: booleanOf(wish['force']) ?? false,
  })
  return accepted({ backup: summaryView(ask, backup) })
}

/** Only a service for backups can take one away. */
function remove(ask: Ask) {
  const { region, caller } = ask
  const backup = backupOf(ask)
  enforce(caller, 'backup:delete', backup.projectId)
  if (!takesBackups(region)) throw new Refusal(404, 'Service cinder-backup could not be found.')
  if (backup.status !== 'available' && backup.status !== 'error')
    throw new Refusal(400, 'Invalid backup: Backup status must be available or error')
  backup.status = 'deleting'
  region.clock.after(region.durations.delete, () => region.storage.backups.delete(backup))
  return emptyPage(202)
}

export const backupRoutes: readonly ServiceRoute[] = [
  route('GET', 'backups', listOf('backups', summaryView)),
  route('GET', 'backups/detail', listOf('backups/detail', view)),
  route('GET', 'backups/:id', (ask) => ok({ backup: view(ask, backupOf(ask)) })),
  route('POST', 'backups', create),
  route('DELETE', 'backups/:id', remove),
]
