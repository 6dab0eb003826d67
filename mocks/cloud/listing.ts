import type { Stored, Table } from './table.ts'

/** What of a table is asked for, and in which order. */
export type Listing<T> = {
  /** Undefined: of all projects. */
  projectId: string | undefined
  /** Undefined: all entries match. */
  matches: ((entry: T) => boolean) | undefined
  /** Undefined: newest first. */
  compare: ((a: T, b: T) => number) | undefined
  marker: T | undefined
  offset: number
  limit: number
}

function take<T>(entries: Iterable<T>, { offset, limit }: { offset: number; limit: number }): T[] {
  const taken: T[] = []
  let skipped = 0
  if (limit === 0) return taken
  for (const entry of entries) {
    if (skipped++ < offset) continue
    taken.push(entry)
    if (taken.length === limit) break
  }
  return taken
}

function* matching<T extends Stored>(table: Table<T>, listing: Listing<T>, marker?: T) {
  for (const entry of table.newestFirst(listing.projectId, marker))
    if (!listing.matches || listing.matches(entry)) yield entry
}

/** One page of a table. In the usual order, newest first, the work does not grow with the table. */
export function pageOf<T extends Stored>(table: Table<T>, listing: Listing<T>): T[] {
  const { compare, marker } = listing
  if (!compare) return take(matching(table, listing, marker), listing)
  const entries = [...matching(table, listing)].toSorted(compare)
  // The marker itself need not match.
  return take(marker ? entries.filter((entry) => compare(marker, entry) < 0) : entries, listing)
}

/** How many entries match, on all pages together. */
export function countOf<T extends Stored>(table: Table<T>, listing: Listing<T>): number {
  if (!listing.matches) return table.count(listing.projectId)
  let count = 0
  for (const entry of matching(table, listing)) count += Number(entry !== undefined)
  return count
}

type Comparable = string | number | boolean | null | undefined

/** Orders as the databases do: nulls first, text by its capital letters, after which `_` comes. */
export function compareValues(a: Comparable, b: Comparable): number {
  if (a === b) return 0
  if (a === null || a === undefined) return -1
  if (b === null || b === undefined) return 1
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toUpperCase(), b.toUpperCase()]
    return x < y ? -1 : Number(x > y)
  }
  return Number(a) - Number(b)
}

/** A field to order by. */
export type SortBy<T> = { value: (entry: T) => Comparable; descending: boolean }

/** Orders by several fields, and by id where those are the same: `ids`, or the way of the last field. */
export const comparison =
  <T extends Stored>(fields: readonly SortBy<T>[], ids?: 'descend' | 'ascend') =>
  (a: T, b: T): number => {
    for (const { value, descending } of fields) {
      const order = compareValues(value(a), value(b))
      if (order !== 0) return descending ? -order : order
    }
    const idsDescend = ids === undefined ? (fields.at(-1)?.descending ?? true) : ids === 'descend'
    return compareValues(a.id, b.id) * (idsDescend ? -1 : 1)
  }
