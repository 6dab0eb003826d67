import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseSearch, stringifySearch } from './search-params.ts'

test('an address is as people would write it', () => {
  expect(stringifySearch({ q: 'db', sort: '-size', shareable: true, status: undefined })).toBe(
    '?q=db&sort=-size&shareable=true',
  )
  expect(stringifySearch({})).toBe('')
})

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search })
    }),
  )
})
