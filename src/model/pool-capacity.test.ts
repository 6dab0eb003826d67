import fc from 'fast-check'
import { expect, test } from 'vitest'

import { fillOf, overSubscriptionOf, promiseOf } from './pool-capacity.ts'
import type { Capacity } from './pool.ts'

const thin = { thin_provisioning_support: true }

test('a pool is as full as it is not free', () => {
  expect(fillOf({ total: 100, free: 30 })).toEqual({ used: 70, limit: 100 })
  expect(fillOf({ total: 'infinite', free: 'infinite' })).toEqual({ used: 0, limit: null })
  expect(fillOf({ total: 'unknown', free: 5 })).toBeUndefined()
})

test('a thin pool may promise its room, without what is reserved, several times', () => {
  const pool = { total: 100, provisionedGiB: 150, maxOverSubscription: 20, reservedPercent: 10 }
  expect(promiseOf({ ...pool, capabilities: thin })).toEqual({ used: 150, limit: 1_800 })
  expect(promiseOf({ ...pool, capabilities: {} })).toEqual({ used: 150, limit: 90 })
  expect(overSubscriptionOf(pool)).toBe(1.5)
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
      for (const fill of [fillOf(pool), promiseOf(pool)]) {
        if (fill === undefined) continue
        expect(fill.used).toBeGreaterThanOrEqual(0)
        expect(fill.limit === null || Number.isFinite(fill.limit)).toBe(true)
      }
      const over = overSubscriptionOf(pool)
      expect(over === undefined || over >= 0).toBe(true)
    }),
  )
})
