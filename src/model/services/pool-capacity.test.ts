import fc from 'fast-check'
import { expect, test } from 'vitest'

import { fillOf, overSubscriptionOf } from './pool-capacity.ts'
import type { Capacity } from './pool.ts'

const thin = { thin_provisioning_support: true }

test('a pool is as full as it is not free', () => {
  expect(fillOf({ total: 100, free: 30 })).toEqual({ used: 70, limit: 100 })
  expect(fillOf({ total: 'infinite', free: 'infinite' })).toEqual({ used: 0, limit: null })
  expect(fillOf({ total: 'unknown', free: 5 })).toBeUndefined()
})

test('a thin pool may promise its room, without what is reserved, several times', () => {
  const pool = { total: 100, provisionedGiB: 180, maxOverSubscription: 20, reservedPercent: 10 }
  expect(overSubscriptionOf({ ...pool, capabilities: thin })).toEqual({ now: 2, most: 20 })
  expect(overSubscriptionOf({ ...pool, capabilities: {} })).toEqual({ now: 2, most: 1 })
})

test('what is infinite or unknown is ordinary data', () => {
  const capacity = fc.oneof(
    fc.double({ min: 0, max: 1e9, noNaN: true }),
    fc.constantFrom<Capacity>('infinite', 'unknown'),
  )
  const number = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }))
  fc.assert(
    fc.property(capacity, capacity, number, number, (total, free, provisionedGiB, ratio) => {
      const pool = {
        total,
        free,
        provisionedGiB,
        maxOverSubscription: ratio,
        reservedPercent: 0,
        capabilities: thin,
      }
      const fill = fillOf(pool)
      expect(fill === undefined || fill.used >= 0).toBe(true)
      expect(fill?.limit === undefined || fill.limit === null || Number.isFinite(fill.limit)).toBe(
        true,
      )
      const over = overSubscriptionOf(pool)
      expect(over === undefined || (over.now >= 0 && over.most >= 1)).toBe(true)
    }),
  )
})
