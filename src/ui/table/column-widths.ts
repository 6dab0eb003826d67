/** A column as far as its width goes, in px; `grow` is its share of what is left over. */
export type WidthRequest = { id: string; size: number; grow?: number }

/**
 * The width of each column, in px. A column that the reader has resized has that width; the others have at least
 * their size, and those that grow share what `available` leaves.
 */
export function columnWidths(
  columns: readonly WidthRequest[],
  resized: Readonly<Record<string, number>>,
  available: number,
): number[] {
  const least = columns.map(({ id, size }) => resized[id] ?? size)
  const free = available - least.reduce((sum, width) => sum + width, 0)
  const shares = columns.map(({ id, grow }) => (resized[id] === undefined ? (grow ?? 0) : 0))
  const parts = shares.reduce((sum, share) => sum + share, 0)
  if (free <= 0 || parts === 0) return least
  return least.map((width, place) => width + Math.floor((free * (shares[place] ?? 0)) / parts))
}
