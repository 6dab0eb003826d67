import { expect, test } from 'vitest'

import { nextLookAfter } from './look-pace.ts'

test('the waits begin short, grow with the time that passed, and stay below 3 s', () => {
  expect(nextLookAfter(0)).toBe(60)
  expect(nextLookAfter(1_000)).toBe(400)
  expect(nextLookAfter(5_000)).toBe(2_000)
  expect(nextLookAfter(60_000)).toBe(3_000)
})

test('where it is known how long it takes, the first look comes shortly before the end', () => {
  expect(nextLookAfter(0, 2_000)).toBe(1_800)
  expect(nextLookAfter(1_000, 2_000)).toBe(800)
  expect(nextLookAfter(1_790, 2_000)).toBe(60)
  expect(nextLookAfter(1_800, 2_000)).toBe(60)
  expect(nextLookAfter(2_800, 2_000)).toBe(400)
})

test('something that takes minutes is looked at after half a minute all the same', () => {
  expect(nextLookAfter(0, 600_000)).toBe(30_000)
})
