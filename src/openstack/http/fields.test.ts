import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod/mini'

import { flag, flagOf, needed, number, numberOf, pairs, pairsOf, text, time } from './fields.ts'

test.each([
  ['a text', 'db', 'db'],
  ['a number', 1024, '1024'],
  ['a flag', true, 'true'],
  ['null', null, null],
  ['a structure', { a: 1 }, null],
])('text: %s', (_, raw, read) => {
  expect(text.parse(raw)).toBe(read)
})

test.each([
  ['a number', 5, 5],
  ['a number as text', '5', 5],
  ['an empty text', '', null],
  ['words', 'five', null],
  ['Infinity as text', 'Infinity', null],
  ['null', null, null],
])('number: %s', (_, raw, read) => {
  expect(numberOf(raw)).toBe(read)
})

test.each([
  [true, true],
  ['true', true],
  ['True', true],
  ['false', false],
  ['yes', null],
  [1, null],
  [null, null],
])('flag: %s', (raw, read) => {
  expect(flagOf(raw)).toBe(read)
})

test('pairs: null is empty, a number is its text, a structure its JSON', () => {
  expect(pairsOf({ note: null, size: 1024, tags: ['a'], plain: 'x' })).toEqual({
    note: '',
    size: '1024',
    tags: '["a"]',
    plain: 'x',
  })
  expect(pairsOf(null)).toBeNull()
  expect(pairsOf(['a'])).toBeNull()
})

test('whatever a field holds, the others are read', () => {
  const schema = z.object({ id: needed, text, number, flag, pairs, time })
  fc.assert(
    fc.property(
      fc.record(
        {
          text: fc.jsonValue(),
          number: fc.jsonValue(),
          flag: fc.jsonValue(),
          pairs: fc.jsonValue(),
          time: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
      (odd) => {
        expect(schema.parse({ ...odd, id: 'a' }).id).toBe('a')
      },
    ),
  )
})
