/** What the table knows of a visible column before it shares out the width. */
export type ColumnNeed = {
  id: string
  /** The least width, in px; also the width when there is nothing left to share. */
  least: number
  /** Share of the free width; 0 for a column that keeps its least width. */
  grow: number
  /** A width that the person chose, in px. It is kept as it is. */
  chosen?: number | undefined
}

/**
 * Width in px of each column. Free width goes to the growing columns by their shares; where there
 * is none, all keep their least and the table scrolls sideways.
 */
export function shareWidth(columns: readonly ColumnNeed[], available: number): Map<string, number> {
  const base = (column: ColumnNeed) => column.chosen ?? column.least
  const growing = columns.filter(({ chosen, grow }) => chosen === undefined && grow > 0)
  const shares = growing.reduce((sum, { grow }) => sum + grow, 0)
  const free = Math.max(0, available - columns.reduce((sum, column) => sum + base(column), 0))

  const widths = new Map(columns.map((column) => [column.id, base(column)]))
  let given = 0
  let sharesSoFar = 0
  for (const { id, least, grow } of growing) {
    sharesSoFar += grow
    // Rounded from the running total, so that whole pixels add up to the whole.
    const upToHere = Math.floor((free * sharesSoFar) / shares)
    widths.set(id, least + upToHere - given)
    given = upToHere
  }
  return widths
}
