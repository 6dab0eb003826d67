import { useTranslation } from 'react-i18next'

import { instanceStatusWord } from '#src/parts/words/instance-status-words.ts'
import {
  FilterBar,
  FilterChoice,
  FilterFlag,
  FilterSearch,
  FilterText,
  withChosen,
} from '#src/ui/page/FilterBar.tsx'

import type { InstancesSearch } from './instances-search.ts'

const noFilter = { q: undefined, status: undefined, holds: undefined, sharing: undefined }

/** Chooses which instances are shown. */
export function InstanceFilters({
  search,
  statuses,
  isFiltering,
  onChange,
}: {
  search: InstancesSearch
  /** Those that instances have. */
  statuses: readonly string[]
  isFiltering: boolean
  onChange: (change: Partial<InstancesSearch>) => void
}) {
  const { t } = useTranslation('instances')
  return (
    <FilterBar onClear={isFiltering ? () => onChange(noFilter) : undefined}>
      <FilterSearch label={t('filter')} value={search.q} onChange={(q) => onChange({ q })} />
      <FilterText
        label={t('filters.volume')}
        value={search.holds}
        onChange={(holds) => onChange({ holds })}
      />
      <FilterChoice
        label={t('filters.status')}
        anyLabel={t('filters.anyStatus')}
        choices={withChosen(statuses, search.status).map((status) => ({
          value: status,
          label: instanceStatusWord(t, status),
        }))}
        value={search.status}
        onChange={(status) => onChange({ status })}
      />
      <FilterFlag
        label={t('filters.sharing')}
        on={search.sharing}
        onChange={(sharing) => onChange({ sharing })}
      />
    </FilterBar>
  )
}
