import { expect, test } from 'vitest'

import { isTooLong } from './length.ts'

test('characters are counted as Cinder counts them', () => {
  expect(isTooLong('a'.repeat(255))).toBe(false)
  expect(isTooLong('a'.repeat(256))).toBe(true)
  expect(isTooLong('💾'.repeat(255))).toBe(false)
  expect(isTooLong('💾'.repeat(256))).toBe(true)
})
