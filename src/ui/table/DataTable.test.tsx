import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { speakEnglish } from '#src/ui/testing/texts.ts'

import type { Column, TableSorting } from './column.ts'
import { DataTable } from './DataTable.tsx'

beforeAll(speakEnglish)

type Volume = { id: string; name: string; size: number }

const volumes = (count: number): Volume[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `id-${place}`,
    name: `volume-${place}`,
    size: count - place,
  }))

const drawn = vi.fn<(volume: Volume) => void>()
beforeEach(() => drawn.mockClear())

const columns: Column<Volume>[] = [
  {
    id: 'name',
    label: 'Name',
    size: 200,
    grow: 1,
    isName: true,
    value: ({ name }) => name,
    cell: (volume) => {
      drawn(volume)
      return <button type="button">{volume.name}</button>
    },
  },
  {
    id: 'size',
    label: 'Size',
    size: 80,
    value: ({ size }) => size,
    cell: ({ size }) => size,
  },
]

function Volumes({ rows, loading = false }: { rows: Volume[]; loading?: boolean }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [sorting, setSorting] = useState<TableSorting>()
  const [widths, setWidths] = useState<Record<string, number>>({})
  return (
    <>
      <DataTable
        label="Volumes"
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        sorting={sorting}
        onSortingChange={setSorting}
        hidden={[]}
        widths={{ ...widths }}
        onWidthsChange={setWidths}
        selected={selected}
        onSelectedChange={setSelected}
        loading={loading}
        empty="No volumes yet"
      />
      <p>{selected.size} selected</p>
    </>
  )
}

const named = (name: string) => screen.getByRole('row', { name })
const header = (name: string) => screen.getByRole('columnheader', { name })
const firstRow = () =>
  within(screen.getAllByRole('rowgroup')[1] ?? document.body).getAllByRole('row')[0]
const edge = () => screen.getByRole('separator', { name: 'Width of Size' })
const checkbox = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })

test('of ten thousand rows only those in sight are drawn, and the table says how many there are', () => {
  render(<Volumes rows={volumes(10_000)} />)
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
  expect(screen.getByRole('table', { name: 'Volumes' }).getAttribute('aria-rowcount')).toBe('10001')
  expect(named('volume-3').getAttribute('aria-rowindex')).toBe('5')
})

test('a header sorts up, then down, then not at all, and says so', async () => {
  render(<Volumes rows={volumes(20)} />)
  const sortBySize = () => userEvent.click(within(header('Size')).getByRole('button'))
  await sortBySize()
  expect(header('Size').getAttribute('aria-sort')).toBe('ascending')
  expect(firstRow()).toBe(named('volume-19'))
  await sortBySize()
  expect(header('Size').getAttribute('aria-sort')).toBe('descending')
  expect(firstRow()).toBe(named('volume-0'))
  await sortBySize()
  expect(header('Size').getAttribute('aria-sort')).toBe('none')
})

test('the header’s checkbox chooses all rows, also those not drawn', async () => {
  render(<Volumes rows={volumes(10_000)} />)
  await userEvent.click(checkbox('Select all'))
  expect(screen.getByText('10000 selected')).toBeTruthy()
  await userEvent.click(checkbox('Select volume-2'))
  expect(screen.getByText('9999 selected')).toBeTruthy()
  expect(checkbox('Select all').indeterminate).toBe(true)
})

test('choosing a row draws no other row again', async () => {
  render(<Volumes rows={volumes(50)} />)
  drawn.mockClear()
  await userEvent.click(checkbox('Select volume-2'))
  expect(drawn.mock.calls.map(([{ name }]) => name)).toEqual(['volume-2'])
})

test('of a list that was read again only the rows that changed are drawn', () => {
  const before = volumes(50)
  const { rerender } = render(<Volumes rows={before} />)
  drawn.mockClear()
  rerender(<Volumes rows={before.map((one) => (one.id === 'id-4' ? { ...one, size: 1 } : one))} />)
  expect(drawn.mock.calls.map(([{ name }]) => name)).toEqual(['volume-4'])
})

test('a column is made wider by the arrow keys', async () => {
  render(<Volumes rows={volumes(2)} />)
  edge().focus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(edge().getAttribute('aria-valuenow')).toBe('112')
})

test('the row with the focus stays when the order takes it out of sight', async () => {
  render(<Volumes rows={volumes(1_000)} />)
  const open = screen.getByRole('button', { name: 'volume-0' })
  open.focus()
  // By a click that leaves the focus where it is, as a refresh in the background does.
  within(header('Size')).getByRole('button').click()
  expect(await screen.findByRole('row', { name: 'volume-999' })).toBeTruthy()
  expect(document.activeElement).toBe(open)
})

test('a table that is still loading is busy; an empty one says so', () => {
  const { rerender } = render(<Volumes rows={[]} loading />)
  expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true')
  expect(screen.queryByText('No volumes yet')).toBeNull()
  rerender(<Volumes rows={[]} />)
  expect(screen.getByText('No volumes yet')).toBeTruthy()
})

test('rows that fly past have their names at once, and the rest as soon as there is time', async () => {
  render(<Volumes rows={volumes(10_000)} />)
  const room = screen.getByRole('table').parentElement
  if (!room) throw new Error('the table is in no room')
  drawn.mockClear()
  room.scrollTop = 5_000 * 44
  room.dispatchEvent(new Event('scroll'))
  expect(named('volume-5000').textContent).toBe('volume-5000')
  expect(drawn).not.toHaveBeenCalled()
  expect(await within(named('volume-5000')).findByRole('button')).toBeTruthy()
})

const ownersBy = (names: Record<string, string>): Column<Volume>[] => [
  { id: 'owner', label: 'Owner', size: 80, value: ({ id }) => names[id] ?? id, cell: () => '' },
]

test('rows are sorted again when what a column holds becomes known later, as names do', () => {
  const rows = volumes(3)
  const table = (names: Record<string, string>) => (
    <DataTable
      label="Volumes"
      rows={rows}
      columns={ownersBy(names)}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      sorting={{ id: 'owner', descending: false }}
      onSortingChange={() => {}}
      hidden={[]}
      widths={{}}
      onWidthsChange={() => {}}
      loading={false}
      empty=""
    />
  )
  const { rerender } = render(table({}))
  expect(firstRow()).toBe(screen.getByRole('row', { name: 'volume-0' }))
  rerender(table({ 'id-0': 'z', 'id-1': 'y', 'id-2': 'a' }))
  expect(firstRow()).toBe(screen.getByRole('row', { name: 'volume-2' }))
})
