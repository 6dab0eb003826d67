import { expect, test } from 'vitest'

import { columnWidths } from './column-widths.ts'

const columns = [
  { id: 'name', size: 200, grow: 1 },
  { id: 'size', size: 100 },
  { id: 'attachedTo', size: 200, grow: 3 },
]

test('what is left over goes to the columns that grow', () => {
  expect(columnWidths(columns, {}, 900)).toEqual([300, 100, 500])
})

test('where there is too little room, each column keeps its least width', () => {
  expect(columnWidths(columns, {}, 300)).toEqual([200, 100, 200])
})

test('a resized column keeps the width that it was given', () => {
  expect(columnWidths(columns, { attachedTo: 250 }, 900)).toEqual([550, 100, 250])
})
