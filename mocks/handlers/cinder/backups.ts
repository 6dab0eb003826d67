import { enforce } from '#mocks/cloud/identity/caller.ts'
import { countOf, pageOf } from '#mocks/cloud/listing.ts'
import { notFound } from '#mocks/cloud/refusal.ts'
import { buildingOn, createBackup, deleteBackup } from '#mocks/cloud/storage/backups.ts'
import type { Backup } from '#mocks/cloud/storage/block-storage.ts'
import { accepted, emptyPage, ok } from '#mocks/handlers/answer.ts'
import { route, sent, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { nextLink, wantsCount } from '#mocks/handlers/paging.ts'
import { checkBody, type Rule } from '#mocks/handlers/validation.ts'
import { booleanOf, databaseTime, databaseTimeOrNull, textOf } from '#mocks/handlers/values.ts'

import { cinderListing, seconds, type Kind } from './cinder-listing.ts'
import { metadataKeys, pairsIn, words } from './volume-changes.ts'
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
  is_incremental: backup.parentId !== null,
  has_dependent_backups: buildingOn(ask.region, backup).length > 0,
  snapshot_id: null,
  data_timestamp: databaseTime(backup.createdAt),
  ...(since(ask, 3, 43) && { metadata: backup.metadata }),
  ...(ask.caller.isAdmin && {
    ...(since(ask, 3, 18) && { 'os-backup-project-attr:project_id': backup.projectId }),
    ...(since(ask, 3, 56) && { user_id: backup.userId }),
  }),
})

const empty = () => null

/** What everybody may filter backups by (Cinder's resource_filters.json). */
export const backupFilters = ['name', 'status', 'volume_id']

/** Backups as lists of them are asked for. */
const kind: Kind<Backup> = {
  columns: {
    id: ({ id }) => id,
    display_name: ({ name }) => name,
    display_description: ({ description }) => description,
    status: ({ status }) => status,
    fail_reason: ({ failReason }) => failReason,
    volume_id: ({ volumeId }) => volumeId,
    size: ({ size }) => size,
    object_count: () => 0,
    container: ({ container }) => container,
    parent_id: ({ parentId }) => parentId,
    restore_volume_id: ({ restoredTo }) => restoredTo,
    user_id: ({ userId }) => userId,
    project_id: ({ projectId }) => projectId,
    created_at: ({ createdAt }) => seconds(createdAt),
    updated_at: ({ updatedAt }) => seconds(updatedAt),
    data_timestamp: ({ createdAt }) => seconds(createdAt),
    ...Object.fromEntries(
      'host availability_zone service service_metadata snapshot_id encryption_key_id deleted_at'
        .split(' ')
        .map((name) => [name, empty]),
    ),
    deleted: () => false,
  },
  filters: backupFilters,
  renamed: {
    name: 'display_name',
    consumes_quota: 'use_quota',
  },
  nameSince: [3, 37],
}

/** The backup that the path names. */
export function backupOf({ region, caller, params }: Ask): Backup {
  const id = params['id'] ?? ''
  const backup = region.storage.backups.get(id)
  if (!backup || (!caller.isAdmin && backup.projectId !== caller.projectId))
    throw notFound('Backup', id)
  return backup
}

/** The project to list, undefined for all. */
function projectToList({ query, caller }: Ask): string | undefined {
  const all = booleanOf(query.get('all_tenants')) === true
  return caller.isAdmin && all ? undefined : (caller.projectId ?? '')
}

const listOf = (path: string, show: typeof summaryView) => (ask: Ask) => {
  const { backups } = ask.region.storage
  const counted = since(ask, 3, 45) && wantsCount(ask)
  const listing = cinderListing(ask, kind, {
    projectId: projectToList(ask),
    without: ['all_tenants', ...(since(ask, 3, 45) ? ['with_count'] : [])],
    marker: (id) => backupOf({ ...ask, params: { id } }),
  })
  const items = pageOf(backups, listing)
  return ok({
    backups: items.map((backup) => show(ask, backup)),
    ...nextLink(ask, path, 'backups', { limit: listing.limit, items }),
    ...(counted && { count: countOf(backups, listing) }),
  })
}

const name: Rule = { is: 'text', orNull: true, max: 255 }
const metadata: Rule = { is: 'texts', keys: metadataKeys, orNull: true }

/** cinder/api/schemas/backups.py. */
const createRule = (ask: Ask): Rule => ({
  is: 'object',
  required: ['volume_id'],
  fields: {
    volume_id: { is: 'uuid' },
    container: { is: 'text', orNull: true, max: 255 },
    description: { is: 'text', orNull: true, max: 255 },
    incremental: { is: 'boolean' },
    force: { is: 'boolean' },
    name,
    snapshot_id: { is: 'uuid', orNull: true },
    ...(since(ask, 3, 43) && { metadata }),
    ...(since(ask, 3, 51) && { availability_zone: { is: 'text', orNull: true, min: 1, max: 255 } }),
  },
})

function create(ask: Ask) {
  checkBody(ask.body, 'backup', createRule(ask))
  const wish = sent(ask, 'backup')
  const volume = ask.region.storage.volumeFor(ask.caller, textOf(wish['volume_id']) ?? '')
  const backup = createBackup(ask.region, ask.caller, volume, {
    name: words(wish, 'name') ?? null,
    description: words(wish, 'description') ?? null,
    container: textOf(wish['container']) ?? null,
    metadata: pairsIn(wish['metadata']),
    incremental: booleanOf(wish['incremental']) ?? false,
    force: booleanOf(wish['force']) ?? false,
  })
  return accepted({ backup: summaryView(ask, backup) })
}

const updateRule = (ask: Ask): Rule => ({
  is: 'object',
  fields: {
    name,
    description: { is: 'text', orNull: true, max: 255 },
    ...(since(ask, 3, 43) && { metadata: { is: 'texts', keys: metadataKeys } }),
  },
})

function update(ask: Ask) {
  checkBody(ask.body, 'backup', updateRule(ask))
  const wish = sent(ask, 'backup')
  const backup = backupOf(ask)
  enforce(ask.caller, 'backup:update', backup.projectId)
  const changed = words(wish, 'name')
  const description = words(wish, 'description')
  if (changed !== undefined) backup.name = changed
  if (description !== undefined) backup.description = description
  if (wish['metadata'] !== undefined) backup.metadata = pairsIn(wish['metadata'])
  backup.updatedAt = ask.region.clock.now()
  return ok({ backup: summaryView(ask, backup) })
}

export const backupRoutes: readonly ServiceRoute[] = [
  route('GET', 'backups', listOf('backups', summaryView)),
  route('GET', 'backups/detail', listOf('backups/detail', view)),
  route('GET', 'backups/:id', (ask) => ok({ backup: view(ask, backupOf(ask)) })),
  route('POST', 'backups', create),
  route('PUT', 'backups/:id', update, [3, 9]),
  route('DELETE', 'backups/:id', (ask) => {
    deleteBackup(ask.region, ask.caller, backupOf(ask))
    return emptyPage(202)
  }),
]
