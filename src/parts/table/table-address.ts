import { z } from 'zod/mini'

import { type Column, isSortable, type TableSorting } from '#src/ui/table/column.ts'

/** A yes or no in the address; anything else in its place counts as not given. */
export const flagInAddress = z.catch(
  z.optional(
    z.union([
      z.boolean(),
      z.pipe(
        z.literal('true'),
        z.transform(() => true),
      ),
      z.pipe(
        z.literal('false'),
        z.transform(() => false),
      ),
    ]),
  ),
  undefined,
)

/** A text in the address. */
export const textInAddress = z.catch(z.optional(z.coerce.string()), undefined)

/** What of a table's looks is kept in the address. */
export const tableInAddress = {
  /** The column to sort by, with a minus in front for descending order. */
  sort: textInAddress,
  /** Columns that are hidden, separated by commas. */
  hide: textInAddress,
  /** Widths of columns in px: `name:240,status:120`. */
  widths: textInAddress,
}

/** A table's looks as the address has them. */
export type TableSearch = {
  sort?: string | undefined
  hide?: string | undefined
  widths?: string | undefined
}

/** The order that an address such as `sort=-name` asks for; undefined for none, or one by a column that can't order. */
export function sortingIn<Row>(
  sort: string | undefined,
  columns: readonly Column<Row>[],
): TableSorting | undefined {
  if (sort === undefined) return undefined
  const descending = sort.startsWith('-')
  const id = descending ? sort.slice(1) : sort
  return columns.some((column) => column.id === id && isSortable(column))
    ? { id, descending }
    : undefined
}

/** How an order stands in the address. */
export const sortingText = (sorting: TableSorting | undefined): string | undefined =>
  sorting && `${sorting.descending ? '-' : ''}${sorting.id}`

/** The columns that an address hides. */
export const hiddenIn = (hide: string | undefined): string[] =>
  hide === undefined || hide === '' ? [] : hide.split(',')

/** How hidden columns stand in the address: not at all where they are the usual ones. */
export const hiddenText = (
  hidden: readonly string[],
  usual: readonly string[],
): string | undefined =>
  hidden.toSorted().join(',') === usual.toSorted().join(',') ? undefined : hidden.join(',')

/** The widths of columns, in px, that an address asks for. */
export function widthsIn(widths: string | undefined): Record<string, number> {
  const pairs = (widths ?? '').split(',').map((pair) => pair.split(':'))
  return Object.fromEntries(
    pairs.flatMap(([column, width]) => {
      const px = Number(width)
      return column && px >= 40 && px <= 2_000 ? [[column, px]] : []
    }),
  )
}

/** How widths of columns stand in the address. */
export const widthsInText = (widths: Readonly<Record<string, number>>): string | undefined =>
  Object.entries(widths)
    .map(([column, px]) => `${column}:${Math.round(px)}`)
    .join(',') || undefined
