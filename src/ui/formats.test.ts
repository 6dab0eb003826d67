import { expect, test } from 'vitest'

import { duration, gibibytes, relativeTime } from './formats.ts'

test('sizes are in GiB and grouped as the language does', () => {
  expect(gibibytes(1_000_000, 'en')).toBe('1,000,000 GiB')
})

test.each([
  [0, 'now'],
  [-30_000, '30 seconds ago'],
  [-5 * 60_000, '5 minutes ago'],
  [-59.7 * 60_000, '1 hour ago'],
  [-3 * 3_600_000, '3 hours ago'],
  [-24 * 3_600_000, 'yesterday'],
])('%d ms from now is “%s”', (ms, words) => {
  const now = Date.UTC(2026, 0, 10)
  expect(relativeTime(now + ms, now, 'en')).toBe(words)
})

test('what is long ago has its date', () => {
  expect(relativeTime(Date.UTC(2025, 5, 1, 12), Date.UTC(2026, 0, 10), 'en')).toBe('Jun 1, 2025')
})

test.each([
  [0, '0 sec'],
  [65_000, '1 min, 5 sec'],
  [3_615_000, '1 hr'],
  [49 * 86_400_000 + 15_000, '49 days'],
  [49 * 86_400_000 + 3 * 3_600_000 + 15_000, '49 days, 3 hr'],
])('%d ms took %s', (ms, words) => {
  expect(duration(ms, 'en').replaceAll(',', '')).toBe(words.replaceAll(',', ''))
})

test('a date in Chinese is short enough for a column', () => {
  expect(relativeTime(Date.UTC(2026, 10, 23, 12), Date.UTC(2026, 11, 23), 'zh-CN')).toBe(
    '2026/11/23',
  )
})
