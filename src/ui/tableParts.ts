import {
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  functionalUpdate,
  metaHelper,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
  type ColumnSizingState,
  type ColumnVisibilityState,
  type Row as TableRow,
  type RowData,
  type SortingState,
  type Table,
  type TableOptions,
  type Updater,
} from '@tanstack/react-table'

/** What our tables know of a column beyond TanStack's own settings. */
export type ColumnMeta = {
  /** The header's text, also used in menus. */
  label: string
  /** The header is there for screen readers only, as over a column of buttons. */
  hiddenLabel?: true
  /** Share of the width that is left over; without it the column keeps its `size`. */
  grow?: number
  align?: 'right'
  /** `false`: not offered in the Columns menu. */
  hideable?: false
}

/** The features of all our tables; `sortFn`s are given by the columns. */
export const tableParts = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
  columnMeta: metaHelper<ColumnMeta>(),
})

export type TableParts = typeof tableParts

/** Makes typed columns: `columnsOf<Volume>()` has `accessor`, `display` and `columns`. */
export const columnsOf = <Row extends RowData>() => createColumnHelper<TableParts, Row>()

/** Columns as `columnsOf<Row>().columns([…])` makes them. Keep them stable between renders. */
export type TableColumns<Row extends RowData> = TableOptions<TableParts, Row>['columns']

export type DataRow<Row extends RowData> = TableRow<TableParts, Row>
export type CoreTable<Row extends RowData> = Table<TableParts, Row>

/** How a table is looked at: what the address can keep. */
export type TableView = {
  sorting: SortingState
  /** Only `false` hides; a column that is not named is shown. */
  columnVisibility: ColumnVisibilityState
  /** Widths in px that the person chose. */
  columnSizing: ColumnSizingState
}

export const plainView: TableView = { sorting: [], columnVisibility: {}, columnSizing: {} }

export { functionalUpdate, type Updater }
