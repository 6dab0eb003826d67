import type { Message } from '#mocks/cloud/block-storage.ts'
import { enforce } from '#mocks/cloud/caller.ts'
import { pageOf } from '#mocks/cloud/listing.ts'
import { notFound, Refusal } from '#mocks/cloud/refusal.ts'

import { emptyPage, ok } from './answer.ts'
import { route, since, type Ask, type ServiceRoute } from './ask.ts'
import { cinderOrder, cinderPage, nextLink, type SortKeys } from './paging.ts'
import { databaseTime } from './values.ts'
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

const columns: SortKeys<Message> = {
  id: ({ id }) => id,
  created_at: ({ createdAt }) => Math.floor(createdAt / 1000),
  event_id: ({ eventId }) => eventId,
  resource_uuid: ({ resourceId }) => resourceId,
  resource_type: ({ resourceType }) => resourceType,
  request_id: ({ requestId }) => requestId,
  message_level: ({ level }) => level,
}

function messageOf({ region, caller, params }: Ask): Message {
  const id = params['id'] ?? ''
  const message = region.storage.messages.get(id)
  if (!message || (!caller.isAdmin && message.projectId !== caller.projectId))
    throw notFound('Message', id)
  return message
}

const notFilters = new Set('limit offset marker sort sort_key sort_dir'.split(' '))

/** What messages may be filtered by (Cinder's resource_filters.json), since 3.5; others are refused to members. */
export const messageFilters = [
  'resource_uuid',
  'resource_type',
  'event_id',
  'request_id',
  'message_level',
]

function filtersOf(ask: Ask): [string, string][] {
  const given = [...ask.query].filter(([name]) => !notFilters.has(name))
  const strangers = given.map(([name]) => name).filter((name) => !messageFilters.includes(name))
  if (strangers.length > 0 && since(ask, 3, 31) && !ask.caller.isAdmin)
    throw new Refusal(400, `Invalid filters ${strangers.join(',')} are found in query options.`)
  return given.filter(([name]) => name in columns)
}

function list(ask: Ask) {
  const { messages } = ask.region.storage
  const marker = ask.query.get('marker')
  const filters = filtersOf(ask)
  const page = cinderPage(ask)
  const items = pageOf(messages, {
    ...page,
    // Cinders without the fix of CVE-2026-93856 tell everybody those of all projects (cinder/db/api.py, _messages_get_query).
    projectId: ask.caller.isAdmin ? undefined : (ask.caller.projectId ?? ''),
    matches: (message) => filters.every(([name, text]) => columns[name]?.(message) === text),
    compare: cinderOrder(ask, columns),
    marker: marker === null ? undefined : messageOf({ ...ask, params: { id: marker } }),
  })
  return ok({
    messages: items.map((message) => view(ask, message)),
    ...nextLink(ask, 'messages', 'messages', { limit: page.limit, items }),
  })
}

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
