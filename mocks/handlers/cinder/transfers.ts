import { enforce } from '#mocks/cloud/identity/caller.ts'
import { newHex, newUuid } from '#mocks/cloud/ids.ts'
import { comparison, pageOf } from '#mocks/cloud/listing.ts'
import { invalidVolume, notFound, Refusal } from '#mocks/cloud/refusal.ts'
import type { Transfer } from '#mocks/cloud/storage/block-storage.ts'
import { checkGigabytes, checkVolumes } from '#mocks/cloud/storage/quotas.ts'
import { accepted, emptyPage, ok } from '#mocks/handlers/answer.ts'
import { projectOf, route, sent, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { cinderPage, maxLimit, nextLink } from '#mocks/handlers/paging.ts'
import { checkBody, type Rule } from '#mocks/handlers/validation.ts'
import { booleanOf, databaseTime, freshTime, textOf } from '#mocks/handlers/values.ts'

import { cinderListing, cinderTest, never, seconds, type Kind } from './cinder-listing.ts'
import { linksTo } from './volume-view.ts'

const summaryView = (ask: Ask, { id, volumeId, name }: Transfer) => ({
  id,
  volume_id: volumeId,
  name,
  links: linksTo(ask, `os-volume-transfer/${id}`),
})

const view = (ask: Ask, transfer: Transfer) => ({
  ...summaryView(ask, transfer),
  created_at: databaseTime(transfer.createdAt),
  ...(since(ask, 3, 55) && { no_snapshots: transfer.noSnapshots }),
  ...(since(ask, 3, 57) && {
    destination_project_id: null,
    source_project_id: transfer.projectId,
    accepted: false,
  }),
})

const find = ({ region }: Ask, id: string): Transfer => {
  const transfer = region.storage.transfers.get(id)
  if (!transfer) throw notFound('Transfer', id)
  return transfer
}

/** The transfer that the path names; who knows its id and its key need not be of the project. */
const transferOf = (ask: Ask) => find(ask, ask.params['id'] ?? '')

/** Transfers as lists of them are asked for. */
const kind: Kind<Transfer> = {
  columns: {
    id: ({ id }) => id,
    volume_id: ({ volumeId }) => volumeId,
    display_name: ({ name }) => name,
    no_snapshots: ({ noSnapshots }) => noSnapshots,
    source_project_id: ({ projectId }) => projectId,
    destination_project_id: () => null,
    accepted: () => false,
    created_at: ({ createdAt }) => seconds(createdAt),
    updated_at: () => null,
    expires_at: () => null,
    deleted: () => false,
    deleted_at: () => null,
  },
  filters: [],
  countsOthers: true,
  refusesSince: never,
  renamed: { name: 'display_name' },
}

const oldestFirst = comparison<Transfer>([
  { value: ({ createdAt }) => seconds(createdAt), descending: false },
  { value: ({ id }) => id, descending: false },
])

/**
 * A page of the transfers. The older address, and the newer one before 3.59, take all parameters for filters, so that
 * `limit=1` finds nothing; the page is then cut from what was found (cinder/api/v3/volume_transfer.py).
 */
function pageFor(ask: Ask, path: string): Transfer[] {
  const { transfers } = ask.region.storage
  const all = ask.caller.isAdmin && booleanOf(ask.query.get('all_tenants')) === true
  const asked = {
    projectId: all ? undefined : (ask.caller.projectId ?? ''),
    without: ['all_tenants'],
    marker: (id: string) => find(ask, id),
  }
  const page = cinderPage(ask)
  const pages = path === 'volume-transfers' && since(ask, 3, 59)
  const found = pages
    ? pageOf(transfers, cinderListing(ask, kind, asked))
    : [...transfers.newestFirst(asked.projectId)]
        .filter(cinderTest(ask, kind, asked, []))
        .toSorted(oldestFirst)
  return found.slice(page.offset, page.offset + (page.limit || maxLimit))
}

const listOf = (path: string, show: typeof summaryView) => (ask: Ask) => {
  const items = pageFor(ask, path)
  return ok({
    transfers: items.map((one) => show(ask, one)),
    ...nextLink(ask, 'os-volume-transfer', 'transfers', { limit: cinderPage(ask).limit, items }),
  })
}

const createRule = (ask: Ask): Rule => ({
  is: 'object',
  required: ['volume_id'],
  fields: {
    volume_id: { is: 'uuid' },
    name: { is: 'text', orNull: true },
    ...(since(ask, 3, 55) && { no_snapshots: { is: 'boolean' } }),
  },
})

function create(ask: Ask) {
  const { storage, clock } = ask.region
  checkBody(ask.body, 'transfer', createRule(ask))
  const wish = sent(ask, 'transfer')
  const volume = storage.volumeFor(ask.caller, textOf(wish['volume_id']) ?? '')
  enforce(ask.caller, 'volume:create_transfer', volume.projectId)
  if (volume.status !== 'available') throw invalidVolume('status must be available')
  const noSnapshots = booleanOf(wish['no_snapshots']) ?? false
  const unready = storage.snapshotsOf(volume.id).find(({ status }) => status !== 'available')
  if (unready && !noSnapshots)
    throw new Refusal(400, `Invalid snapshot: snapshot: ${unready.id} status must be available`)
  volume.status = 'awaiting-transfer'
  const transfer = storage.transfers.add({
    id: newUuid(),
    projectId: volume.projectId,
    volumeId: volume.id,
    name: textOf(wish['name'])?.trim() ?? null,
    noSnapshots,
    authKey: newHex().slice(0, 16),
    createdAt: clock.now(),
  })
  return accepted({
    transfer: {
      ...view(ask, transfer),
      created_at: freshTime(transfer.createdAt),
      auth_key: transfer.authKey,
    },
  })
}

/** The volume goes to the caller's project, with the room that it takes and, unless they were left out, its snapshots. */
function accept(ask: Ask) {
  const { storage, clock } = ask.region
  const projectId = projectOf(ask)
  checkBody(ask.body, 'accept', {
    is: 'object',
    required: ['auth_key'],
    fields: { auth_key: { is: 'anything' } },
  })
  enforce(ask.caller, 'volume:accept_transfer')
  const transfer = transferOf(ask)
  if (sent(ask, 'accept')['auth_key'] !== transfer.authKey)
    throw new Refusal(
      400,
      `Invalid auth key: Attempt to transfer ${transfer.id} with invalid auth key.`,
    )
  const volume = storage.volumes.get(transfer.volumeId)
  if (!volume) throw notFound('Volume', transfer.volumeId)
  const type = storage.typeOf(volume) ?? { id: '', name: '' }
  checkVolumes(storage, projectId, type)
  const snapshots = transfer.noSnapshots ? [] : storage.snapshotsOf(volume.id)
  const snapshotsGiB = snapshots.reduce((sum, { size }) => sum + size, 0)
  checkGigabytes(storage, projectId, type, volume.size + snapshotsGiB)
  storage.usage.removeVolume(volume.projectId, volume.typeId, volume.size)
  storage.usage.addVolume(projectId, volume.typeId, volume.size)
  storage.volumes.move(volume, projectId)
  for (const snapshot of snapshots) storage.moveSnapshot(snapshot, projectId, ask.caller.userId)
  volume.userId = ask.caller.userId
  volume.status = 'available'
  volume.updatedAt = clock.now()
  storage.transfers.delete(transfer)
  return accepted({ transfer: summaryView(ask, transfer) })
}

function remove(ask: Ask) {
  const { storage } = ask.region
  const transfer = transferOf(ask)
  enforce(ask.caller, 'volume:delete_transfer', transfer.projectId)
  const volume = storage.volumes.get(transfer.volumeId)
  if (volume?.status === 'awaiting-transfer') volume.status = 'available'
  storage.transfers.delete(transfer)
  return emptyPage(202)
}

/** The newer address and the older one. */
export const transferRoutes: readonly ServiceRoute[] = [
  'volume-transfers',
  'os-volume-transfer',
].flatMap((path) => [
  route('GET', path, listOf(path, summaryView)),
  route('GET', `${path}/detail`, listOf(path, view)),
  route('GET', `${path}/:id`, (ask) => {
    const transfer = transferOf(ask)
    const { caller } = ask
    if (!caller.isAdmin && transfer.projectId !== caller.projectId)
      throw notFound('Transfer', transfer.id)
    return ok({ transfer: view(ask, transfer) })
  }),
  route('POST', path, create),
  route('POST', `${path}/:id/accept`, accept),
  route('DELETE', `${path}/:id`, remove),
])
