import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'

import { observeLaidOutRect } from '#src/ui/table/laid-out-rect.ts'

import { matrixLook } from './matrix-look.ts'
import { type MatrixPlace, movedPlace } from './matrix-place.ts'
import { type HeadFocus, type MatrixCell, MatrixRow, placeFocus } from './MatrixRow.tsx'

const cellSize = 40

export type MatrixProps<Row, Column> = {
  /** Its accessible name. */
  label: string
  /** What stands in the corner: what the rows are. */
  corner: string
  rows: readonly Row[]
  columns: readonly Column[]
  rowId: (row: Row) => string
  columnId: (column: Column) => string
  rowHead: (row: Row, focus: HeadFocus) => ReactNode
  /** Written upwards. */
  columnHead: (column: Column, focus: HeadFocus) => ReactNode
  /** Asked once for each row that is drawn. */
  cellsOf: (row: Row) => (column: Column) => MatrixCell
  onPress: (row: Row, column: Column) => void
}

/** The range that is in sight, and the place that has the focus, which stays although it is scrolled away. */
const keeping = (kept: number) => (range: Range) => {
  const places = defaultRangeExtractor(range)
  if (kept < 0 || kept >= range.count || places.includes(kept)) return places
  return [...places, kept].toSorted((a, b) => a - b)
}

/**
 * A grid of cells to press, of any number of rows and columns, of which only those in sight are drawn. One place has the
 * focus; the arrow keys move it. Its height is that of the room it is put in.
 */
export function Matrix<Row, Column>(props: MatrixProps<Row, Column>) {
  const { label, corner, rows, columns, rowId, columnId, rowHead, columnHead, cellsOf } = props
  const scroller = useRef<HTMLDivElement>(null)
  const wide = useMediaQuery('(min-width:700px)')
  const headWidth = wide ? 232 : 132
  const headHeight = wide ? 136 : 104
  const [focus, setFocus] = useState<MatrixPlace>({ row: 0, column: 0 })
  const last = { row: rows.length - 1, column: columns.length - 1 }
  // What was filtered away can't have the focus.
  const active = {
    row: Math.min(focus.row, last.row),
    column: Math.min(focus.column, last.column),
  }
  const keepRow = useMemo(() => keeping(active.row), [active.row])
  const keepColumn = useMemo(() => keeping(active.column), [active.column])
  const shared = {
    getScrollElement: () => scroller.current,
    estimateSize: () => cellSize,
    overscan: 3,
    // A scroll in both directions is drawn once.
    useFlushSync: false,
    initialRect: { width: 1024, height: 600 },
    observeElementRect: observeLaidOutRect,
  }
  const body = useVirtualizer<HTMLElement, Element>({
    ...shared,
    count: rows.length,
    rangeExtractor: keepRow,
  })
  const across = useVirtualizer<HTMLElement, Element>({
    ...shared,
    horizontal: true,
    count: columns.length,
    paddingStart: headWidth,
    rangeExtractor: keepColumn,
  })

  const byKey = useRef(false)
  // The browser's focus follows the place that the keys have led to, once it is drawn.
  useLayoutEffect(() => {
    if (!byKey.current) return
    byKey.current = false
    const target = scroller.current?.querySelector<HTMLElement>(
      `[data-place="${active.row}:${active.column}"]`,
    )
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active.row, active.column])
  const onKeyDown = (event: KeyboardEvent) => {
    const to = movedPlace(event.key, event.ctrlKey || event.metaKey, active, last)
    if (to === undefined || event.altKey) return
    event.preventDefault()
    byKey.current = true
    setFocus(to)
  }
  const width = across.getTotalSize()
  const shown = across.getVirtualItems()
  return (
    <Box
      ref={scroller}
      sx={{ ...matrixLook, flex: 1, minHeight: 120, overflow: 'auto' }}
      // What the heads cover is not in sight.
      style={{ scrollPadding: `${headHeight}px 0 0 ${headWidth}px` }}
    >
      <div
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        style={{ width, minWidth: '100%' }}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          const [row, column] = (target.getAttribute('data-place') ?? '').split(':').map(Number)
          if (row !== undefined && column !== undefined) setFocus({ row, column })
        }}
      >
        <div role="rowgroup" data-part="head" style={{ height: headHeight }}>
          <div role="row" aria-rowindex={1} style={{ height: headHeight }}>
            <div
              role="columnheader"
              aria-colindex={1}
              data-part="corner"
              style={{ width: headWidth, height: headHeight }}
            >
              {corner}
            </div>
            {shown.map(({ index, start }) => {
              const column = columns[index]
              return (
                column !== undefined && (
                  <div
                    key={columnId(column)}
                    role="columnheader"
                    aria-colindex={index + 2}
                    data-part="column"
                    style={{ left: start, width: cellSize, height: headHeight }}
                  >
                    {columnHead(
                      column,
                      placeFocus(-1, index, active.row === -1 && active.column === index),
                    )}
                  </div>
                )
              )
            })}
          </div>
        </div>
        <div role="rowgroup" style={{ position: 'relative', height: body.getTotalSize() }}>
          {body.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <MatrixRow
                key={rowId(row)}
                row={row}
                index={index}
                top={start}
                width={width}
                height={cellSize}
                headWidth={headWidth}
                columns={columns}
                columnId={columnId}
                shown={shown}
                focused={active.row === index ? active.column : undefined}
                rowHead={rowHead}
                cellsOf={cellsOf}
                onPress={props.onPress}
              />
            )
          })}
        </div>
      </div>
    </Box>
  )
}
