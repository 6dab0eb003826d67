import { enforce } from '#mocks/cloud/identity/caller.ts'
import { pageOf } from '#mocks/cloud/listing.ts'
import { notFound } from '#mocks/cloud/refusal.ts'
import type { Message } from '#mocks/cloud/storage/block-storage.ts'
import { emptyPage, ok } from '#mocks/handlers/answer.ts'
import { route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { cinderPage, maxLimit, nextLink } from '#mocks/handlers/paging.ts'
import { databaseTime } from '#mocks/handlers/values.ts'

import { cinderListing, seconds, type Kind } from './cinder-listing.ts'
import { linksTo } from './volume-view.ts'

const month = 30 * 24 * 3_600_000

const view = (ask: Ask, message: Message) => ({
  id: message.id,
  event_id: message.eventId,
  user_message: message.text,
  message_level: message.level,
  created_at: databaseTime(message.createdAt),
  guaranteed_until: databaseTime(message.createdAt + month),
  request_id: message.requestId,
  links: linksTo(ask, `messages/${message.id}`),
  resource_type: message.resourceType,
  resource_uuid: message.resourceId,
})

function messageOf({ region, caller, params }: Ask): Message {
  const id = params['id'] ?? ''
  const message = region.storage.messages.get(id)
  if (!message || (!caller.isAdmin && message.projectId !== caller.projectId))
    throw notFound('Message', id)
  return message
}

/** What messages may be filtered by (Cinder's resource_filters.json). */
export const messageFilters = [
  'resource_uuid',
  'resource_type',
  'event_id',
  'request_id',
  'message_level',
]

/** Messages as lists of them are asked for, since 3.5. */
const kind: Kind<Message> = {
  columns: {
    id: ({ id }) => id,
    project_id: ({ projectId }) => projectId,
    event_id: ({ eventId }) => eventId,
    resource_uuid: ({ resourceId }) => resourceId,
    resource_type: ({ resourceType }) => resourceType,
    request_id: ({ requestId }) => requestId,
    message_level: ({ level }) => level,
    created_at: ({ createdAt }) => seconds(createdAt),
    updated_at: () => null,
    expires_at: ({ createdAt }) => seconds(createdAt + month),
    action_id: ({ eventId }) => eventId.split('_').at(-2) ?? null,
    detail_id: ({ eventId }) => eventId.split('_').at(-1) ?? null,
    deleted: () => false,
    deleted_at: () => null,
  },
  filters: messageFilters,
  countsOthers: true,
}

function list(ask: Ask) {
  const { messages } = ask.region.storage
  // Cinders without the fix of CVE-2026-93856 tell everybody those of all projects (cinder/db/api.py, _messages_get_query).
  const projectId = ask.caller.isAdmin ? undefined : (ask.caller.projectId ?? '')
  const marker = (id: string) => messageOf({ ...ask, params: { id } })
  const listing = since(ask, 3, 5)
    ? cinderListing(ask, kind, { projectId, marker })
    : { projectId, limit: maxLimit, offset: 0, ...unordered }
  const items = pageOf(messages, listing)
  return ok({
    messages: items.map((message) => view(ask, message)),
    // The link goes by the limit that was asked for, also where it does not count yet.
    ...nextLink(ask, 'messages', 'messages', { limit: cinderPage(ask).limit, items }),
  })
}

const unordered = { matches: undefined, compare: undefined, marker: undefined }

export const messageRoutes: readonly ServiceRoute[] = [
  route('GET', 'messages', list, [3, 3]),
  route('GET', 'messages/:id', (ask) => ok({ message: view(ask, messageOf(ask)) }), [3, 3]),
  route(
    'DELETE',
    'messages/:id',
    (ask) => {
      const message = messageOf(ask)
      enforce(ask.caller, 'message:delete', message.projectId)
      ask.region.storage.messages.delete(message)
      return emptyPage(204)
    },
    [3, 3],
  ),
]
