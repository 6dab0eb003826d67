import { expect, test } from 'vitest'

import { addedBy, grownSize, isOverQuota } from './bulk-extend-form.ts'

const volumes = [{ sizeGiB: 5 }, { sizeGiB: 20 }]

test('each grows by the same', () => {
  const growth = { how: 'by', typed: '3' } as const
  expect(volumes.map((one) => grownSize(growth, one))).toEqual([8, 23])
  expect(addedBy(growth, volumes)).toBe(6)
})

test('all grow to the same size, but for those that have it', () => {
  const growth = { how: 'to', typed: '20' } as const
  expect(volumes.map((one) => grownSize(growth, one))).toEqual([20, undefined])
  expect(addedBy(growth, volumes)).toBe(15)
})

test('what is no size makes nothing larger', () => {
  for (const typed of ['', '0', '-1', '1.5', 'ten'])
    expect(grownSize({ how: 'by', typed }, { sizeGiB: 5 })).toBeUndefined()
})

test('the quota counts all of them together', () => {
  expect(isOverQuota(6, { used: 95, limit: 100 })).toBe(true)
  expect(isOverQuota(5, { used: 95, limit: 100 })).toBe(false)
  expect(isOverQuota(5, { used: 95, limit: -1 })).toBe(false)
})
