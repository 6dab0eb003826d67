import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type CellValue, type Column, compareValues, sortRows } from './column.ts'

const ascending = (values: CellValue[]) => values.toSorted(compareValues)

test('names are ordered as people order them, and nothing comes before anything', () => {
  expect(ascending(['vol-10', null, 'Vol-9', 'vol-1'])).toEqual([null, 'vol-1', 'Vol-9', 'vol-10'])
  expect(ascending([10, null, 9])).toEqual([null, 9, 10])
  expect(ascending([new Date(2), null, new Date(1)])).toEqual([null, new Date(1), new Date(2)])
})

test('no comes before yes, and lists are ordered by their length', () => {
  expect(ascending([true, false])).toEqual([false, true])
  expect(ascending([['a', 'b'], [], ['z']])).toEqual([[], ['z'], ['a', 'b']])
})

const nullable = <T>(of: fc.Arbitrary<T>) => fc.tuple(fc.option(of), fc.option(of))

test('comparing two values of a column the other way round gives the opposite answer', () => {
  const pairs = fc.oneof(
    nullable(fc.string()),
    nullable(fc.double({ noNaN: true })),
    nullable(fc.boolean()),
    nullable(fc.date({ noInvalidDate: true })),
    nullable(fc.array(fc.string())),
  )
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      expect(Math.sign(compareValues(a, b))).toBe(0 - Math.sign(compareValues(b, a)))
    }),
  )
})

type Disk = { name: string; size: number; shared: boolean }
const disks: Disk[] = [
  { name: 'b', size: 2, shared: false },
  { name: 'a', size: 1, shared: true },
  { name: 'c', size: 1, shared: false },
]
const columns: Column<Disk>[] = [
  { id: 'size', label: 'Size', size: 80, value: ({ size }) => size, cell: () => '' },
  {
    id: 'shared',
    label: 'Shared',
    size: 80,
    value: ({ shared }) => shared,
    highestFirst: true,
    cell: () => '',
  },
  { id: 'odd', label: 'Odd', size: 80, compare: (a, b) => a.size - b.size, cell: () => '' },
]
const names = (id: string, descending = false) =>
  sortRows(disks, columns, { id, descending })
    .map(({ name }) => name)
    .join('')

test('rows are sorted by what a column holds, or by its own comparison; equal ones keep their order', () => {
  expect(names('size')).toBe('acb')
  expect(names('size', true)).toBe('bac')
  expect(names('shared')).toBe('abc')
  expect(names('odd')).toBe('acb')
})

test('a column that is not there leaves the order as it is', () => {
  expect(names('gone')).toBe('bac')
  expect(sortRows(disks, columns, undefined)).toBe(disks)
})
