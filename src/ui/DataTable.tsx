import Box from '@mui/material/Box'
import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type FocusEvent,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'

import { columnWidths } from './column-widths.ts'
import type { DataColumn, TableSorting } from './data-column.ts'
import { DataRow } from './DataRow.tsx'
import { DataTableHead } from './DataTableHead.tsx'
import { useElementWidth } from './element-width.ts'
import { observeLaidOutRect } from './laid-out-rect.ts'
import { SkeletonRows } from './SkeletonRows.tsx'

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})

/** Width of the column of checkboxes, in px. */
const checkboxWidth = 44

/** A table of any number of rows, of which only those in sight are drawn. */
export type DataTableProps<Row> = {
  /** Its accessible name. */
  label: string
  rows: readonly Row[]
  columns: readonly DataColumn<Row>[]
  rowId: (row: Row) => string
  /** The row's accessible name. */
  rowName: (row: Row) => string
  /** In px. */
  rowHeight?: number
  sorting: TableSorting | undefined
  onSortingChange: (sorting: TableSorting | undefined) => void
  hidden: readonly string[]
  /** Widths, in px, of the columns that the reader has resized. */
  widths: Readonly<Record<string, number>>
  onWidthsChange: (widths: Record<string, number>) => void
  /** Ids of the selected rows; without them the table has no checkboxes. */
  selected?: ReadonlySet<string>
  onSelectedChange?: (selected: ReadonlySet<string>) => void
  loading: boolean
  /** Shown when there are no rows. */
  empty: ReactNode
}

/** Draws the table. Its height is that of the room it is put in. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowId, rowName, rowHeight = 44 } = props
  const { selected, onSelectedChange, sorting, hidden, widths, loading, empty } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: measure, width: available } = useElementWidth()

  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => row,
        enableSorting: column.compare !== undefined,
        sortFn: (a: { original: Row }, b: { original: Row }) =>
          column.compare?.(a.original, b.original) ?? 0,
      })),
    [columns],
  )
  const sortedBy = sorting?.id
  const descending = sorting?.descending ?? false
  // Stays the same object as long as it says the same, or thousands of rows are sorted anew.
  const state = useMemo(
    () => ({ sorting: sortedBy === undefined ? [] : [{ id: sortedBy, desc: descending }] }),
    [sortedBy, descending],
  )
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    state,
    getRowId: rowId,
    enableSortingRemoval: true,
  })
  const sorted = table.getRowModel().rows
  // Compared by what they say: an owner that reads them from the address makes new ones each time.
  const hiddenIds = hidden.join(' ')
  const shown = useMemo(() => {
    const away = new Set(hiddenIds.split(' '))
    return columns.filter(({ id }) => !away.has(id))
  }, [columns, hiddenIds])
  const selectable = selected !== undefined
  const [dragged, setDragged] = useState<Record<string, number>>()
  const sizes = columnWidths(
    shown,
    { ...widths, ...dragged },
    available - (selectable ? checkboxWidth : 0),
  ).join(' ')
  const layout = useMemo(() => sizes.split(' ').map(Number), [sizes])
  const template = useMemo(
    () => [...(selectable ? [checkboxWidth] : []), ...layout].map((px) => `${px}px`).join(' '),
    [layout, selectable],
  )
  const [focusedId, setFocusedId] = useState<string>()
  const focused = useMemo(
    () => (focusedId === undefined ? -1 : sorted.findIndex(({ id }) => id === focusedId)),
    [sorted, focusedId],
  )
  const body = useVirtualizer<HTMLElement, Element>({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => sorted[index]?.id ?? index,
    overscan: 8,
    initialRect: { width: 1024, height: 800 },
    observeElementRect: observeLaidOutRect,
    // The row with the focus, or with a menu open, stays although it is scrolled or sorted away.
    rangeExtractor: (range) => {
      const places = defaultRangeExtractor(range)
      if (focused < 0 || places.includes(focused)) return places
      return [...places, focused].toSorted((a, b) => a - b)
    },
  })

  // One function for ever, so that choosing a row draws that row and no other.
  const latest = useRef({ selected, onSelectedChange })
  useLayoutEffect(() => {
    latest.current = { selected, onSelectedChange }
  }, [selected, onSelectedChange])
  const toggle = useCallback((id: string, on: boolean) => {
    const next = new Set(latest.current.selected)
    if (on) next.add(id)
    else next.delete(id)
    latest.current.onSelectedChange?.(next)
  }, [])
  const toggleAll = (on: boolean) => {
    const next = new Set(selected)
    for (const { id } of sorted)
      if (on) next.add(id)
      else next.delete(id)
    onSelectedChange?.(next)
  }
  const chosen = sorted.filter(({ id }) => selected?.has(id)).length

  return (
    <Box
      ref={(element: HTMLDivElement | null) => {
        scroller.current = element
        return measure(element)
      }}
      sx={{ flex: 1, minHeight: 120, overflow: 'auto', position: 'relative' }}
    >
      <Box
        role="table"
        aria-label={label}
        aria-rowcount={loading ? -1 : sorted.length + 1}
        aria-busy={loading}
        sx={{ minWidth: 'fit-content', fontSize: 13.5 }}
      >
        <DataTableHead
          columns={shown}
          layout={layout}
          template={template}
          sorting={sorting}
          onSortingChange={props.onSortingChange}
          onDrag={(id, px) => setDragged({ [id]: px })}
          onResize={(id, px) => {
            setDragged(undefined)
            props.onWidthsChange({ ...widths, [id]: px })
          }}
          {...(selectable && {
            selection: {
              all: chosen > 0 && chosen === sorted.length,
              some: chosen > 0,
              onToggle: toggleAll,
            },
          })}
        />
        <Box
          role="rowgroup"
          onFocus={({ target }: FocusEvent) => {
            const id = target.closest('[data-row]')?.getAttribute('data-row')
            if (id) setFocusedId(id)
          }}
          sx={{ position: 'relative' }}
          style={{ height: body.getTotalSize() }}
        >
          {body.getVirtualItems().map(({ index, start }) => {
            const row = sorted[index]
            return (
              row && (
                <DataRow
                  key={row.id}
                  id={row.id}
                  row={row.original}
                  name={rowName(row.original)}
                  columns={shown}
                  layout={layout}
                  template={template}
                  top={start}
                  height={rowHeight}
                  index={index}
                  selected={selected?.has(row.id)}
                  onToggle={toggle}
                />
              )
            )
          })}
        </Box>
        {loading && rows.length === 0 && (
          <SkeletonRows template={template} columns={layout.length} height={rowHeight} />
        )}
      </Box>
      {!loading && rows.length === 0 && (
        <Box sx={{ position: 'sticky', left: 0, width: available || '100%' }}>{empty}</Box>
      )}
    </Box>
  )
}
