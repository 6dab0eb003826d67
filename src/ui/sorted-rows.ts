import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useDeferredValue, useMemo } from 'react'

import type { DataColumn, TableSorting } from './data-column.ts'

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})

/** A row and its id. */
export type IdentifiedRow<Row> = { id: string; original: Row }

/**
 * The rows in the order that the reader asked for. Other rows and another order come a moment after what the reader did is
 * seen to be done, since ten thousand rows take longer than a frame. An order that says the same has to be the same object.
 */
export function useSortedRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  rowId: (row: Row) => string,
  sorting: TableSorting | undefined,
): readonly IdentifiedRow<Row>[] {
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
  const state = useMemo(
    () => ({ sorting: sorting ? [{ id: sorting.id, desc: sorting.descending }] : [] }),
    [sorting],
  )
  const deferred = useDeferredValue(rows)
  const table = useTable({
    features,
    columns: definitions,
    // The first rows are what the reader waits for.
    data: deferred.length > 0 ? deferred : rows,
    state: useDeferredValue(state),
    getRowId: rowId,
    enableSortingRemoval: true,
  })
  return table.getRowModel().rows
}
