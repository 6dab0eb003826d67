import type { Transfer } from '#mocks/cloud/block-storage.ts'
import { enforce } from '#mocks/cloud/caller.ts'
import { newHex, newUuid } from '#mocks/cloud/ids.ts'
import { checkGigabytes, checkVolumes } from '#mocks/cloud/quotas.ts'
import { invalidVolume, notFound, Refusal } from '#mocks/cloud/refusal.ts'

import { accepted, emptyPage, ok } from './answer.ts'
import { projectOf, route, sent, since, type Ask, type ServiceRoute } from './ask.ts'
import { checkBody, type Rule } from './validation.ts'
import { booleanOf, databaseTime, freshTime, textOf } from './values.ts'
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

const transfersOf = ({ region, caller }: Ask) => [
  ...region.storage.transfers.newestFirst(caller.projectId ?? ''),
]

function transferOf({ region, params }: Ask): Transfer {
  const id = params['id'] ?? ''
  const transfer = region.storage.transfers.get(id)
  if (!transfer) throw notFound('Transfer', id)
  return transfer
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
  route('GET', path, (ask) =>
    ok({ transfers: transfersOf(ask).map((one) => summaryView(ask, one)) }),
  ),
  route('GET', `${path}/detail`, (ask) =>
    ok({ transfers: transfersOf(ask).map((one) => view(ask, one)) }),
  ),
  route('GET', `${path}/:id`, (ask) => {
    const transfer = transferOf(ask)
    ask.region.storage.volumeFor(ask.caller, transfer.volumeId)
    return ok({ transfer: view(ask, transfer) })
  }),
  route('POST', path, create),
  route('POST', `${path}/:id/accept`, accept),
  route('DELETE', `${path}/:id`, remove),
])
