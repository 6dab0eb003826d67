import { expect, test } from 'vitest'

import { newSizeOf, newSizeProblem } from './extend-form.ts'

const quota = { used: 40, limit: 50 }

test.each([
  ['20', 20],
  [' 20 ', 20],
  ['', undefined],
  ['2.5', undefined],
  ['-3', undefined],
  ['1e3', undefined],
])('a size typed as %j is %j', (typed, size) => {
  expect(newSizeOf(typed)).toBe(size)
})

test('a volume only grows', () => {
  for (const size of [undefined, 5, 10])
    expect(newSizeProblem(size, { sizeGiB: 10, quota })).toEqual({ kind: 'sizeMore' })
  expect(newSizeProblem(11, { sizeGiB: 10, quota })).toBeUndefined()
})

test('only what is added counts against the quota', () => {
  expect(newSizeProblem(20, { sizeGiB: 10, quota })).toBeUndefined()
  expect(newSizeProblem(21, { sizeGiB: 10, quota })).toEqual({ kind: 'overQuota', most: 20 })
})

test('without a limit, or while it is not known, a volume may become as large as one likes', () => {
  expect(newSizeProblem(1e6, { sizeGiB: 10, quota: { used: 40, limit: -1 } })).toBeUndefined()
  expect(newSizeProblem(1e6, { sizeGiB: 10, quota: undefined })).toBeUndefined()
})

test('where more is used than there may be, nothing can be added', () => {
  expect(newSizeProblem(11, { sizeGiB: 10, quota: { used: 60, limit: 50 } })).toEqual({
    kind: 'overQuota',
    most: 10,
  })
})
