import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Column } from './column.ts'
import { TableCheckbox } from './TableCheckbox.tsx'

// A style sheet of its own: styles that are worked out while drawing take longer than all else in a row.
import css from './DataRow.module.css'

/** Left and right of what a cell shows, in px. */
const cellPadding = 20

type DataRowProps<Row> = {
  id: string
  row: Row
  name: string
  columns: readonly Column<Row>[]
  /** The columns' widths, in px. */
  layout: readonly number[]
  /** From the top of the body, in px. */
  top: number
  index: number
  /** Whether its name has to be enough for now. */
  hurried: boolean
  /** Undefined where rows can't be selected. */
  selected: boolean | undefined
  canSelect: boolean
  onToggle: (id: string, on: boolean) => void
}

/** Minimum glyph width in px; a `title` is set only if the text could be truncated. */
const leastLetter = 5

/** One cell; a text ends in an ellipsis where it has no room, and is whole on hover. */
function cellOf<Row>(column: Column<Row>, row: Row, width: number) {
  const content = column.cell(row, width - cellPadding)
  const text = typeof content === 'string' ? content : undefined
  const look = [css.cell]
  if (text !== undefined) look.push(css.text)
  if (column.align) look.push(css[column.align])
  if (column.isName) look.push(css.name)
  if (column.staysAtEnd) look.push(css.end)
  const isLong = text !== undefined && text.length * leastLetter > width
  return (
    <div key={column.id} role="cell" className={look.join(' ')} {...(isLong && { title: text })}>
      {content}
    </div>
  )
}

function PlainRow<Row>(props: DataRowProps<Row>) {
  const { id, row, name, columns, layout, top, index, selected, hurried } = props
  const { t } = useTranslation('ui')
  const nameColumn = columns.findIndex(({ isName }) => isName) + (selected === undefined ? 1 : 2)
  return (
    <div
      role="row"
      aria-label={name}
      aria-rowindex={index + 2}
      data-row={id}
      {...(selected !== undefined && { 'aria-selected': selected })}
      className={css.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      {hurried ? (
        <div role="cell" className={`${css.cell} ${css.text}`} style={{ gridColumn: nameColumn }}>
          {name}
        </div>
      ) : (
        <>
          {selected !== undefined && (
            <div role="cell">
              {props.canSelect && (
                <TableCheckbox
                  label={t('table.select', { name })}
                  checked={selected}
                  onChange={(on) => props.onToggle(id, on)}
                />
              )}
            </div>
          )}
          {columns.map((column, place) => cellOf(column, row, layout[place] ?? column.size))}
        </>
      )}
    </div>
  )
}

/** One row; drawn again only when something of it has changed. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- memo() loses the type parameter
export const DataRow = memo(PlainRow) as typeof PlainRow
