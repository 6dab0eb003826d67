import { enforce } from '#mocks/cloud/identity/caller.ts'
import { newUuid } from '#mocks/cloud/ids.ts'
import { countOf, pageOf, type Listing } from '#mocks/cloud/listing.ts'
import { invalidVolume, notFound, Refusal } from '#mocks/cloud/refusal.ts'
import type { Snapshot } from '#mocks/cloud/storage/block-storage.ts'
import { removeSnapshot } from '#mocks/cloud/storage/delete-volume.ts'
import { checkGigabytes, checkSnapshots } from '#mocks/cloud/storage/quotas.ts'
import { accepted, emptyPage, ok } from '#mocks/handlers/answer.ts'
import { projectOf, route, sent, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { nextLink, wantsCount } from '#mocks/handlers/paging.ts'
import { checkBody, noSchemaFits, type Rule } from '#mocks/handlers/validation.ts'
import {
  booleanOf,
  databaseTime,
  databaseTimeOrNull,
  freshTime,
  textOf,
} from '#mocks/handlers/values.ts'

import { cinderListing } from './cinder-listing.ts'
import { snapshotKind } from './snapshot-filters.ts'
import { metadataKeys, pairsIn, words } from './volume-changes.ts'

const summaryView = (_ask: Ask, snapshot: Snapshot) => ({
  id: snapshot.id,
  created_at: databaseTime(snapshot.createdAt),
  updated_at: databaseTimeOrNull(snapshot.updatedAt),
  name: snapshot.name,
  description: snapshot.description,
  volume_id: snapshot.volumeId,
  status: snapshot.status,
  size: snapshot.size,
  metadata: snapshot.metadata,
})

const view = (ask: Ask, snapshot: Snapshot) => ({
  ...summaryView(ask, snapshot),
  ...(since(ask, 3, 14) && { group_snapshot_id: null }),
  ...(since(ask, 3, 41) && { user_id: snapshot.userId }),
  ...(since(ask, 3, 65) && { consumes_quota: true }),
})

const fullView = (ask: Ask, snapshot: Snapshot) => ({
  ...view(ask, snapshot),
  'os-extended-snapshot-attributes:project_id': snapshot.projectId,
  'os-extended-snapshot-attributes:progress': snapshot.status === 'available' ? '100%' : '0%',
})

/** The snapshot that the path names. */
export function snapshotOf({ region, caller, params }: Ask): Snapshot {
  const id = params['id'] ?? ''
  const snapshot = region.storage.snapshots.get(id)
  if (!snapshot || (!caller.isAdmin && snapshot.projectId !== caller.projectId))
    throw notFound('Snapshot', id)
  return snapshot
}

const list = (path: string, show: typeof summaryView) => (ask: Ask) => {
  const { snapshots } = ask.region.storage
  const all = ask.caller.isAdmin && booleanOf(ask.query.get('all_tenants')) === true
  const listing: Listing<Snapshot> = cinderListing(ask, snapshotKind, {
    projectId: all ? undefined : (ask.caller.projectId ?? ''),
    without: ['all_tenants', ...(since(ask, 3, 45) ? ['with_count'] : [])],
    marker: (id) => snapshotOf({ ...ask, params: { id } }),
  })
  const counted = since(ask, 3, 45) && wantsCount(ask)
  const items = pageOf(snapshots, listing)
  return ok({
    snapshots: items.map((one) => show(ask, one)),
    ...nextLink(ask, path, 'snapshots', { limit: listing.limit, items }),
    ...(counted && { count: countOf(snapshots, listing) }),
  })
}

/** Whether a volume in use may be taken as it is: always since 3.66, before that only with `force`. */
function forced(ask: Ask, value: unknown): boolean {
  if (!since(ask, 3, 66)) return booleanOf(value) === true
  if (value !== undefined && booleanOf(value) !== true)
    throw new Refusal(
      400,
      "Since microversion 3.66 the 'force' flag is invalid for this request.  For backward compatability, however, when the 'force' flag is passed with a value evaluating to True, it is silently ignored.",
    )
  return true
}

const shortText: Rule = { is: 'text', orNull: true, max: 255 }

const createRule: Rule = {
  is: 'object',
  required: ['volume_id'],
  fields: {
    name: shortText,
    display_name: shortText,
    description: shortText,
    volume_id: { is: 'uuid', orNull: true },
    force: { is: 'boolean' },
    metadata: { is: 'texts', keys: metadataKeys, orNull: true },
  },
}

const updateRule: Rule = {
  is: 'object',
  fields: {
    name: shortText,
    description: shortText,
    display_name: shortText,
    display_description: shortText,
  },
}

function create(ask: Ask) {
  const { storage, clock, durations } = ask.region
  checkBody(ask.body, 'snapshot', createRule)
  const wish = sent(ask, 'snapshot')
  const force = forced(ask, wish['force'])
  const volume = storage.volumeFor(ask.caller, textOf(wish['volume_id']) ?? '')
  enforce(ask.caller, 'volume:create_snapshot', volume.projectId)
  const allowed = force ? ['available', 'in-use'] : ['available']
  if (!allowed.includes(volume.status))
    throw invalidVolume(
      `Volume ${volume.id} status must be ${allowed.join(' or ')}, but current status is: ${volume.status}.`,
    )
  const type = storage.typeOf(volume) ?? { id: '', name: '' }
  // It belongs to the one who takes it, also of another project's volume (Cinder, volume/api.py, create_snapshot_in_db).
  const projectId = projectOf(ask)
  checkSnapshots(storage, projectId, type)
  checkGigabytes(storage, projectId, type, volume.size)
  const snapshot = storage.addSnapshot({
    id: newUuid(),
    projectId,
    userId: ask.caller.userId,
    volumeId: volume.id,
    typeId: volume.typeId,
    name: words(wish, 'name') ?? null,
    description: words(wish, 'description') ?? null,
    status: 'creating',
    size: volume.size,
    metadata: pairsIn(wish['metadata']),
    createdAt: clock.now(),
    updatedAt: null,
  })
  clock.after(durations.snapshot, () => {
    if (snapshot.status === 'creating') snapshot.status = 'available'
    snapshot.updatedAt = clock.now()
  })
  return accepted({
    snapshot: { ...view(ask, snapshot), created_at: freshTime(snapshot.createdAt) },
  })
}

function update(ask: Ask) {
  checkBody(ask.body, 'snapshot', updateRule)
  const wish = sent(ask, 'snapshot')
  if (Object.keys(wish).length === 0) throw noSchemaFits('snapshot', wish)
  const snapshot = snapshotOf(ask)
  enforce(ask.caller, 'volume:update_snapshot', snapshot.projectId)
  const name = words(wish, 'name')
  const description = words(wish, 'description')
  if (name !== undefined) snapshot.name = name
  if (description !== undefined) snapshot.description = description
  return ok({ snapshot: view(ask, snapshot) })
}

function remove(ask: Ask) {
  const snapshot = snapshotOf(ask)
  enforce(ask.caller, 'volume:delete_snapshot', snapshot.projectId)
  if (snapshot.status !== 'available' && snapshot.status !== 'error')
    throw new Refusal(
      400,
      'Invalid snapshot: Snapshot status must be available or error and must not be part of a group.',
    )
  removeSnapshot(ask.region, snapshot)
  return emptyPage(202)
}

export const snapshotRoutes: readonly ServiceRoute[] = [
  route('GET', 'snapshots', list('snapshots', summaryView)),
  route('GET', 'snapshots/detail', list('snapshots/detail', fullView)),
  route('GET', 'snapshots/:id', (ask) => ok({ snapshot: fullView(ask, snapshotOf(ask)) })),
  route('POST', 'snapshots', create),
  route('PUT', 'snapshots/:id', update),
  route('DELETE', 'snapshots/:id', remove),
]
