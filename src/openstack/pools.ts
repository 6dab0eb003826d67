import { z } from 'zod/mini'

import type { Capacity, Pool } from '#src/model/pool.ts'
import type { CloudScope } from '#src/model/workplace.ts'

import { ask } from './http.ts'

const numberIn = (value: unknown): number | null => {
  if (typeof value === 'number') return value
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
  return Number.isNaN(read) ? null : read
}

const capacityIn = (value: unknown): Capacity =>
  value === 'infinite' || value === Infinity ? 'infinite' : (numberIn(value) ?? 'unknown')

const flagIn = (value: unknown): boolean =>
  value === true || (typeof value === 'string' && value.toLowerCase() === 'true')

const pool = z.pipe(
  z.object({ name: z.string(), capabilities: z.nullish(z.record(z.string(), z.unknown())) }),
  z.transform(({ name, capabilities }): Pool => {
    const told = capabilities ?? {}
    const backend = told['volume_backend_name']
    return {
      name,
      backendName: typeof backend === 'string' ? backend : '',
      canShare: flagIn(told['multiattach']),
      total: capacityIn(told['total_capacity_gb']),
      free: capacityIn(told['free_capacity_gb']),
      allocatedGiB: numberIn(told['allocated_capacity_gb']),
      provisionedGiB: numberIn(told['provisioned_capacity_gb']),
      maxOverSubscription: numberIn(told['max_over_subscription_ratio']),
      reservedPercent: numberIn(told['reserved_percentage']) ?? 0,
      capabilities: told,
    }
  }),
)

const poolList = z.object({ pools: z.array(pool) })

/**
 * The pools of all back ends that are up and enabled, with what they can do.
 * @throws ApiError of kind `forbidden` for others than administrators (scheduler_extension:scheduler_stats:get_pools)
 */
export async function listPools(cloud: CloudScope, signal?: AbortSignal): Promise<Pool[]> {
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
  return body.pools
}
