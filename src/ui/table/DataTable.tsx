import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'

import { useElementWidth } from '#src/ui/use-element-width.ts'
import { useStableCallback } from '#src/ui/use-stable-callback.ts'

import { columnWidths } from './column-widths.ts'
import type { Column, TableSorting } from './column.ts'
import { DataRow } from './DataRow.tsx'
import { DataTableHead, type Share } from './DataTableHead.tsx'
import { SkeletonRows } from './SkeletonRows.tsx'
import { useRowsInSight } from './use-rows-in-sight.ts'
import { useTable } from './use-table.ts'

import css from './DataTable.module.css'

declare module 'react' {
  interface CSSProperties {
    /** The widths of the table's columns, as its head and rows lay them out. */
    '--columns'?: string
    '--row-height'?: string
  }
}

/** Width of the column of checkboxes, in px. */
const checkboxWidth = 44

/** A table of any number of rows, of which only those in sight are drawn. */
export type DataTableProps<Row> = {
  /** Its accessible name. */
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
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
  /** Whether a row can be selected; all can where it is absent. */
  canSelect?: (row: Row) => boolean
  loading: boolean
  /** Shown when there are no rows. */
  empty: ReactNode
}

const shareOf = (part: number, whole: number): Share => {
  if (part === 0) return 'none'
  return part === whole ? 'all' : 'some'
}

/** Draws the table. Its height is that of the room it is put in. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowId, rowName, rowHeight = 44 } = props
  const { selected, onSelectedChange, sorting, hidden, widths, loading, empty } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: measure, width: available } = useElementWidth()
  // A stable function: a new one would force a layout on every render.
  const place = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element
      return measure(element)
    },
    [measure],
  )

  const sortedBy = sorting?.id
  const descending = sorting?.descending ?? false
  const order = useMemo(
    () => (sortedBy === undefined ? undefined : { id: sortedBy, descending }),
    [sortedBy, descending],
  )
  // Compared by content: owners that read them from the address pass a new array each time.
  const hiddenIds = hidden.join(' ')
  const { canSelect } = props
  const table = useTable({
    rows,
    columns,
    rowId,
    sorting: order,
    hidden: useMemo(() => hiddenIds.split(' '), [hiddenIds]),
    selected,
    onSelectedChange,
    canSelect,
  })
  const sorted = table.getRowModel().rows
  const visible = table.getVisibleLeafColumns()
  const shown = useMemo(() => {
    const ids = new Set(visible.map(({ id }) => id))
    return columns.filter(({ id }) => ids.has(id))
  }, [columns, visible])
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
  const { places, height } = useRowsInSight(sorted, rowHeight, scroller)
  const choosable = useMemo(
    () => (canSelect ? sorted.filter(({ original }) => canSelect(original)) : sorted),
    [sorted, canSelect],
  )
  const count = useMemo(
    () => (selected?.size ? choosable.filter(({ id }) => selected.has(id)).length : 0),
    [choosable, selected],
  )
  const toggle = useStableCallback((id: string, on: boolean) => table.getRow(id).toggleSelected(on))
  const toggleAll = useStableCallback((on: boolean) => table.toggleAllRowsSelected(on))

  return (
    <div ref={place} className={css.room}>
      <div
        role="table"
        aria-label={label}
        aria-rowcount={loading ? -1 : sorted.length + 1}
        aria-busy={loading}
        className={css.table}
        style={{ '--columns': template, '--row-height': `${rowHeight}px` }}
      >
        <DataTableHead
          columns={shown}
          layout={layout}
          sorting={order}
          onSortingChange={useStableCallback(props.onSortingChange)}
          onDrag={useStableCallback((id, px) => setDragged({ [id]: px }))}
          onResize={useStableCallback((id, px) => {
            setDragged(undefined)
            props.onWidthsChange({ ...widths, [id]: px })
          })}
          selected={selectable ? shareOf(count, choosable.length) : undefined}
          onSelect={toggleAll}
        />
        <div role="rowgroup" className={css.body} style={{ height }}>
          {places.map(({ index, top, hurried }) => {
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
                  top={top}
                  index={index}
                  hurried={hurried}
                  selected={selected?.has(row.id)}
                  canSelect={canSelect?.(row.original) ?? true}
                  onToggle={toggle}
                />
              )
            )
          })}
        </div>
        {loading && sorted.length === 0 && <SkeletonRows columns={layout.length} />}
      </div>
      {!loading && sorted.length === 0 && (
        <div className={css.empty} style={{ width: available || '100%' }}>
          {empty}
        </div>
      )}
    </div>
  )
}
