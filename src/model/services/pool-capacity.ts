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

/** Whether the pool gives volumes room only as they are written; as drivers' reports differ in form, any yes counts. */
const isThin = ({ capabilities }: Pick<Pool, 'capabilities'>): boolean =>
  String(capabilities['thin_provisioning_support']).toLowerCase() === 'true'

/**
 * How many times its room has been promised, and how often it may be. The room is what is not reserved; a pool that is
 * not thin may promise it once (cinder/scheduler/filters/capacity_filter.py). Undefined where it is unknown or infinite.
 */
export function overSubscriptionOf(
  pool: Pick<
    Pool,
    'total' | 'provisionedGiB' | 'maxOverSubscription' | 'reservedPercent' | 'capabilities'
  >,
): { now: number; most: number } | undefined {
  const { total, provisionedGiB, maxOverSubscription, reservedPercent } = pool
  if (!isKnown(total) || provisionedGiB === null) return undefined
  const room = total - Math.floor((total * reservedPercent) / 100)
  if (room <= 0) return undefined
  const most = isThin(pool) && maxOverSubscription !== null ? Math.max(1, maxOverSubscription) : 1
  return { now: provisionedGiB / room, most }
}
