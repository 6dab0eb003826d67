import { useTranslation } from 'react-i18next'

import { FilterBar, FilterChoice, FilterSearch } from '#src/ui/page/FilterBar.tsx'

import type { VolumeTypesSearch } from './volume-types-search.ts'

const noFilter = { q: undefined, shareable: undefined }

/** Chooses which types are shown. */
export function TypeFilters({
  search: { q, shareable },
  onChange,
}: {
  search: VolumeTypesSearch
  onChange: (change: Partial<VolumeTypesSearch>) => void
}) {
  const { t } = useTranslation('volumeTypes')
  const isFiltering = q !== undefined || shareable !== undefined
  return (
    <FilterBar onClear={isFiltering ? () => onChange(noFilter) : undefined}>
      <FilterSearch label={t('filter')} value={q} onChange={(text) => onChange({ q: text })} />
      <FilterChoice
        label={t('filters.shareable')}
        anyLabel={t('filters.any')}
        choices={[
          { value: 'true', label: t('filters.onlyShareable') },
          { value: 'false', label: t('filters.notShareable') },
        ]}
        value={shareable === undefined ? undefined : String(shareable)}
        onChange={(chosen) =>
          onChange({ shareable: chosen === undefined ? undefined : chosen === 'true' })
        }
      />
    </FilterBar>
  )
}
