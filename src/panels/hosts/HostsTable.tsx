import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { HostImpact } from '#src/model/host-impact.ts'
import { contains, folded } from '#src/model/search-text.ts'
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
import { FilterBar, FilterFlag, FilterSearch } from '#src/ui/FilterBar.tsx'
import { TableCount } from '#src/ui/TableCount.tsx'
import { TableFrame } from '#src/ui/TableFrame.tsx'

import { hostColumns } from './hostColumns.tsx'
import { useHostsSearch } from './hosts-navigation.ts'

const hostOfRow = ({ host }: HostImpact) => host

const finds = (text: string) => (impact: HostImpact) =>
  contains([impact.host, impact.service?.zone, impact.service?.disabledReason], text)

/** The table of all compute hosts. */
export function HostsTable({
  impacts,
  incomplete,
  notices,
}: {
  impacts: readonly HostImpact[] | undefined
  /** Whether volumes are still being read. */
  incomplete: boolean
  notices: readonly ReactNode[]
}) {
  const { t } = useTranslation('hosts')
  const { search, change } = useHostsSearch()
  const columns = useMemo(() => hostColumns(t), [t])
  const canOrder = (id: string) => columns.some((one) => one.id === id && one.compare)
  const wanted = folded(search.q ?? '')
  const filtering = wanted !== '' || search.down === true
  const shown = (impacts ?? [])
    .filter(finds(wanted))
    .filter(({ state }) => search.down !== true || state !== 'up')
  const hidden = hiddenIn(search.hide)
  return (
    <>
      <Typography variant="h5" component="h1">
        {t('title')}
      </Typography>
      <Typography color="textSecondary" sx={{ maxWidth: 900 }}>
        {t('intro')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <FilterBar
            clearLabel={t('filters.clear')}
            onClear={filtering ? () => change({ q: undefined, down: undefined }) : undefined}
          >
            <FilterSearch label={t('filter')} value={search.q} onChange={(q) => change({ q })} />
            <FilterFlag
              label={t('filters.down')}
              on={search.down}
              onChange={(down) => change({ down })}
            />
          </FilterBar>
        </Box>
        <ColumnsMenu
          columns={columns}
          hidden={hidden}
          onHiddenChange={(ids) => change({ hide: ids.join(',') || undefined })}
          onReset={() => change({ hide: undefined, widths: undefined })}
        />
      </Box>
      {notices}
      <TableFrame shown={notices.length === 0 || impacts !== undefined}>
        <DataTable
          label={t('title')}
          rows={shown}
          columns={columns}
          rowId={hostOfRow}
          rowName={hostOfRow}
          sorting={sortingIn(search.sort, canOrder)}
          onSortingChange={(sorting) => change({ sort: sortingText(sorting) })}
          hidden={hidden}
          widths={widthsIn(search.widths)}
          onWidthsChange={(widths) => change({ widths: widthsInText(widths) })}
          loading={impacts === undefined && notices.length === 0}
          empty={
            <EmptyState
              title={t(filtering ? 'empty.filteredTitle' : 'empty.title')}
              text={t(filtering ? 'empty.filteredText' : 'empty.text')}
            />
          }
        />
        {impacts && (
          <TableCount>
            {t('displaying', { count: shown.length })}
            {incomplete && ` · ${t('loadingVolumes')}`}
          </TableCount>
        )}
      </TableFrame>
    </>
  )
}
