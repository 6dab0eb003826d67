import { enforce } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { capabilitiesOf, isServed, pools, type Pool } from '#mocks/cloud/storage/scheduler.ts'
import { storageServicesOf } from '#mocks/cloud/storage/storage-services.ts'
import { typeByIdOrName } from '#mocks/cloud/storage/volume-types.ts'
import type { Stored } from '#mocks/cloud/table.ts'
import { ok } from '#mocks/handlers/answer.ts'
import { notYet, route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { booleanOf, freshTime } from '#mocks/handlers/values.ts'

import { backupFilters } from './backups.ts'
import { attachmentFilters } from './cinder-attachments.ts'
import { cinderListing, never as neverSince, seconds, type Kind } from './cinder-listing.ts'
import { extensions } from './extensions.ts'
import { groupFilters } from './groups.ts'
import { messageFilters } from './messages.ts'
import { snapshotFilters } from './snapshot-filters.ts'
import { volumeFilters } from './volume-filters.ts'
import { typeFilters } from './volume-types.ts'

/** Cinder's resource_filters.json. */
const resourceFilters: Record<string, readonly string[]> = {
  volume: volumeFilters,
  backup: backupFilters,
  snapshot: snapshotFilters,
  group: groupFilters,
  group_snapshot: ['name', 'status', 'group_id'],
  attachment: attachmentFilters,
  message: messageFilters,
  pool: ['name', 'volume_type'],
  volume_type: typeFilters,
}

function listFilters({ query }: Ask) {
  const wanted = query.get('resource')
  const entries = Object.entries(resourceFilters)
    .filter(([resource]) => wanted === null || wanted === resource)
    .map(([resource, filters]) => ({ resource, filters }))
  return ok({ resource_filters: entries })
}

/** The pools that the query leaves; filters count since 3.28, unknown ones are refused since 3.31. */
function poolsAsked(ask: Ask): Pool[] {
  const all = pools.filter((pool) => isServed(ask.region, pool))
  // Clients that ask for all projects everywhere are not refused.
  const { detail: _shown, all_tenants: _all, ...given } = Object.fromEntries(ask.query)
  const filters = since(ask, 3, 28) ? given : {}
  const strangers = Object.keys(filters).filter(
    (name) => !(resourceFilters['pool'] ?? []).includes(name),
  )
  if (strangers.length > 0 && since(ask, 3, 31))
    throw new Refusal(400, `Invalid filters ${strangers.join(',')} are found in query options.`)
  if (strangers.length > 0) return []
  const { name, volume_type: type } = filters
  if (type !== undefined && since(ask, 3, 35)) {
    typeByIdOrName(ask.region.storage, ask.caller, type)
    // Cinder stumbles over every type that there is, from Zed to 2026.2.
    throw new Refusal(
      400,
      'The server could not comply with the request since it is either malformed or otherwise incorrect.',
    )
  }
  return all.filter((pool) => name === undefined || pool.name === name)
}

function listPools(ask: Ask) {
  enforce(ask.caller, 'scheduler_extension:scheduler_stats:get_pools')
  const text = ask.query.get('detail')
  const detailed = text === null ? false : booleanOf(text)
  if (detailed === undefined)
    throw new Refusal(400, `Value '${text}' for 'detail' is not a boolean.`)
  const timestamp = freshTime(ask.region.clock.now())
  return ok({
    pools: poolsAsked(ask).map((pool) => ({
      name: pool.name,
      ...(detailed && { capabilities: { ...capabilitiesOf(pool), timestamp } }),
    })),
  })
}

const property = (title: string, description: string) => ({ title, description, type: 'boolean' })

/** What a back end's driver says that its types could ask for. */
function capabilities(ask: Ask) {
  enforce(ask.caller, 'volume_extension:capabilities')
  const host = ask.params['host'] ?? ''
  const found = storageServicesOf(ask.region).some(
    (one) => one.binary === 'cinder-volume' && one.host === host,
  )
  if (!found) throw new Refusal(404, `Can't find service: ${host}`)
  return ok({
    namespace: `OS::Storage::Capabilities::${host}`,
    vendor_name: 'Open Source',
    volume_backend_name: host.split('@')[1] ?? null,
    pool_name: null,
    driver_version: '1.0.0',
    storage_protocol: 'fake',
    display_name: null,
    description: null,
    visibility: null,
    replication_targets: [],
    properties: {
      thin_provisioning: property('Thin Provisioning', 'Sets thin provisioning.'),
      compression: property('Compression', 'Enables compression.'),
      qos: property('QoS', 'Enables QoS.'),
      replication_enabled: property('Replication', 'Enables replication.'),
    },
  })
}

/** There are no QoS specs; lists of them are ordered by when they were made, or by their ids. */
function listQosSpecs(ask: Ask) {
  enforce(ask.caller, 'volume_extension:qos_specs_manage:get_all')
  cinderListing(ask, noQosSpecs, { projectId: undefined, marker: noQosSpec })
  return ok({ qos_specs: [] })
}

const noQosSpec = (id: string): never => {
  throw new Refusal(404, `No such QoS spec ${id}.`)
}

const noQosSpecs: Kind<Stored> = {
  columns: { id: ({ id }) => id, created_at: ({ createdAt }) => seconds(createdAt) },
  filters: [],
  countsOthers: true,
  refusesSince: neverSince,
}

/** What Cinder has besides volumes, types and attachments. */
export const cinderListRoutes: readonly ServiceRoute[] = [
  route('GET', 'resource_filters', listFilters, [3, 33]),
  route('GET', 'os-availability-zone', () =>
    ok({ availabilityZoneInfo: [{ zoneName: 'nova', zoneState: { available: true } }] }),
  ),
  route('GET', 'scheduler-stats/get_pools', listPools),
  route('GET', 'capabilities/:host', capabilities),
  route('GET', 'qos-specs', listQosSpecs),
  route('GET', 'qos-specs/:id', (ask) => {
    enforce(ask.caller, 'volume_extension:qos_specs_manage:get')
    return noQosSpec(ask.params['id'] ?? '')
  }),
  route('GET', 'group_snapshots', () => ok({ group_snapshots: [] }), [3, 14]),
  route('GET', 'group_snapshots/detail', () => ok({ group_snapshots: [] }), [3, 14]),
  // What groups have taken the place of; nothing is of it.
  ...['consistencygroups', 'cgsnapshots'].flatMap((name) => [
    route('GET', name, () => ok({ [name]: [] })),
    route('GET', `${name}/detail`, () => ok({ [name]: [] })),
  ]),
  route('GET', 'extensions', () => ok({ extensions })),
  route('GET', 'extensions/:alias', (ask) => {
    const extension = extensions.find(({ alias }) => alias === ask.params['alias'])
    if (!extension) throw notYet()
    return ok({ extension })
  }),
  route(
    'GET',
    'clusters',
    (ask) => {
      enforce(ask.caller, 'clusters:get_all')
      return ok({ clusters: [] })
    },
    [3, 7],
  ),
]
