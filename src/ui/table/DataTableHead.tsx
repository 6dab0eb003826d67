import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { type Column, isSortable, type TableSorting } from './column.ts'
import { ColumnResizer } from './ColumnResizer.tsx'
import { TableCheckbox } from './TableCheckbox.tsx'

/** A part of a whole. */
export type Share = 'none' | 'some' | 'all'

type HeadProps<Row> = {
  columns: readonly Column<Row>[]
  layout: readonly number[]
  sorting: TableSorting | undefined
  onSortingChange: (sorting: TableSorting | undefined) => void
  onDrag: (id: string, px: number) => void
  onResize: (id: string, px: number) => void
  /** Which share of the rows is selected; undefined where rows can't be. */
  selected: Share | undefined
  onSelect: (all: boolean) => void
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

function PlainHead<Row>(props: HeadProps<Row>) {
  const { columns, layout, sorting, onSortingChange, onDrag, onResize, selected, onSelect } = props
  const { t } = useTranslation('ui')
  return (
    <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 2 }}>
      <Box
        role="row"
        aria-rowindex={1}
        sx={{
          display: 'grid',
          gridTemplateColumns: 'var(--columns)',
          alignItems: 'center',
          height: 44,
          bgcolor: 'background.default',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        {selected && (
          <div role="columnheader">
            <TableCheckbox
              label={t('table.selectAll')}
              checked={selected === 'all'}
              some={selected === 'some'}
              onChange={onSelect}
            />
          </div>
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
              {...(isSortable(column) && { 'aria-sort': ariaSort(column.id, sorting) })}
              sx={{
                position: 'relative',
                // The last one's grip would stick out, and the table scroll sideways for it.
                '&:last-child > [role=separator]': { right: 0 },
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
              {isSortable(column) ? (
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

/** The head of a data table: sorts, resizes, selects all. It is not drawn again because the rows are. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- memo() loses the type parameter
export const DataTableHead = memo(PlainHead) as typeof PlainHead
