import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Checkbox from '@mui/material/Checkbox'
import { useTranslation } from 'react-i18next'

import { ColumnResizer } from './ColumnResizer.tsx'
import type { DataColumn, TableSorting } from './data-column.ts'

type HeadProps<Row> = {
  columns: readonly DataColumn<Row>[]
  layout: readonly number[]
  template: string
  sorting: TableSorting | undefined
  onSortingChange: (sorting: TableSorting | undefined) => void
  onDrag: (id: string, px: number) => void
  onResize: (id: string, px: number) => void
  selection?: { all: boolean; some: boolean; onToggle: (on: boolean) => void }
}

/** Ascending, then descending, then as the cloud orders them. */
function nextSorting(id: string, now: TableSorting | undefined): TableSorting | undefined {
  if (now?.id !== id) return { id, descending: false }
  return now.descending ? undefined : { id, descending: true }
}

const ariaSort = (id: string, sorting: TableSorting | undefined) => {
  if (sorting?.id !== id) return 'none'
  return sorting.descending ? 'descending' : 'ascending'
}

/** The head of a data table: sorts, resizes, selects all. */
export function DataTableHead<Row>(props: HeadProps<Row>) {
  const { columns, layout, template, sorting, onSortingChange, onDrag, onResize, selection } = props
  const { t } = useTranslation('ui')
  return (
    <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 2 }}>
      <Box
        role="row"
        aria-rowindex={1}
        sx={{
          display: 'grid',
          alignItems: 'center',
          height: 44,
          bgcolor: 'background.default',
          borderBottom: 1,
          borderColor: 'divider',
        }}
        style={{ gridTemplateColumns: template }}
      >
        {selection && (
          <Box role="columnheader" sx={{ display: 'grid', placeItems: 'center' }}>
            <Checkbox
              size="small"
              checked={selection.all}
              indeterminate={selection.some && !selection.all}
              onChange={(_event, on) => selection.onToggle(on)}
              slotProps={{ input: { 'aria-label': t('table.selectAll') } }}
            />
          </Box>
        )}
        {columns.map((column, place) => {
          const sorted = sorting?.id === column.id
          const Arrow = sorted && sorting.descending ? ArrowDownward : ArrowUpward
          return (
            <Box
              key={column.id}
              role="columnheader"
              // Its own text only: without this the name holds that of the separator too.
              aria-label={column.label}
              {...(column.compare && { 'aria-sort': ariaSort(column.id, sorting) })}
              sx={{
                position: 'relative',
                height: '100%',
                minWidth: 0,
                display: 'flex',
                alignItems: 'center',
                pl: 1.25,
                pr: 0.5,
                fontSize: 12,
                fontWeight: 600,
                color: 'text.secondary',
                lineHeight: 1.2,
                justifyContent: column.align === 'right' ? 'flex-end' : 'flex-start',
                ...(column.isName && {
                  position: 'sticky',
                  left: 0,
                  zIndex: 3,
                  bgcolor: 'background.default',
                }),
                ...(column.staysAtEnd && {
                  position: 'sticky',
                  right: 0,
                  zIndex: 3,
                  bgcolor: 'background.default',
                }),
              }}
            >
              {column.compare ? (
                <ButtonBase
                  onClick={() => onSortingChange(nextSorting(column.id, sorting))}
                  sx={{
                    font: 'inherit',
                    minHeight: 28,
                    minWidth: 0,
                    gap: 0.5,
                    borderRadius: 1,
                    textAlign: 'start',
                    '& svg': { fontSize: 15 },
                    '&:hover': { color: 'text.primary' },
                  }}
                >
                  <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
                    {column.label}
                  </Box>
                  {sorted && <Arrow aria-hidden />}
                </ButtonBase>
              ) : (
                column.label
              )}
              <ColumnResizer
                label={t('table.widthOf', { column: column.label })}
                width={layout[place] ?? column.size}
                onDrag={(px) => onDrag(column.id, px)}
                onResize={(px) => onResize(column.id, px)}
              />
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
