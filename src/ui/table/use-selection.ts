import { type Dispatch, type SetStateAction, useMemo, useState } from 'react'

type Ids = ReadonlySet<string>

/** The rows that are selected in a table. */
export type Selection<Row> = {
  selected: Ids
  onSelectedChange: (ids: Ids) => void
  /** Those of the rows that are selected. */
  chosen: readonly Row[]
  /** Removes a row from the selection, for example once it is deleted. */
  unselect: (id: string) => void
}

const none: readonly never[] = []

/** Those of the rows that are selected; the same list as long as both are. */
export const useChosen = <Row extends { id: string }>(
  rows: readonly Row[],
  selected: Ids,
): readonly Row[] =>
  useMemo(
    () => (selected.size === 0 ? none : rows.filter(({ id }) => selected.has(id))),
    [rows, selected],
  )

/** The selection of rows by their ids, which `kept` holds where it outlives the page. */
export function useSelection<Row extends { id: string }>(
  rows: readonly Row[],
  kept?: readonly [Ids, Dispatch<SetStateAction<Ids>>],
): Selection<Row> {
  const own = useState<Ids>(new Set())
  const [selected, setSelected] = kept ?? own
  return {
    selected,
    onSelectedChange: setSelected,
    chosen: useChosen(rows, selected),
    unselect: (id) => setSelected((now) => new Set([...now].filter((one) => one !== id))),
  }
}
