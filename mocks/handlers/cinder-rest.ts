import { enforce } from '#mocks/cloud/caller.ts'
import { isServed, pools } from '#mocks/cloud/scheduler.ts'

import { ok } from './answer.ts'
import { route, type Ask, type ServiceRoute } from './ask.ts'
import { backupFilters } from './backups.ts'
import { attachmentFilters } from './cinder-attachments.ts'
import { extensions } from './extensions.ts'
import { groupFilters } from './groups.ts'
import { messageFilters } from './messages.ts'
import { snapshotFilters } from './snapshot-filters.ts'
import { freshTime } from './values.ts'
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

function listPools(ask: Ask) {
  enforce(ask.caller, 'scheduler_extension:scheduler_stats:get_pools')
  const timestamp = freshTime(ask.region.clock.now())
  const detailed = ask.query.has('detail')
  const wanted = ask.query.get('name')
  return ok({
    pools: pools
      .filter((pool) => isServed(ask.region, pool) && (wanted === null || pool.name === wanted))
      .map(({ name, capabilities, total, free }) => ({
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

/** What Cinder has besides volumes, types and attachments. */
export const cinderRestRoutes: readonly ServiceRoute[] = [
  route('GET', 'resource_filters', listFilters, [3, 33]),
  route('GET', 'os-availability-zone', () =>
    ok({ availabilityZoneInfo: [{ zoneName: 'nova', zoneState: { available: true } }] }),
  ),
  route('GET', 'scheduler-stats/get_pools', listPools),
  route('GET', 'qos-specs', (ask) => {
    enforce(ask.caller, 'volume_extension:qos_specs_manage:get_all')
    return ok({ qos_specs: [] })
  }),
  route('GET', 'extensions', () => ok({ extensions })),
]
