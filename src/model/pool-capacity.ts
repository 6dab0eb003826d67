import type { Capacity, Pool } from './pool.ts'

/** How much of something there is, in GiB; `limit` is null where there is no end to it. */
export type Fill = { used: number; limit: number | null }

const isKnown = (size: Capacity): size is number => typeof size === 'number'

/**
 * How full a pool is: what is not free of its size. Undefined where the driver does not tell; used is 0 where it tells
 * an endless room.
 */
export function fillOf({ total, free }: Pick<Pool, 'total' | 'free'>): Fill | undefined {
  if (total === 'infinite' || free === 'infinite')
    return { used: 0, limit: isKnown(total) ? total : null }
  if (!isKnown(total) || !isKnown(free)) return undefined
  return { used: Math.max(0, total - free), limit: total }
}

/** Whether the pool gives volumes room only as they are written; as driver reports differ in form, any yes counts. */
export const isThin = ({ capabilities }: Pick<Pool, 'capabilities'>): boolean =>
  String(capabilities['thin_provisioning_support']).toLowerCase() === 'true'

/**
 * How much has been promised, of what may be: on a thin pool the room that is not reserved, times the ratio of
 * over-subscription (cinder/scheduler/filters/capacity_filter.py); on another its size. Undefined where it is not told.
 */
export function promiseOf(
  pool: Pick<
    Pool,
    'total' | 'provisionedGiB' | 'maxOverSubscription' | 'reservedPercent' | 'capabilities'
  >,
): Fill | undefined {
  const { total, provisionedGiB, maxOverSubscription, reservedPercent } = pool
  if (provisionedGiB === null || total === 'unknown') return undefined
  if (total === 'infinite') return { used: provisionedGiB, limit: null }
  const room = total - Math.floor((total * reservedPercent) / 100)
  const ratio = isThin(pool) && maxOverSubscription !== null ? Math.max(1, maxOverSubscription) : 1
  return { used: provisionedGiB, limit: room * ratio }
}

/** How many times the pool's size has been promised; undefined where it is not told, or has no end. */
export function overSubscriptionOf({
  total,
  provisionedGiB,
}: Pick<Pool, 'total' | 'provisionedGiB'>): number | undefined {
  if (!isKnown(total) || total <= 0 || provisionedGiB === null) return undefined
  return provisionedGiB / total
}
