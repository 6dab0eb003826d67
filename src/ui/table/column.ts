import type { ReactNode } from 'react'

import { compareNames } from '#src/model/natural-order.ts'

/** What a cell holds: what is compared and exported. A list is several values in one cell. */
export type CellValue = string | number | boolean | Date | null | readonly string[]

/** A column of a data table: what its cells hold, how they look, how they sort and how they are exported. */
export type Column<Row> = {
  id: string
  /** The text of its head. */
  label: string
  /** What a cell holds. A column without it, such as that of the actions, neither sorts nor is exported. */
  value?: (row: Row) => CellValue
  /** What a cell shows; `width` is the room it has, in px. A string is the quickest to draw. */
  cell: (row: Row, width: number) => ReactNode
  /** Orders two rows ascending, where comparing their values would be wrong or slow. */
  compare?: (a: Row, b: Row) => number
  /** Highest value first in ascending order: yes before no, many before few. */
  highestFirst?: true
  /** The head in an exported file, where it has to say more, such as the unit. */
  exportLabel?: string
  /** Its least width in px. */
  size: number
  /** Its share of the room that is left over; none when absent. */
  grow?: number
  align?: 'right'
  /** False where the user may not hide it. */
  hideable?: false
  /** The column that names its row, and stays in sight when the table is scrolled sideways. */
  isName?: boolean
  /** The last column, where it stays in sight at the end when the table is wider than its room. */
  staysAtEnd?: true
}

/** By which column a table is ordered. */
export type TableSorting = { id: string; descending: boolean }

/** Whether a table can be ordered by the column. */
export const isSortable = <Row>({ value, compare }: Column<Row>): boolean =>
  value !== undefined || compare !== undefined

const numberOf = (value: CellValue): number => {
  if (value === null) return -Infinity
  return Array.isArray(value) ? value.length : Number(value)
}

/**
 * Compares two cells of one column for ascending order: names as people order them, lists by their length, no before yes, and
 * null first.
 */
export function compareValues(a: CellValue, b: CellValue): number {
  if (typeof a === 'string') return compareNames(a, typeof b === 'string' ? b : '')
  if (typeof b === 'string') return compareNames('', b)
  const [first, second] = [numberOf(a), numberOf(b)]
  return first === second ? 0 : first - second
}

/** Orders two rows by a column, ascending. */
export const compareBy =
  <Row>({ value, compare, highestFirst }: Column<Row>) =>
  (a: Row, b: Row): number => {
    const order = compare?.(a, b) ?? compareValues(value?.(a) ?? null, value?.(b) ?? null)
    return highestFirst ? -order : order
  }

/** The rows in the order in which a table has them. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: TableSorting | undefined,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sorting?.id)
  if (column === undefined) return rows
  const compare = compareBy(column)
  return rows.toSorted((a, b) => (sorting?.descending ? compare(b, a) : compare(a, b)))
}
