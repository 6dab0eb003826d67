import {
  columnVisibilityFeature,
  createSortedRowModel,
  type Row as TableRow,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable as useTanStackTable,
} from '@tanstack/react-table'
import { useDeferredValue, useMemo } from 'react'

import { useStableCallback } from '#src/ui/use-stable-callback.ts'

import { type Column, compareBy, isSortable, type TableSorting } from './column.ts'

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
})

/** A row with its id. */
type RowOf<Row extends object> = TableRow<typeof features, Row>

/** What a table shows and in which state. */
type TableOptions<Row> = {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  /** The same object as long as the order is the same. */
  sorting: TableSorting | undefined
  /** Ids of hidden columns. */
  hidden: readonly string[]
  /** Ids of the selected rows. */
  selected: ReadonlySet<string> | undefined
  onSelectedChange: ((selected: ReadonlySet<string>) => void) | undefined
  canSelect: ((row: Row) => boolean) | undefined
}

const byOriginal =
  <Row extends object>(compare: (a: Row, b: Row) => number) =>
  (a: RowOf<Row>, b: RowOf<Row>) =>
    compare(a.original, b.original)

/** The rows as data for these columns: TanStack Table sorts again only when it gets another array. */
const dataFor = <Row>(rows: readonly Row[], _columns: readonly unknown[]): readonly Row[] => [
  ...rows,
]

const noRows: ReadonlySet<string> = new Set()

/**
 * The table's model: rows in order, visible columns and selection, on TanStack Table. Rows and sorting are deferred, because
 * sorting ten thousand rows takes longer than a frame. Widths are not part of it: columns share the free room, which TanStack
 * Table knows nothing of.
 */
export function useTable<Row extends object>(options: TableOptions<Row>) {
  const { rows, columns, rowId, sorting, hidden, selected = noRows, canSelect } = options
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => column.value?.(row) ?? null,
        enableSorting: isSortable(column),
        enableHiding: column.hideable !== false,
        sortFn: byOriginal(compareBy(column)),
      })),
    [columns],
  )
  const sortingState = useMemo(
    () => (sorting ? [{ id: sorting.id, desc: sorting.descending }] : []),
    [sorting],
  )
  const visibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden])
  const selection = useMemo(
    () => Object.fromEntries([...selected].map((id) => [id, true as const])),
    [selected],
  )
  const deferred = useDeferredValue(rows)
  // The first rows are shown at once: they are what the user waits for.
  const now = deferred.length > 0 ? deferred : rows
  // What a column knows can change, such as names that are read later.
  const data = useMemo(() => dataFor(now, definitions), [now, definitions])
  return useTanStackTable({
    features,
    columns: definitions,
    data,
    state: {
      sorting: useDeferredValue(sortingState),
      columnVisibility: visibility,
      rowSelection: selection,
    },
    getRowId: rowId,
    enableRowSelection: canSelect ? ({ original }) => canSelect(original) : true,
    onRowSelectionChange: useStableCallback((next) => {
      const ids = typeof next === 'function' ? next(selection) : next
      options.onSelectedChange?.(new Set(Object.keys(ids).filter((id) => ids[id])))
    }),
  })
}
