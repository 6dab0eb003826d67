import { enforce } from '#mocks/cloud/caller.ts'
import type { Server } from '#mocks/cloud/compute.ts'
import { comparison, pageOf, type Listing, type SortBy } from '#mocks/cloud/listing.ts'
import { invalidInput, Refusal } from '#mocks/cloud/refusal.ts'

import { ok } from './answer.ts'
import { route, since, type Ask, type ServiceRoute } from './ask.ts'
import { checkQuery, countIn, invalidQuery, momentOf } from './nova-query.ts'
import { maxLimit, nextLink, type SortKeys } from './paging.ts'
import { serverStatuses, serverSummary, serverView, statusOf } from './server-view.ts'
import { booleanOf, pythonRepr } from './values.ts'

const sortNames =
  'hostname locked_by locked created_at root_device_name ramdisk_id terminated_at availability_zone access_ip_v6 vm_state host kernel_id display_name config_drive progress auto_disk_config launch_index instance_type_id launched_at task_state user_id uuid power_state access_ip_v4 display_description node image_ref key_name updated_at project_id'.split(
    ' ',
  )

const sortKeys: SortKeys<Server> = {
  display_name: ({ name }) => name,
  hostname: ({ name }) => name,
  created_at: ({ createdAt }) => Math.floor(createdAt / 1000),
  updated_at: ({ updatedAt }) => Math.floor(updatedAt / 1000),
  launched_at: ({ launchedAt }) => launchedAt,
  availability_zone: ({ availabilityZone }) => availabilityZone,
  vm_state: ({ vmState }) => vmState,
  task_state: ({ taskState }) => taskState,
  host: ({ host }) => host,
  node: ({ host }) => host,
  uuid: ({ id }) => id,
  locked: ({ locked }) => locked,
  project_id: ({ projectId }) => projectId,
  user_id: ({ userId }) => userId,
  image_ref: ({ imageId }) => imageId,
}

type Test = (server: Server) => boolean

const patternTest = (text: string, of: (server: Server) => string | null): Test => {
  try {
    const pattern = new RegExp(text, 'i')
    return (server) => pattern.test(of(server) ?? '')
  } catch {
    return () => false
  }
}

/** The filters that everybody has, and those that count for administrators only. */
const filters: Record<string, (text: string) => Test> = {
  name: (text) => patternTest(text, ({ name }) => name),
  uuid: (text) => (server) => server.id === text,
  image: (text) => (server) => server.imageId === text,
  flavor: (text) => (server) => server.flavor.id === text,
  locked: (text) => (server) => server.locked === booleanOf(text),
  'changes-since': timeTest('changes-since', (updated, wanted) => updated >= wanted),
  'changes-before': timeTest('changes-before', (updated, wanted) => updated <= wanted),
  description: (text) => patternTest(text, ({ description }) => description),
  vm_state: (text) => (server) => server.vmState === text,
  task_state: (text) => (server) => server.taskState === text,
  user_id: (text) => (server) => server.userId === text,
  availability_zone: (text) => (server) => server.availabilityZone === text,
}

const adminFilters: typeof filters = {
  host: (text) => (server) => server.host === text,
  node: (text) => (server) => server.host === text,
  hypervisor_hostname: (text) => (server) => server.host === text,
  project_id: (text) => (server) => server.projectId === text,
  tenant_id: (text) => (server) => server.projectId === text,
}

/** Names of the query that filter nothing, besides those above. */
const otherNames = new Set(
  'all_tenants limit marker sort_key sort_dir status reservation_id tenant_id project_id power_state deleted ip ip6 tags tags-any not-tags not-tags-any hostname created_at launched_at terminated_at key_name config_drive soft_deleted display_name access_ip_v4 access_ip_v6'.split(
    ' ',
  ),
)

function timeTest(name: string, compare: (updated: number, wanted: number) => boolean) {
  return (text: string): Test => {
    const wanted = momentOf(name, text)
    return ({ updatedAt }) => compare(updatedAt, wanted)
  }
}

function statusTest(ask: Ask): Test[] {
  const asked = ask.query.getAll('status').map((status) => status.toUpperCase())
  if (asked.length === 0) return []
  if (asked.some((status) => !serverStatuses.includes(status)))
    throw new Refusal(400, 'Invalid status value')
  return [(server) => asked.includes(statusOf(server))]
}

function serverTest(ask: Ask): Test | undefined {
  const { isAdmin } = ask.caller
  const names = [...new Set(ask.query.keys())]
  const stranger = names.find(
    (name) => !(name in filters || name in adminFilters || otherNames.has(name)),
  )
  if (stranger !== undefined && !stranger.startsWith('_') && since(ask, 2, 75))
    throw new Refusal(400, `'${stranger}' does not match any of the regexes: '^_'`)
  const tests = names.flatMap((name) => {
    const make = filters[name] ?? (isAdmin ? adminFilters[name] : undefined)
    return make ? [make(ask.query.get(name) ?? '')] : []
  })
  const all = [...tests, ...statusTest(ask)]
  return all.length === 0 ? undefined : (server) => all.every((test) => test(server))
}

function order({ query }: Ask): Listing<Server>['compare'] {
  const keys = query.getAll('sort_key')
  if (keys.length === 0) return undefined
  const directions = query.getAll('sort_dir')
  const fields = keys.map((key, index): SortBy<Server> => {
    if (!sortNames.includes(key))
      throw invalidQuery('sort_key', key, `'${key}' is not one of ${pythonRepr(sortNames)}`)
    const direction = directions[index] ?? directions[0] ?? 'desc'
    if (direction !== 'asc' && direction !== 'desc')
      throw invalidInput("Unknown sort direction, must be 'desc' or 'asc'")
    return { value: sortKeys[key] ?? (() => null), descending: direction === 'desc' }
  })
  return comparison(fields, 'ascend')
}

const limitOf = ({ query }: Ask): number => Math.min(countIn(query, 'limit') ?? maxLimit, maxLimit)

/** The project to list, undefined for all; refuses those who may not see all. */
function projectToList(ask: Ask, rule: string): string | undefined {
  const all = ask.query.get('all_tenants')
  const wantsAll = all !== null && booleanOf(all || '1') === true
  if (!wantsAll) return ask.caller.projectId ?? ''
  enforce(ask.caller, `os_compute_api:servers:${rule}:get_all_tenants`)
  return undefined
}

function markerOf(ask: Ask): Server | undefined {
  const id = ask.query.get('marker')
  if (id === null) return undefined
  const server = ask.region.compute.servers.get(id)
  if (!server) throw new Refusal(400, `marker [${id}] not found`)
  return server
}

const listOf =
  (rule: 'index' | 'detail', view: typeof serverSummary | typeof serverView) => (ask: Ask) => {
    enforce(ask.caller, `os_compute_api:servers:${rule}`)
    const listing: Listing<Server> = {
      projectId: projectToList(ask, rule),
      matches: serverTest(ask),
      compare: order(ask),
      marker: markerOf(ask),
      offset: 0,
      limit: limitOf(ask),
    }
    const items = pageOf(ask.region.compute.servers, listing)
    const path = rule === 'detail' ? 'servers/detail' : 'servers'
    return ok({
      servers: items.map((server) => view(ask, server)),
      ...nextLink(ask, path, 'servers', { limit: listing.limit, items }, true),
    })
  }

export const serverListRoutes: readonly ServiceRoute[] = [
  route('GET', 'servers', listOf('index', serverSummary)),
  route('GET', 'servers/detail', listOf('detail', serverView)),
  route('GET', 'servers/:id', (ask) => {
    checkQuery(ask, 102)
    const server = ask.region.compute.serverFor(ask.caller, ask.params['id'] ?? '')
    enforce(ask.caller, 'os_compute_api:servers:show', server.projectId)
    const groups = since(ask, 2, 71) ? { server_groups: [] } : {}
    return ok({ server: { ...serverView(ask, server), ...groups } })
  }),
]
