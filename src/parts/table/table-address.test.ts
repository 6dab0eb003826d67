import { expect, test } from 'vitest'

import type { Column } from '#src/ui/table/column.ts'

import {
  hiddenIn,
  hiddenText,
  sortingIn,
  sortingText,
  widthsIn,
  widthsInText,
} from './table-address.ts'

const columns: Column<{ size: number }>[] = [
  { id: 'size', label: 'Size', size: 80, value: ({ size }) => size, cell: () => '' },
  { id: 'actions', label: 'Actions', size: 80, cell: () => '' },
]

test('an order comes back from the address as it went in', () => {
  expect(sortingIn('-size', columns)).toEqual({ id: 'size', descending: true })
  expect(sortingText(sortingIn('-size', columns))).toBe('-size')
  expect(sortingText(sortingIn('size', columns))).toBe('size')
  expect(sortingText(undefined)).toBeUndefined()
})

test('an order by a column that is not there, or holds no values, counts as absent', () => {
  expect(sortingIn('colour', columns)).toBeUndefined()
  expect(sortingIn('actions', columns)).toBeUndefined()
})

test('widths that make no sense are left out', () => {
  expect(widthsIn('name:wide,size:90,status:4')).toEqual({ size: 90 })
  expect(widthsInText(widthsIn('size:90'))).toBe('size:90')
})

test('columns that are usually hidden need no word in the address', () => {
  expect(hiddenIn('type,created')).toEqual(['type', 'created'])
  expect(hiddenIn('')).toEqual([])
  expect(hiddenText([], ['group'])).toBe('')
  expect(hiddenText(['group'], ['group'])).toBeUndefined()
  expect(hiddenText(['group', 'type'], ['type', 'group'])).toBeUndefined()
  expect(hiddenText(['type', 'group'], ['group'])).toBe('type,group')
})
