import type { ReactNode } from 'react'

/** A column of a data table. */
export type DataColumn<Row> = {
  id: string
  /** The text of its head. */
  label: string
  /** What a cell shows; `width` is the room it has, in px. A string is the quickest to draw. */
  cell: (row: Row, width: number) => ReactNode
  /** Orders two rows ascending; without it the column can't be sorted by. */
  compare?: (a: Row, b: Row) => number
  /** Its least width in px. */
  size: number
  /** Its share of the room that is left over; none when absent. */
  grow?: number
  align?: 'right'
  /** False where the reader may not hide it. */
  hideable?: false
  /** The column that names its row, and stays in sight when the table is scrolled sideways. */
  isName?: boolean
  /** The last column, where it stays in sight at the end when the table is wider than its room. */
  staysAtEnd?: true
}

/** By which column a table is ordered. */
export type TableSorting = { id: string; descending: boolean }
