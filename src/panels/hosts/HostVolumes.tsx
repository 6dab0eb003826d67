import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { concernsSeveral, type HostImpact, type VolumeOnHost } from '#src/model/host-impact.ts'
import { contains, folded } from '#src/model/search-text.ts'
import { nameOf } from '#src/model/volume.ts'
import { useProjectNames } from '#src/parts/project-names.ts'
import {
  hiddenIn,
  sortingIn,
  sortingText,
  widthsIn,
  widthsInText,
} from '#src/parts/table-address.ts'
import { DataTable } from '#src/ui/DataTable.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { FilterBar, FilterFlag, FilterSearch } from '#src/ui/FilterBar.tsx'
import { TableCount } from '#src/ui/TableCount.tsx'
import { TableFrame } from '#src/ui/TableFrame.tsx'

import { useHostsSearch } from './hosts-navigation.ts'
import { hostVolumeColumns } from './hostVolumeColumns.tsx'

const idOf = ({ volume }: VolumeOnHost) => volume.id
const nameOfRow = ({ volume }: VolumeOnHost) => nameOf(volume)
const none: readonly VolumeOnHost[] = []

const finds =
  (wanted: string) =>
  ({ volume, here, elsewhere }: VolumeOnHost) =>
    contains(
      [
        volume.name,
        volume.id,
        ...[...here, ...elsewhere].flatMap(({ name, host }) => [name, host]),
      ],
      wanted,
    )

/** The volumes that a host's instances hold: the shared ones first of all, the others when they are asked for. */
export function HostVolumes({
  impact,
  incomplete,
}: {
  /** Undefined until it is known. */
  impact: HostImpact | undefined
  /** Whether volumes are still being read. */
  incomplete: boolean
}) {
  const { t } = useTranslation('hosts')
  const { search, change } = useHostsSearch()
  const projects = useProjectNames(true)
  const columns = useMemo(() => hostVolumeColumns(t, projects), [t, projects])
  const canOrder = (id: string) => columns.some((one) => one.id === id && one.compare)
  const wanted = folded(search.q ?? '')
  const all = impact?.volumes ?? none
  const meant = search.all ? all : all.filter(({ volume }) => concernsSeveral(volume))
  const shown = meant.filter(finds(wanted))
  const label = t(search.all ? 'view.allVolumes' : 'view.sharedVolumes')
  return (
    <>
      <FilterBar
        clearLabel={t('filters.clear')}
        onClear={wanted === '' ? undefined : () => change({ q: undefined })}
      >
        <FilterSearch label={t('view.filter')} value={search.q} onChange={(q) => change({ q })} />
        <FilterFlag
          label={t('view.others', {
            count: all.length - all.filter(({ volume }) => concernsSeveral(volume)).length,
          })}
          on={search.all}
          onChange={(on) => change({ all: on })}
        />
      </FilterBar>
      <TableFrame shown>
        <DataTable
          label={label}
          rows={shown}
          columns={columns}
          rowId={idOf}
          rowName={nameOfRow}
          sorting={sortingIn(search.sort, canOrder)}
          onSortingChange={(sorting) => change({ sort: sortingText(sorting) })}
          hidden={hiddenIn(search.hide)}
          widths={widthsIn(search.widths)}
          onWidthsChange={(widths) => change({ widths: widthsInText(widths) })}
          loading={impact === undefined || (incomplete && all.length === 0)}
          empty={
            <EmptyState
              title={t(wanted === '' ? 'view.emptyTitle' : 'empty.filteredTitle')}
              text={t(wanted === '' ? 'view.emptyText' : 'empty.filteredText')}
            />
          }
        />
        {impact && (
          <TableCount>
            {t('displaying', { count: shown.length })}
            {incomplete && ` · ${t('loadingVolumes')}`}
          </TableCount>
        )}
      </TableFrame>
    </>
  )
}
