import { expect, test } from 'vitest'

import { contains, folded } from './search-text.ts'

test.each([
  ['letter case', 'Quorum-Disk', 'quorum'],
  ['a dotless i of another language', 'DISK', 'disk'],
  ['an accent in two characters', 'Cafe\u0301', 'caf\u00E9'],
  ['an accent in one', 'Caf\u00E9', 'cafe\u0301'],
  ['wide letters', '\uFF24\uFF22-1', 'db-1'],
  ['spaces that a page shows as one', 'my   shared\u00A0disk', 'my shared disk'],
  ['spaces around', 'disk', '  disk '],
  ['Chinese', '共享卷', '享卷'],
])('%s', (_what, seen, typed) => {
  expect(contains([seen], folded(typed))).toBe(true)
})

test('what is missing contains nothing, and what is not there is not found', () => {
  expect(contains([null, undefined], folded('null'))).toBe(false)
  expect(contains(['disk'], folded('volume'))).toBe(false)
})
