import type { VirtualItem } from '@tanstack/react-virtual'
import { memo, type ReactNode } from 'react'

/** How a cell looks: there, coming or going, failed, missing, nothing, or nothing that could be. */
export type MatrixMark = 'on' | 'busy' | 'bad' | 'gap' | 'off' | 'blocked'

/** What a cell shows, and its accessible name. */
export type MatrixCell = { mark: MatrixMark; label: string }

/** What the control in a head has to be given, so that the arrow keys get there. */
export type HeadFocus = { tabIndex: 0 | -1; 'data-place': string }

/** What the control at a place is given. */
export const placeFocus = (row: number, column: number, hasFocus: boolean): HeadFocus => ({
  tabIndex: hasFocus ? 0 : -1,
  'data-place': `${row}:${column}`,
})

type MatrixRowProps<Row, Column> = {
  row: Row
  index: number
  /** From the top of the body, in px. */
  top: number
  /** In px. */
  width: number
  height: number
  headWidth: number
  columns: readonly Column[]
  columnId: (column: Column) => string
  /** The columns in sight. */
  shown: readonly VirtualItem[]
  /** The column of the place that has the focus, where that is in this row. */
  focused: number | undefined
  rowHead: (row: Row, focus: HeadFocus) => ReactNode
  cellsOf: (row: Row) => (column: Column) => MatrixCell
  onPress: (row: Row, column: Column) => void
}

function PlainRow<Row, Column>(props: MatrixRowProps<Row, Column>) {
  const { row, index, top, width, height, headWidth, columns, columnId, shown, focused } = props
  const cellOf = props.cellsOf(row)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-part="row"
      style={{ height, width, transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        data-part="rowhead"
        style={{ width: headWidth, height }}
      >
        {props.rowHead(row, placeFocus(index, -1, focused === -1))}
      </div>
      {shown.map((place) => {
        const column = columns[place.index]
        if (column === undefined) return null
        const { mark, label } = cellOf(column)
        return (
          <div
            key={columnId(column)}
            role="gridcell"
            aria-colindex={place.index + 2}
            data-part="cell"
            style={{ left: place.start, width: place.size, height }}
          >
            <button
              type="button"
              aria-label={label}
              aria-haspopup="dialog"
              title={label}
              data-mark={mark}
              {...placeFocus(index, place.index, focused === place.index)}
              onClick={() => props.onPress(row, column)}
            />
          </div>
        )
      })}
    </div>
  )
}

/** One row of a matrix; drawn again only when something of it has changed. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- memo() loses the type parameters
export const MatrixRow = memo(PlainRow) as typeof PlainRow
