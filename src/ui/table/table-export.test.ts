import { expect, test } from 'vitest'

import { csvOf, type ExportColumn, jsonOf } from './table-export.ts'

type Row = { name: string; size: number; shared: boolean; holders: string[]; zone: string | null }

const columns: ExportColumn<Row>[] = [
  { id: 'name', label: 'Name', value: ({ name }) => name },
  { id: 'size', label: 'Size (GiB)', value: ({ size }) => size },
  { id: 'shared', label: 'Shared', value: ({ shared }) => shared },
  { id: 'holders', label: 'Attached To', value: ({ holders }) => holders },
  { id: 'zone', label: 'Zone', value: ({ zone }) => zone },
]
const row = (given: Partial<Row> = {}): Row => ({
  name: 'quorum',
  size: 10,
  shared: true,
  holders: ['/dev/vdb on node-01', '/dev/vdb on node-02'],
  zone: null,
  ...given,
})
const words = { yes: 'Yes', no: 'No' }
const cellOf = (name: string) =>
  csvOf([{ id: 'name', label: 'Name', value: ({ name: text }) => text }], [row({ name })], words)
    .split('\r\n')
    .at(1)

test('a line for each row below the heads, several values in one cell', () => {
  expect(csvOf(columns, [row()], words)).toBe(
    '\ufeffName,Size (GiB),Shared,Attached To,Zone\r\n' +
      'quorum,10,Yes,"/dev/vdb on node-01; /dev/vdb on node-02",\r\n',
  )
})

test.each([
  ['a "good" one, really', '"a ""good"" one, really"'],
  ['two\nlines', '"two\nlines"'],
  [' blank', '" blank"'],
  ['卷', '卷'],
])('%j keeps its shape', (name, cell) => {
  expect(csvOf(columns.slice(0, 1), [row({ name })], words)).toContain(`\r\n${cell}\r\n`)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '＝1', "=cmd|' /C calc'!A0"])(
  '%j is no formula',
  (name) => {
    expect(cellOf(name)).toBe(`"'${name}"`)
  },
)

test('numbers stay numbers', () => {
  expect(csvOf(columns.slice(1, 2), [row({ size: -5 })], words)).toContain('\r\n-5\r\n')
})

test('JSON has values instead of words', () => {
  expect(JSON.parse(jsonOf(columns, [row()]))).toEqual([
    {
      name: 'quorum',
      size: 10,
      shared: true,
      holders: ['/dev/vdb on node-01', '/dev/vdb on node-02'],
      zone: null,
    },
  ])
})
