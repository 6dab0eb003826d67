import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import type { DataColumn } from './data-column.ts'

/** Left and right of what a cell shows, in px. */
const cellPadding = 20

/** Opaque, for cells slide under the one that stays in sight. */
const tint = (colour: string, percent: number) =>
  `color-mix(in srgb, var(--mui-palette-background-paper), var(--mui-palette-${colour}) ${percent}%)`
const hoveredColour = tint('text-primary', 4)
const chosenColour = tint('primary-main', 10)

type DataRowProps<Row> = {
  id: string
  row: Row
  name: string
  columns: readonly DataColumn<Row>[]
  layout: readonly number[]
  template: string
  /** From the top of the body, in px. */
  top: number
  height: number
  index: number
  /** Undefined where rows can't be selected. */
  selected: boolean | undefined
  onToggle: (id: string, on: boolean) => void
}

function PlainRow<Row>(props: DataRowProps<Row>) {
  const { id, row, name, columns, layout, template, top, height, index, selected } = props
  const { t } = useTranslation('ui')
  return (
    <Box
      role="row"
      aria-label={name}
      aria-rowindex={index + 2}
      data-row={id}
      {...(selected !== undefined && { 'aria-selected': selected })}
      sx={{
        position: 'absolute',
        left: 0,
        display: 'grid',
        alignItems: 'center',
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: selected ? chosenColour : 'background.paper',
        '&:hover': { bgcolor: selected ? chosenColour : hoveredColour },
      }}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${top}px)` }}
    >
      {selected !== undefined && (
        <Box role="cell" sx={{ display: 'grid', placeItems: 'center' }}>
          <Checkbox
            size="small"
            checked={selected}
            onChange={(_event, on) => props.onToggle(id, on)}
            slotProps={{ input: { 'aria-label': t('table.select', { name }) } }}
          />
        </Box>
      )}
      {columns.map((column, place) => (
        <Box
          key={column.id}
          role="cell"
          sx={{
            px: 1.25,
            height: '100%',
            minWidth: 0,
            display: 'flex',
            alignItems: 'center',
            justifyContent: column.align === 'right' ? 'flex-end' : 'flex-start',
            overflow: 'hidden',
            whiteSpace: 'nowrap',
            ...(column.isName && {
              position: 'sticky',
              left: 0,
              zIndex: 1,
              bgcolor: 'inherit',
            }),
            ...(column.staysAtEnd && {
              position: 'sticky',
              right: 0,
              zIndex: 1,
              bgcolor: 'inherit',
            }),
          }}
        >
          {column.cell(row, (layout[place] ?? column.size) - cellPadding)}
        </Box>
      ))}
    </Box>
  )
}

/** One row; drawn again only when something of it has changed. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- memo() loses the type parameter
export const DataRow = memo(PlainRow) as typeof PlainRow
