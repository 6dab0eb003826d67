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
  ['names with numbers', names],
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
