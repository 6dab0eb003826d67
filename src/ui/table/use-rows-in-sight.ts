import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type RefObject,
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'

import { observeLaidOutRect } from './laid-out-rect.ts'

/** A row that is drawn. */
type PlacedRow = {
  index: number
  /** From the top of the first row, in px. */
  top: number
  /** True while scrolling fast: only the name cell is rendered. */
  hurried: boolean
}

/** The part of a table's rows that is drawn. */
export type RowsInSight = {
  places: readonly PlacedRow[]
  /** The height of all rows, in px. */
  height: number
}

/** Which rows are drawn: those in sight, a few around them, and the one with the focus. */
export function useRowsInSight(
  rows: readonly { id: string }[],
  rowHeight: number,
  scroller: RefObject<HTMLElement | null>,
): RowsInSight {
  const [focusedId, setFocusedId] = useState<string>()
  useEffect(() => {
    const room = scroller.current
    const note = ({ target }: Event) => {
      const row = target instanceof Element && target.closest('[data-row]')
      if (row) setFocusedId(row.getAttribute('data-row') ?? undefined)
    }
    room?.addEventListener('focusin', note)
    return () => room?.removeEventListener('focusin', note)
  }, [scroller])
  const focused = useMemo(
    () => (focusedId === undefined ? -1 : rows.findIndex(({ id }) => id === focusedId)),
    [rows, focusedId],
  )
  // Memoised: new keys would have every row's position computed again.
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows])
  // The first rows are waited for, and those around them are not.
  const around = useDeferredValue(rows) === rows ? 4 : 0
  const body = useVirtualizer<HTMLElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: around,
    initialRect: { width: 1024, height: 800 },
    observeElementRect: observeLaidOutRect,
    // The row with the focus, or with a menu open, stays although it is scrolled or sorted away.
    rangeExtractor: (range) => {
      const places = defaultRangeExtractor(range)
      if (focused < 0 || places.includes(focused)) return places
      return [...places, focused].toSorted((a, b) => a - b)
    },
  })
  const items = body.getVirtualItems()
  const hurried = useHurry(body.range) && body.isScrolling
  return {
    places: items.map(({ index, start }) => ({
      index,
      top: start,
      hurried: hurried && index !== focused,
    })),
    height: body.getTotalSize(),
  }
}

type Range = { startIndex: number; endIndex: number } | null

/**
 * Whether the rows in sight have nothing in common with those that were drawn last, as when the scroll bar is dragged through
 * thousands of them. Full rows are rendered in a transition.
 */
function useHurry(range: Range): boolean {
  const [drawn, setDrawn] = useState(range)
  useLayoutEffect(() => {
    startTransition(() => setDrawn(range))
  }, [range])
  if (range === null || drawn === null) return false
  return range.startIndex > drawn.endIndex || range.endIndex < drawn.startIndex
}
