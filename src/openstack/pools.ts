import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/workplace.ts'
import type { Capacity, Pool } from '#src/model/services/pool.ts'

import { flagOf, needed, numberOf } from './fields.ts'
import { ask } from './http.ts'
import { isRecord } from './json.ts'
import { listOf } from './pages.ts'

/** As drivers write it: `float('inf')` is `Infinity` in Python's JSON, which the page can read as text only. */
const infinite: ReadonlySet<string> = new Set(['infinite', 'infinity', 'inf'])

const capacityIn = (value: unknown): Capacity =>
  infinite.has(String(value).toLowerCase()) ? 'infinite' : (numberOf(value) ?? 'unknown')

const pool = z.pipe(
  z.object({
    name: needed,
    capabilities: z.transform((told: unknown) => (isRecord(told) ? told : {})),
  }),
  z.transform(({ name, capabilities }): Pool => {
    const told = capabilities
    const backend = told['volume_backend_name']
    return {
      name,
      backendName: typeof backend === 'string' ? backend : '',
      canShare: flagOf(told['multiattach']) ?? false,
      total: capacityIn(told['total_capacity_gb']),
      free: capacityIn(told['free_capacity_gb']),
      allocatedGiB: numberOf(told['allocated_capacity_gb']),
      provisionedGiB: numberOf(told['provisioned_capacity_gb']),
      maxOverSubscription: numberOf(told['max_over_subscription_ratio']),
      reservedPercent: numberOf(told['reserved_percentage']) ?? 0,
      capabilities: told,
    }
  }),
)

const poolList = z.object({ pools: listOf(pool) })

/**
 * The pools of all back ends that are up and enabled, with what they can do.
 * @throws ApiError of kind `forbidden` for others than administrators (scheduler_extension:scheduler_stats:get_pools)
 */
export async function listPools(cloud: CloudScope, signal?: AbortSignal): Promise<Listed<Pool>> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      path: '/scheduler-stats/get_pools',
      query: { detail: true },
      ...(signal && { signal }),
    },
    poolList,
  )
  return { ...body.pools, cutShort: false }
}
