import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { isFiltering, type VolumeFilter } from '#src/model/volume/volume-filter.ts'
import type { VolumeStatus } from '#src/model/volume/volume.ts'
import type { VolumesSearch } from '#src/panels/volumes/volumes-search.ts'
import { statusWord } from '#src/parts/words/status-words.ts'
import {
  FilterBar,
  FilterChoice,
  FilterFlag,
  FilterSearch,
  FilterText,
  withChosen,
} from '#src/ui/page/FilterBar.tsx'

/** What is typed or ticked when nothing is: an address without the choice. */
const noFilter = {
  q: undefined,
  status: undefined,
  group: undefined,
  shareable: undefined,
  shared: undefined,
  instance: undefined,
  project: undefined,
  host: undefined,
}

/** Chooses which volumes are shown. */
export const VolumeFilters = memo(function VolumeFilters({
  filter,
  statuses,
  groups,
  owners,
  hosts,
  onChange,
}: {
  filter: VolumeFilter
  /** Those that volumes have. */
  statuses: readonly VolumeStatus[]
  /** Those that volumes belong to. */
  groups: readonly { id: string; name: string }[]
  /** Projects and hosts of the volumes; none where they are all of one project. */
  owners: readonly { id: string; name: string }[]
  hosts: readonly string[]
  onChange: (change: Partial<VolumesSearch>) => void
}) {
  const { t } = useTranslation('volumes')
  return (
    <FilterBar onClear={isFiltering(filter) ? () => onChange(noFilter) : undefined}>
      <FilterSearch label={t('filter')} value={filter.text} onChange={(q) => onChange({ q })} />
      <FilterText
        label={t('filters.instance')}
        value={filter.instance}
        onChange={(instance) => onChange({ instance })}
      />
      <FilterChoice
        label={t('filters.status')}
        anyLabel={t('filters.anyStatus')}
        choices={withChosen(statuses, filter.status).map((status) => ({
          value: status,
          label: statusWord(t, status),
        }))}
        value={filter.status}
        onChange={(status) => onChange({ status })}
      />
      {(owners.length > 0 || filter.project !== undefined) && (
        <FilterChoice
          label={t('filters.project')}
          anyLabel={t('filters.anyProject')}
          choices={owners.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.project}
          onChange={(project) => onChange({ project })}
        />
      )}
      {(hosts.length > 0 || filter.host !== undefined) && (
        <FilterChoice
          label={t('filters.host')}
          anyLabel={t('filters.anyHost')}
          choices={withChosen(hosts, filter.host).map((host) => ({ value: host, label: host }))}
          value={filter.host}
          onChange={(host) => onChange({ host })}
        />
      )}
      {(groups.length > 0 || filter.group !== undefined) && (
        <FilterChoice
          label={t('filters.group')}
          anyLabel={t('filters.anyGroup')}
          choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.group}
          onChange={(group) => onChange({ group })}
        />
      )}
      {(['shareable', 'shared'] as const).map((choice) => (
        <FilterFlag
          key={choice}
          label={t(`filters.${choice}`)}
          on={filter[choice]}
          onChange={(on) => onChange({ [choice]: on })}
        />
      ))}
    </FilterBar>
  )
})
