import { expect, test } from 'vitest'

import { retryAfterIn } from './retry-after.ts'

const date = 'Wed, 21 Oct 2026 07:28:00 GMT'

test.each([
  ['seconds', { 'retry-after': '120' }, 120_000],
  ['no wait', { 'retry-after': '0' }, 0],
  ['seconds before now', { 'retry-after': '-5' }, 0],
  [
    'a date, by the clock of the answer',
    { 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT', date },
    30_000,
  ],
  ['a date that has passed', { 'retry-after': 'Wed, 21 Oct 2026 07:27:00 GMT', date }, 0],
  ['words', { 'retry-after': 'soon' }, undefined],
  ['nothing', { 'retry-after': '' }, undefined],
  ['no header', {}, undefined],
])('%s', (_, headers, expected) => {
  expect(retryAfterIn(new Headers(headers))).toBe(expected)
})
