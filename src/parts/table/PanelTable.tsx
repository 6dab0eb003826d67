import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { ListFlaws as Flaws } from '#src/model/cloud/listed.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { count } from '#src/ui/formats.ts'
import { EmptyState } from '#src/ui/page/EmptyState.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import type { Column, TableSorting } from '#src/ui/table/column.ts'
import { ColumnsMenu } from '#src/ui/table/ColumnsMenu.tsx'
import { DataTable } from '#src/ui/table/DataTable.tsx'
import { TableCount } from '#src/ui/table/TableCount.tsx'
import { TableFrame } from '#src/ui/table/TableFrame.tsx'

import { ExportMenu } from './ExportMenu.tsx'
import { ListFlaws } from './ListFlaws.tsx'
import type { ChangeSearch } from './panel-address.ts'
import type { ExportedAs } from './save-table.ts'
import {
  hiddenIn,
  hiddenText,
  sortingIn,
  sortingText,
  type TableSearch,
  widthsIn,
  widthsInText,
} from './table-address.ts'

/** A query's failure: what could not be read, why, and how to try again. */
export type FailedReading = { title: string; error: Error | null; retry: () => void }

/** The texts where there are no rows, and what to do about it. */
type Emptiness = { title: string; text: string; action?: ReactNode }

type PanelTableProps<Row> = {
  /** The table's accessible name. */
  label: string
  search: TableSearch
  change: ChangeSearch<TableSearch>
  /** The rows that the filters let through. */
  rows: readonly Row[]
  /** How many there are without filters; undefined until the list has been read. */
  total: number | undefined
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  rowName: (row: Row) => string
  filters: ReactNode
  /** The list's query, and one whose failure only costs details. */
  list?: FailedReading
  besides?: FailedReading
  /** Whether the list could not be read, where the page says so itself. */
  failed?: boolean
  flaws?: readonly (Flaws | undefined)[]
  /** What is shown where nothing is, and where nothing matches. */
  empty: Emptiness
  noMatch: Emptiness
  filtering: boolean
  /** The order and the hidden columns where the address says nothing. */
  usualSorting?: TableSorting
  usuallyHidden?: readonly string[]
  selected?: ReadonlySet<string>
  onSelectedChange?: (selected: ReadonlySet<string>) => void
  /** What is still being read, after the count; and what stands beside it. */
  stillReading?: string | undefined
  besideCount?: ReactNode
  /** With it the rows can be saved as a file. */
  exportedAs?: ExportedAs<Row>
}

const noColumns: readonly string[] = []

/** The table of a panel with all that goes with it: filters, columns, export, notices, an empty state and a count. */
export function PanelTable<Row extends object>(props: PanelTableProps<Row>) {
  const { search, change, rows, total, columns, list, besides, usuallyHidden = noColumns } = props
  const failed = props.failed ?? Boolean(list?.error)
  const { t, i18n } = useTranslation('ui')
  const sorting = sortingIn(search.sort, columns) ?? props.usualSorting
  const hidden = search.hide === undefined ? usuallyHidden : hiddenIn(search.hide)
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>{props.filters}</Box>
        <ColumnsMenu
          columns={columns}
          hidden={hidden}
          onHiddenChange={(ids) => change({ hide: hiddenText(ids, usuallyHidden) })}
          onReset={() => change({ hide: undefined, widths: undefined })}
        />
        {props.exportedAs && (
          <ExportMenu table={{ rows, columns, hidden, sorting }} exportedAs={props.exportedAs} />
        )}
      </Box>
      {list?.error && (
        <ErrorNotice title={list.title} {...noticeOf(list.error)} onRetry={list.retry} />
      )}
      {besides?.error && !failed && (
        <ErrorNotice
          severity="warning"
          title={besides.title}
          {...noticeOf(besides.error)}
          onRetry={besides.retry}
        />
      )}
      {props.flaws && <ListFlaws of={props.flaws} />}
      <TableFrame shown={!failed || total !== undefined}>
        <DataTable
          label={props.label}
          rows={rows}
          columns={columns}
          rowId={props.rowId}
          rowName={props.rowName}
          sorting={sorting}
          onSortingChange={(next) => change({ sort: sortingText(next) })}
          hidden={hidden}
          widths={widthsIn(search.widths)}
          onWidthsChange={(widths) => change({ widths: widthsInText(widths) })}
          {...(props.selected && { selected: props.selected })}
          {...(props.onSelectedChange && { onSelectedChange: props.onSelectedChange })}
          loading={total === undefined && !failed}
          empty={<EmptyState {...(props.filtering ? props.noMatch : props.empty)} />}
        />
        {total !== undefined && (
          <TableCount beside={props.besideCount}>
            {rows.length === total
              ? t('table.displaying', { count: total })
              : t('table.displayingOf', { shown: count(rows.length, i18n.language), count: total })}
            {props.stillReading !== undefined && ` · ${props.stillReading}`}
          </TableCount>
        )}
      </TableFrame>
    </>
  )
}
