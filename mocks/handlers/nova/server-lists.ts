import type { Server } from '#mocks/cloud/compute/compute.ts'
import { enforce } from '#mocks/cloud/identity/caller.ts'
import { comparison, pageOf, type Listing, type SortBy } from '#mocks/cloud/listing.ts'
import { invalidInput, Refusal } from '#mocks/cloud/refusal.ts'
import { ok } from '#mocks/handlers/answer.ts'
import { route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { maxLimit, nextLink, type SortKeys } from '#mocks/handlers/paging.ts'
import { pythonRepr } from '#mocks/handlers/values.ts'

import { checkQuery, countIn, invalidQuery } from './nova-query.ts'
import { flagOf, serverTest } from './server-filters.ts'
import { serverSummary, serverView } from './server-view.ts'

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

/** Keys by which nothing is ordered any more, and which are passed over before 2.75 (nova/api/openstack/compute/schemas/servers.py). */
const ignoredKeys = new Set(
  'architecture cell_name cleaned default_ephemeral_device default_swap_device deleted deleted_at disable_terminate ephemeral_gb ephemeral_key_uuid id key_data launched_on locked memory_mb os_type reservation_id root_gb shutdown_terminate user_data vcpus vm_mode'.split(
    ' ',
  ),
)

const isIgnored = (ask: Ask, key: string) =>
  !since(ask, 2, 75) && ignoredKeys.has(key) && !(key === 'locked' && since(ask, 2, 73))

function order(ask: Ask): Listing<Server>['compare'] {
  const { query, caller } = ask
  const keys = query.getAll('sort_key')
  if (keys.length === 0) return undefined
  const directions = query.getAll('sort_dir')
  const fields = keys.flatMap((key, index): SortBy<Server>[] => {
    if (isIgnored(ask, key)) return []
    if (!sortNames.includes(key))
      throw invalidQuery('sort_key', key, `'${key}' is not one of ${pythonRepr(sortNames)}`)
    if ((key === 'host' || key === 'node') && !caller.isAdmin)
      throw new Refusal(403, `Only administrators can sort servers by ${key}`)
    const direction = directions[index] ?? directions[0] ?? 'desc'
    if (direction !== 'asc' && direction !== 'desc')
      throw invalidInput("Unknown sort direction, must be 'desc' or 'asc'")
    return [{ value: sortKeys[key] ?? (() => null), descending: direction === 'desc' }]
  })
  if (fields.length === 0) return undefined
  return comparison(fields, 'ascend')
}

const limitOf = ({ query }: Ask): number => Math.min(countIn(query, 'limit') ?? maxLimit, maxLimit)

/** The project to list, undefined for all; refuses those who may not see all. */
function projectToList(ask: Ask, rule: string): string | undefined {
  const all = ask.query.getAll('all_tenants').at(-1)
  const wantsAll = all !== undefined && flagOf(all || '1')
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
