import { useMemo } from 'react'

import { useSteady } from './steady.ts'

/** Which rows of a table are selected, and the ways to select others. */
export type RowSelection = {
  /** How many of the table's rows are selected. */
  count: number
  /** Selects one row, or no longer. */
  toggle: (id: string, on: boolean) => void
  /** Selects all rows of the table, or none of them. */
  toggleAll: (on: boolean) => void
}

/** The selection of rows by their ids; in a table without a selection nothing is selected. */
export function useRowSelection(
  rows: readonly { id: string }[],
  selected: ReadonlySet<string> | undefined,
  onChange: ((selected: ReadonlySet<string>) => void) | undefined,
): RowSelection {
  const change = (ids: readonly { id: string }[], on: boolean) => {
    const next = new Set(selected)
    for (const { id } of ids)
      if (on) next.add(id)
      else next.delete(id)
    onChange?.(next)
  }
  return {
    count: useMemo(
      () => (selected?.size ? rows.filter(({ id }) => selected.has(id)).length : 0),
      [rows, selected],
    ),
    toggle: useSteady((id, on) => change([{ id }], on)),
    toggleAll: useSteady((on) => change(rows, on)),
  }
}
