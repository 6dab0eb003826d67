import {
  hostIdOf,
  type ActionEvent,
  type InstanceAction,
  type Server,
} from '#mocks/cloud/compute/compute.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { ok } from '#mocks/handlers/answer.ts'
import { route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { maxLimit } from '#mocks/handlers/paging.ts'
import { strangersIn } from '#mocks/handlers/validation.ts'
import { databaseTime, databaseTimeOrNull } from '#mocks/handlers/values.ts'

import { checkQuery, countIn, momentOf } from './nova-query.ts'

const serverOf = (ask: Ask) => ask.region.compute.serverFor(ask.caller, ask.params['server'] ?? '')

const actionView = (ask: Ask, server: Server, action: InstanceAction) => ({
  action: action.action,
  instance_uuid: server.id,
  request_id: action.requestId,
  user_id: action.userId,
  project_id: action.projectId,
  start_time: databaseTime(action.startedAt),
  message: action.message,
  ...(since(ask, 2, 58) && { updated_at: databaseTime(action.updatedAt) }),
})

const eventView = (ask: Ask, server: Server, event: ActionEvent) => {
  const { isAdmin } = ask.caller
  return {
    event: event.event,
    start_time: databaseTime(event.startedAt),
    finish_time: databaseTimeOrNull(event.finishedAt),
    result: event.result,
    ...(isAdmin && { traceback: event.traceback }),
    ...(since(ask, 2, 62) && {
      ...(isAdmin && { host: event.host }),
      hostId: hostIdOf(server.projectId, event.host),
    }),
    ...(since(ask, 2, 84) && isAdmin && { details: event.details }),
  }
}

/** Which actions the query's `changes-since` and `changes-before` (2.66) leave. */
function changeTest(ask: Ask): (action: InstanceAction) => boolean {
  const { query } = ask
  const moments = ['changes-since', ...(since(ask, 2, 66) ? ['changes-before'] : [])]
  const strangers = strangersIn(Object.fromEntries(query), ['limit', 'marker', ...moments])
  if (strangers) throw new Refusal(400, strangers)
  const [from = -Infinity, until = Infinity] = moments.map((name) => {
    const text = query.get(name)
    return text === null ? undefined : momentOf(name, text)
  })
  if (from > until)
    throw new Refusal(
      400,
      'The value of changes-since must be less than or equal to changes-before.',
    )
  return ({ updatedAt }) => updatedAt >= from && updatedAt <= until
}

function list(ask: Ask) {
  const server = serverOf(ask)
  const all = server.actions.toReversed()
  if (!since(ask, 2, 58))
    return ok({ instanceActions: all.map((action) => actionView(ask, server, action)) })
  const newestFirst = all.filter(changeTest(ask))
  const marker = ask.query.get('marker')
  const start = marker === null ? 0 : newestFirst.findIndex((one) => one.requestId === marker) + 1
  if (marker !== null && start === 0) throw new Refusal(400, 'Marker None could not be found.')
  const limit = Math.min(countIn(ask.query, 'limit') ?? maxLimit, maxLimit)
  const page = newestFirst.slice(start, start + limit)
  const last = page.at(-1)
  const query = new URLSearchParams([...ask.query].filter(([name]) => name !== 'marker'))
  if (last) query.set('marker', last.requestId)
  const href = `${ask.linkBase}/servers/${server.id}/os-instance-actions?${query}`
  return ok({
    instanceActions: page.map((action) => actionView(ask, server, action)),
    ...(start + limit < newestFirst.length && last && { links: [{ rel: 'next', href }] }),
  })
}

function show(ask: Ask) {
  checkQuery(ask, 102)
  const server = serverOf(ask)
  const id = ask.params['request'] ?? ''
  const action = server.actions.find(({ requestId }) => requestId === id)
  if (!action) throw new Refusal(404, `Action ${id} not found`)
  const visible = ask.caller.isAdmin || since(ask, 2, 51)
  return ok({
    instanceAction: {
      ...actionView(ask, server, action),
      ...(visible && {
        events: action.events.toReversed().map((event) => eventView(ask, server, event)),
      }),
    },
  })
}

export const instanceActionRoutes: readonly ServiceRoute[] = [
  route('GET', 'servers/:server/os-instance-actions', list),
  route('GET', 'servers/:server/os-instance-actions/:request', show),
]
