import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import {
  concernsSeveral,
  type HostImpact,
  type VolumeOnHost,
} from '#src/model/fail-over/host-impact.ts'
import { contains, folded } from '#src/model/search-text.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { PanelTable } from '#src/parts/table/PanelTable.tsx'
import { useStandardColumns } from '#src/parts/table/standard-columns.tsx'
import { useProjectNames } from '#src/parts/use-project-names.ts'
import { FilterBar, FilterFlag, FilterSearch } from '#src/ui/page/FilterBar.tsx'

import { hostVolumeColumns } from './host-volume-columns.tsx'
import { useHostsSearch } from './hosts-navigation.ts'

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
  const standard = useStandardColumns<VolumeOnHost>()
  const columns = useMemo(() => hostVolumeColumns(standard, t, projects), [standard, t, projects])
  const wanted = folded(search.q ?? '')
  const all = impact?.volumes ?? none
  const shared = all.filter(({ volume }) => concernsSeveral(volume))
  const meant = search.all ? all : shared
  return (
    <PanelTable
      label={t(search.all ? 'view.allVolumes' : 'view.sharedVolumes')}
      search={search}
      change={change}
      rows={meant.filter(finds(wanted))}
      total={impact && !(incomplete && all.length === 0) ? meant.length : undefined}
      columns={columns}
      rowId={idOf}
      rowName={nameOfRow}
      filters={
        <FilterBar onClear={wanted === '' ? undefined : () => change({ q: undefined })}>
          <FilterSearch label={t('view.filter')} value={search.q} onChange={(q) => change({ q })} />
          <FilterFlag
            label={t('view.others', { count: all.length - shared.length })}
            on={search.all}
            onChange={(on) => change({ all: on })}
          />
        </FilterBar>
      }
      filtering={wanted !== ''}
      empty={{ title: t('view.emptyTitle'), text: t('view.emptyText') }}
      noMatch={{ title: t('empty.filteredTitle'), text: t('empty.filteredText') }}
      stillReading={incomplete ? t('loadingVolumes') : undefined}
    />
  )
}
