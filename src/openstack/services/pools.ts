import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { Capacity, Pool } from '#src/model/services/pool.ts'
import { flagOf, needed, numberOf } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'
import { isRecord } from '#src/openstack/http/is-record.ts'
import { pageOf } from '#src/openstack/http/pagination.ts'

/** As drivers write it: `float('inf')` is `Infinity` in Python's JSON, which the page can read as text only. */
const infinite: ReadonlySet<string> = new Set(['infinite', 'infinity', 'inf'])

const capacityIn = (value: unknown): Capacity =>
  infinite.has(String(value).toLowerCase()) ? 'infinite' : (numberOf(value) ?? 'unknown')

const pool = z.pipe(
  z.object({
    name: needed,
    capabilities: z.transform((raw: unknown) => (isRecord(raw) ? raw : {})),
  }),
  z.transform(({ name, capabilities }): Pool => {
    const raw = capabilities
    const backend = raw['volume_backend_name']
    return {
      name,
      backendName: typeof backend === 'string' ? backend : '',
      canShare: flagOf(raw['multiattach']) ?? false,
      total: capacityIn(raw['total_capacity_gb']),
      free: capacityIn(raw['free_capacity_gb']),
      allocatedGiB: numberOf(raw['allocated_capacity_gb']),
      provisionedGiB: numberOf(raw['provisioned_capacity_gb']),
      maxOverSubscription: numberOf(raw['max_over_subscription_ratio']),
      reservedPercent: numberOf(raw['reserved_percentage']) ?? 0,
      capabilities: raw,
    }
  }),
)

const poolPage = pageOf('pools', pool)

/**
 * The pools of all back ends that are up and enabled, with what they can do.
 * @throws ApiError of kind `forbidden` for others than administrators (scheduler_extension:scheduler_stats:get_pools)
 */
export const listPools = (cloud: CloudScope, signal?: AbortSignal): Promise<Listed<Pool>> =>
  cinder(cloud).list('/scheduler-stats/get_pools', poolPage, { query: { detail: true }, signal })
