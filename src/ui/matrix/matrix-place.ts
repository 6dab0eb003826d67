/** A place in a matrix: row and column from 0 on; -1 is that of the heads. */
export type MatrixPlace = { row: number; column: number }

/** How many rows a page is. */
const page = 10

function wanted(key: string, far: boolean, { row, column }: MatrixPlace, last: MatrixPlace) {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'ArrowLeft':
      return { row, column: column - 1 }
    case 'ArrowRight':
      return { row, column: column + 1 }
    case 'PageUp':
      return { row: Math.max(0, row - page), column }
    case 'PageDown':
      return { row: row + page, column }
    case 'Home':
      return far ? { row: 0, column: 0 } : { row, column: row < 0 ? 0 : -1 }
    case 'End':
      return far ? last : { row, column: last.column }
    default:
      return undefined
  }
}

/**
 * Where a key leads from a place, as the ARIA practices have it for grids; undefined for other keys. Nothing leads out of
 * the matrix, or into the corner between the heads.
 * @param far whether Ctrl or Command is held
 * @param last the last row and column
 */
export function movedPlace(
  key: string,
  far: boolean,
  from: MatrixPlace,
  last: MatrixPlace,
): MatrixPlace | undefined {
  const to = wanted(key, far, from, last)
  if (to === undefined) return undefined
  const row = Math.max(-1, Math.min(last.row, to.row))
  const column = Math.max(-1, Math.min(last.column, to.column))
  return row < 0 && column < 0 ? from : { row, column }
}
