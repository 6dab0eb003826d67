import Typography from '@mui/material/Typography'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { HostImpact } from '#src/model/fail-over/host-impact.ts'
import { contains, folded } from '#src/model/search-text.ts'
import { PanelTable } from '#src/parts/table/PanelTable.tsx'
import { useStandardColumns } from '#src/parts/table/standard-columns.tsx'
import { FilterBar, FilterFlag, FilterSearch } from '#src/ui/page/FilterBar.tsx'

import { hostColumns } from './host-columns.tsx'
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
  const standard = useStandardColumns<HostImpact>()
  const columns = useMemo(() => hostColumns(standard, t), [standard, t])
  const wanted = folded(search.q ?? '')
  const filtering = wanted !== '' || search.down === true
  const shown = (impacts ?? [])
    .filter(finds(wanted))
    .filter(({ state }) => search.down !== true || state !== 'up')
  return (
    <>
      <Typography variant="h5" component="h1">
        {t('title')}
      </Typography>
      <Typography color="textSecondary" sx={{ maxWidth: 900 }}>
        {t('intro')}
      </Typography>
      {notices}
      <PanelTable
        label={t('title')}
        search={search}
        change={change}
        rows={shown}
        total={impacts?.length}
        failed={notices.length > 0}
        columns={columns}
        rowId={hostOfRow}
        rowName={hostOfRow}
        filters={
          <FilterBar
            onClear={filtering ? () => change({ q: undefined, down: undefined }) : undefined}
          >
            <FilterSearch label={t('filter')} value={search.q} onChange={(q) => change({ q })} />
            <FilterFlag
              label={t('filters.down')}
              on={search.down}
              onChange={(down) => change({ down })}
            />
          </FilterBar>
        }
        filtering={filtering}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        noMatch={{ title: t('empty.filteredTitle'), text: t('empty.filteredText') }}
        stillReading={incomplete ? t('loadingVolumes') : undefined}
      />
    </>
  )
}
