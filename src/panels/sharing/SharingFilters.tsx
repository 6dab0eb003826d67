import { useTranslation } from 'react-i18next'

import { FilterBar, FilterChoice, FilterFlag, FilterSearch } from '#src/ui/page/FilterBar.tsx'

import type { SharingSearch } from './sharing-search.ts'

const noFilter = { q: undefined, on: undefined, zone: undefined, gaps: undefined }

/** Chooses which volumes and instances the matrix shows. */
export function SharingFilters({
  search,
  zones,
  onChange,
}: {
  search: SharingSearch
  /** Those that instances are in. */
  zones: readonly string[]
  onChange: (change: Partial<SharingSearch>) => void
}) {
  const { t } = useTranslation('sharing')
  const filtering = [search.q, search.on, search.zone, search.gaps].some(Boolean)
  return (
    <FilterBar onClear={filtering ? () => onChange(noFilter) : undefined}>
      <FilterSearch
        label={t('filters.volume')}
        value={search.q}
        onChange={(q) => onChange({ q })}
      />
      <FilterSearch
        label={t('filters.instance')}
        value={search.on}
        onChange={(on) => onChange({ on })}
      />
      <FilterChoice
        label={t('filters.zone')}
        anyLabel={t('filters.anyZone')}
        choices={zones.map((zone) => ({ value: zone, label: zone }))}
        value={search.zone}
        onChange={(zone) => onChange({ zone })}
      />
      <FilterFlag
        label={t('filters.gaps')}
        on={search.gaps}
        onChange={(gaps) => onChange({ gaps })}
      />
    </FilterBar>
  )
}
