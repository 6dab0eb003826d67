import { enforce } from '#mocks/cloud/identity/caller.ts'
import { pageOf } from '#mocks/cloud/listing.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import type { Attachment } from '#mocks/cloud/storage/block-storage.ts'
import {
  attachmentFor,
  checkNotUsedByNova,
  complete,
  connect,
  release,
  reserve,
  type Connector,
} from '#mocks/cloud/storage/reservations.ts'
import { Table } from '#mocks/cloud/table.ts'
import { noContent, ok } from '#mocks/handlers/answer.ts'
import { cinderActionOf, route, sent, since } from '#mocks/handlers/ask.ts'
import type { Ask, Known, ServiceRoute } from '#mocks/handlers/ask.ts'
import { atLeast } from '#mocks/handlers/microversion.ts'
import { checkBody, type Rule } from '#mocks/handlers/validation.ts'
import { databaseTime, isObject, textOf } from '#mocks/handlers/values.ts'

import { cinderListing, seconds, type Kind } from './cinder-listing.ts'

const summaryView = (attachment: Attachment) => ({
  id: attachment.id,
  status: attachment.status,
  instance: attachment.instanceId,
  volume_id: attachment.volumeId,
})

const detailView = ({ region, newest }: Ask, attachment: Attachment) => ({
  ...summaryView(attachment),
  attached_at: attachment.attachedAt === null ? '' : databaseTime(attachment.attachedAt),
  detached_at: '',
  attach_mode: attachment.mode ?? 'null',
  connection_info: attachment.connected
    ? {
        volume_id: attachment.volumeId,
        qos_specs: null,
        access_mode: 'rw',
        encrypted: region.storage.volumes.get(attachment.volumeId)?.encrypted ?? false,
        cacheable: false,
        ...(atLeast(newest, [3, 71]) && { enforce_multipath: false }),
        driver_volume_type: 'fake',
        attachment_id: attachment.id,
      }
    : {},
})

/** The answer to a connection has the attachment from before it, and of what came of it only how to connect. */
const justConnected = (ask: Ask, before: Attachment, { connected }: Attachment) =>
  detailView(ask, { ...before, connected })

/** What everybody may filter attachments by (Cinder's resource_filters.json). */
export const attachmentFilters = ['volume_id', 'status', 'instance_id', 'attach_status']

/** Attachments as lists of them are asked for. There is no column `status`, so nothing is found by it. */
const kind: Kind<Attachment> = {
  columns: {
    id: ({ id }) => id,
    volume_id: ({ volumeId }) => volumeId,
    instance_uuid: ({ instanceId }) => instanceId,
    attached_host: ({ hostName }) => hostName,
    mountpoint: ({ mountpoint }) => mountpoint,
    attach_status: ({ status }) => status,
    attach_mode: ({ mode }) => mode,
    attach_time: ({ attachedAt }) => seconds(attachedAt),
    detach_time: () => null,
    created_at: ({ createdAt }) => seconds(createdAt),
    updated_at: ({ attachedAt }) => seconds(attachedAt),
    deleted: () => false,
    deleted_at: () => null,
  },
  filters: attachmentFilters,
  renamed: { instance_id: 'instance_uuid' },
  special: {
    project_id:
      (value) =>
      ({ projectId }) =>
        projectId === value,
  },
}

/** One page of the attachments that match. Those of one volume are found without looking at others. */
function pageFor(ask: Ask): Attachment[] {
  const { storage } = ask.region
  const volumeId = ask.query.get('volume_id')
  const table = volumeId === null ? storage.attachments : new Table<Attachment>()
  if (volumeId !== null)
    for (const attachment of storage.attachmentsOf(volumeId)) table.add(attachment)
  // It counts that it is there, whatever it says (cinder/api/v3/attachments.py).
  const all = ask.caller.isAdmin && ask.query.has('all_tenants')
  return pageOf(
    table,
    cinderListing(ask, kind, {
      projectId: all ? undefined : (ask.caller.projectId ?? ''),
      without: all ? ['all_tenants'] : [],
      marker: (id) => attachmentFor(storage, ask.caller, id).attachment,
    }),
  )
}

const attachmentOf = (ask: Ask) =>
  attachmentFor(ask.region.storage, ask.caller, ask.params['id'] ?? '')

function connectorIn(value: unknown): Connector | undefined {
  if (!isObject(value) || Object.keys(value).length === 0) return undefined
  const field = (name: string) => textOf(value[name]) ?? null
  return { host: field('host'), mountpoint: field('mountpoint'), mode: field('mode') }
}

const createRule = (ask: Ask): Rule => ({
  is: 'object',
  required: ['volume_uuid'],
  fields: {
    volume_uuid: { is: 'uuid' },
    instance_uuid: { is: 'uuid', orNull: true },
    connector: { is: 'object', fields: {}, open: true, orNull: true },
    ...(since(ask, 3, 54) && { mode: { is: 'one of', values: ['rw', 'ro'] } }),
  },
})

function create(ask: Ask) {
  checkBody(ask.body, 'attachment', createRule(ask))
  const wish = sent(ask, 'attachment')
  const { region, caller } = ask
  const volume = region.storage.volumeFor(caller, textOf(wish['volume_uuid']) ?? '')
  const attachment = reserve(region, caller, volume, {
    instanceId: textOf(wish['instance_uuid']) ?? null,
    mode: textOf(wish['mode']) ?? null,
  })
  const connector = connectorIn(wish['connector'])
  const before = { ...attachment }
  if (connector) connect(region, attachment, connector)
  // Cinder saves the mode from before once more, over the one that the connection noted.
  attachment.mode = before.mode
  return ok({ attachment: justConnected(ask, before, attachment) })
}

function update(ask: Ask) {
  checkBody(ask.body, 'attachment', {
    is: 'object',
    required: ['connector'],
    fields: { connector: { is: 'object', fields: {}, open: true, filled: true } },
  })
  const { attachment, volume } = attachmentOf(ask)
  enforce(ask.caller, 'volume:attachment_update', volume.projectId)
  const before = { ...attachment }
  if (volume.status.includes('error'))
    throw new Refusal(
      500,
      `Unable to update attachment.(Invalid volume: Volume attachments can not be updated if the volume is in an error state. The Volume ${volume.id} currently has a status of: ${volume.status} ).`,
    )
  const connector = connectorIn(sent(ask, 'attachment')['connector'])
  if (connector) connect(ask.region, attachment, connector)
  return ok({ attachment: justConnected(ask, before, attachment) })
}

function remove(ask: Ask) {
  const { attachment, volume } = attachmentOf(ask)
  enforce(ask.caller, 'volume:attachment_delete', volume.projectId)
  checkNotUsedByNova(ask.region, volume, attachment)
  release(ask.region, attachment)
  const rest = ask.region.storage.attachmentsOf(volume.id)
  return ok({ attachments: rest.map((one) => summaryView(one)) })
}

const actions: Record<string, Known> = { 'os-complete': { since: [3, 44] } }

function act(ask: Ask) {
  cinderActionOf(ask, actions)
  const { attachment, volume } = attachmentOf(ask)
  enforce(ask.caller, 'volume:attachment_complete', volume.projectId)
  complete(ask.region, attachment)
  return { ...noContent, headers: { 'content-type': 'application/json' } }
}

const from = [3, 27] as const

export const cinderAttachmentRoutes: readonly ServiceRoute[] = [
  route(
    'GET',
    'attachments',
    (ask) => ok({ attachments: pageFor(ask).map((one) => summaryView(one)) }),
    from,
  ),
  route(
    'GET',
    'attachments/detail',
    (ask) => ok({ attachments: pageFor(ask).map((one) => detailView(ask, one)) }),
    from,
  ),
  route(
    'GET',
    'attachments/:id',
    (ask) => ok({ attachment: detailView(ask, attachmentOf(ask).attachment) }),
    from,
  ),
  route('POST', 'attachments', create, from),
  route('PUT', 'attachments/:id', update, from),
  route('DELETE', 'attachments/:id', remove, from),
  route('POST', 'attachments/:id/action', act, from),
]
