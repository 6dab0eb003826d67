import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { AuditRow } from '#src/model/attachment-audit.ts'
import {
  hiddenIn,
  sortingIn,
  sortingText,
  widthsIn,
  widthsInText,
} from '#src/parts/table-address.ts'
import { ColumnsMenu } from '#src/ui/ColumnsMenu.tsx'
import { DataTable } from '#src/ui/DataTable.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { count } from '#src/ui/formats.ts'
import { TableCount } from '#src/ui/TableCount.tsx'
import { TableFrame } from '#src/ui/TableFrame.tsx'

import { useAttachmentsDialog, useAttachmentsSearch } from './attachments-navigation.ts'
import { rowNameOf } from './audit-words.ts'
import { auditColumns, type ProjectNames } from './auditColumns.tsx'
import { AuditExportMenu } from './AuditExportMenu.tsx'

const idOf = ({ id }: AuditRow) => id

/** The table, with what is chosen of its columns and what is saved of it. */
export function AuditTable({
  rows,
  all,
  filters,
  projects,
  selected,
  onSelectedChange,
}: {
  /** Those that the filters let through. */
  rows: readonly AuditRow[]
  all: readonly AuditRow[]
  /** What chooses the rows. */
  filters: ReactNode
  projects: ProjectNames
  selected: ReadonlySet<string>
  onSelectedChange: (selected: ReadonlySet<string>) => void
}) {
  const { t, i18n } = useTranslation('audit')
  const { t: tVolumes } = useTranslation('volumes')
  const { search, change } = useAttachmentsSearch()
  const { open } = useAttachmentsDialog()
  const columns = useMemo(
    () => auditColumns({ t, tVolumes, projects, onOpen: (id) => open('details', id) }),
    [t, tVolumes, projects, open],
  )
  const isFiltered = [search.q, search.verdict, search.project, search.host].some(
    (one) => one !== undefined,
  )
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>{filters}</Box>
        <AuditExportMenu rows={rows} projects={projects} />
        <ColumnsMenu
          columns={columns}
          hidden={hiddenIn(search.hide)}
          onHiddenChange={(ids) => change({ hide: ids.join(',') || undefined })}
          onReset={() => change({ hide: undefined, widths: undefined })}
        />
      </Box>
      <TableFrame shown>
        <DataTable
          label={t('title')}
          rows={rows}
          columns={columns}
          rowId={idOf}
          rowName={(row) => rowNameOf(t, row)}
          sorting={sortingIn(search.sort, (id) =>
            columns.some((column) => column.id === id && column.compare !== undefined),
          )}
          onSortingChange={(sorting) => change({ sort: sortingText(sorting) })}
          hidden={hiddenIn(search.hide)}
          widths={widthsIn(search.widths)}
          onWidthsChange={(widths) => change({ widths: widthsInText(widths) })}
          selected={selected}
          onSelectedChange={onSelectedChange}
          loading={false}
          empty={
            isFiltered ? (
              <EmptyState title={t('empty.filteredTitle')} text={t('empty.filteredText')} />
            ) : (
              <EmptyState
                title={t('empty.title')}
                text={t('empty.text')}
                action={
                  all.length > 0 && (
                    <Button onClick={() => change({ agreed: true })}>{t('empty.show')}</Button>
                  )
                }
              />
            )
          }
        />
        <TableCount>
          {rows.length === all.length
            ? t('displaying', { count: all.length })
            : t('displayingOf', { shown: count(rows.length, i18n.language), count: all.length })}
        </TableCount>
      </TableFrame>
    </>
  )
}
