import { expect, test } from 'vitest'

import { exceeds } from './quota.ts'

test.each([
  ['more than there is room for', { used: 9, limit: 10 }, 2, true],
  ['just what there is room for', { used: 9, limit: 10 }, 1, false],
  ['nothing more, though too much is used', { used: 11, limit: 10 }, 0, true],
  ['anything, where there is no limit', { used: 9, limit: -1 }, 1_000, false],
  ['anything, where nothing is allowed', { used: 0, limit: 0 }, 1, true],
])('%s', (_what, usage, more, over) => {
  expect(exceeds(usage, more)).toBe(over)
})
