import { enforce } from '#mocks/cloud/caller.ts'
import { pools } from '#mocks/cloud/scheduler.ts'

import { ok } from './answer.ts'
import { route, type Ask, type ServiceRoute } from './ask.ts'
import { databaseTime } from './values.ts'
import { volumeFilters } from './volume-filters.ts'

/** Cinder's resource_filters.json. */
const resourceFilters: Record<string, readonly string[]> = {
  volume: volumeFilters,
  backup: ['name', 'status', 'volume_id'],
  snapshot: ['name', 'status', 'volume_id', 'metadata', 'availability_zone', 'consumes_quota'],
  group: ['name'],
  group_snapshot: ['name', 'status', 'group_id'],
  attachment: ['volume_id', 'status', 'instance_id', 'attach_status'],
  message: ['resource_uuid', 'resource_type', 'event_id', 'request_id', 'message_level'],
  pool: ['name', 'volume_type'],
  volume_type: ['is_public', 'extra_specs'],
}

function listFilters({ query }: Ask) {
  const wanted = query.get('resource')
  const entries = Object.entries(resourceFilters)
    .filter(([resource]) => wanted === null || wanted === resource)
    .map(([resource, filters]) => ({ resource, filters }))
  return ok({ resource_filters: entries })
}

function listPools(ask: Ask) {
  enforce(ask.caller, 'scheduler_extension:scheduler_stats:get_pools')
  const timestamp = databaseTime(ask.region.clock.now())
  const detailed = ask.query.has('detail')
  return ok({
    pools: pools.map(({ name, capabilities, total, free }) => ({
      name,
      ...(detailed && {
        capabilities: {
          ...capabilities,
          vendor_name: 'Open Source',
          driver_version: '1.0.0',
          storage_protocol: 'fake',
          total_capacity_gb: total,
          free_capacity_gb: free,
          provisioned_capacity_gb: total - free,
          max_over_subscription_ratio: 20,
          reserved_percentage: 0,
          thin_provisioning_support: true,
          thick_provisioning_support: false,
          online_extend_support: true,
          QoS_support: false,
          allocated_capacity_gb: 0,
          filter_function: null,
          goodness_function: null,
          timestamp,
        },
      }),
    })),
  })
}

function listServices(ask: Ask) {
  enforce(ask.caller, 'volume_extension:services:index')
  const common = {
    zone: 'nova',
    status: 'enabled',
    state: 'up',
    updated_at: databaseTime(ask.region.clock.now()),
    cluster: null,
    disabled_reason: null,
  }
  const volume = {
    backend_state: 'up',
    replication_status: 'disabled',
    active_backend_id: null,
    frozen: false,
  }
  const services = [
    { binary: 'cinder-volume', host: 'vm@shared', ...common, ...volume },
    { binary: 'cinder-volume', host: 'vm@single', ...common, ...volume },
    { binary: 'cinder-scheduler', host: 'vm', ...common },
  ]
  const binary = ask.query.get('binary')
  return ok({
    services: services.filter((service) => binary === null || service.binary === binary),
  })
}

/** What Cinder has besides volumes, types and attachments. */
export const cinderRestRoutes: readonly ServiceRoute[] = [
  route('GET', 'resource_filters', listFilters, [3, 33]),
  route('GET', 'os-availability-zone', () =>
    ok({ availabilityZoneInfo: [{ zoneName: 'nova', zoneState: { available: true } }] }),
  ),
  route('GET', 'scheduler-stats/get_pools', listPools),
  route('GET', 'os-services', listServices),
  route('GET', 'qos-specs', (ask) => {
    enforce(ask.caller, 'volume_extension:qos_specs_manage:get_all')
    return ok({ qos_specs: [] })
  }),
  route('GET', 'backups', () => ok({ backups: [] })),
  route('GET', 'backups/detail', () => ok({ backups: [] })),
  route('GET', 'groups', () => ok({ groups: [] }), [3, 13]),
  route('GET', 'groups/detail', () => ok({ groups: [] }), [3, 13]),
  route('GET', 'extensions', () => ok({ extensions: [] })),
]
