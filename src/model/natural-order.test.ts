import fc from 'fast-check'
import { expect, test } from 'vitest'

import { compareNames } from './natural-order.ts'

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

test('numbers in names are ordered by their value, whatever the case of the letters', () => {
  expect(['vol-10', 'Vol-9', 'vol-1', 'db_2', 'vol-010'].toSorted(compareNames)).toEqual([
    'db_2',
    'vol-1',
    'Vol-9',
    'vol-10',
    'vol-010',
  ])
})

const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 8 })
const names = fc.stringMatching(/^(vol|node|Vol)?[-_. ]?[0-9]{0,4}[a-c-]{0,2}[0-9]{0,2}$/)
const anything = fc.string({ unit: 'grapheme', maxLength: 6 })

test.each([
  ['a mark that collation ignores', '\uFC5E', ''],
  ['such a mark behind a name', 'vol-1\uFC5E', 'vol-1'],
  ['an overlay that makes another sign', '=\u0338', '>'],
  ['a number that goes on in other digits', '1\u0661', '2'],
  ['an accent', 'e\u0301', 'f'],
])('%s is ordered as Unicode orders it', (_what, a, b) => {
  expect(Math.sign(compareNames(a, b))).toBe(Math.sign(collator.compare(a, b)))
  expect(Math.sign(compareNames(b, a))).toBe(Math.sign(collator.compare(b, a)))
})

/** Few characters, so that pairs agree for a while and then differ in what is odd. */
const odd = fc.string({
  unit: fc.constantFrom('a', 'B', '1', '0', '=', '>', '-', '\u0338', '\u0301', '\u0661', '\uFC5E'),
  maxLength: 6,
})

test.each([
  ['names with numbers', names],
  ['texts with marks and other digits', odd],
  ['texts in ASCII', ascii],
  ['any texts', fc.oneof(anything, names)],
])('%s are ordered as Unicode orders them', (_what, texts) => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(Math.sign(compareNames(a, b))).toBe(Math.sign(collator.compare(a, b)))
    }),
    { numRuns: 3_000 },
  )
})
