import Chip from '@mui/material/Chip'
import { useTranslation } from 'react-i18next'

import type { VolumeNames } from '#src/model/snapshot/snapshot-filter.ts'
import type { SnapshotStatus } from '#src/model/snapshot/snapshot.ts'
import { FilterBar, FilterChoice, FilterSearch, withChosen } from '#src/ui/page/FilterBar.tsx'

import { snapshotStatusWord } from './snapshot-words.ts'
import type { SnapshotsSearch } from './snapshots-search.ts'

const noFilter = { q: undefined, status: undefined, of: undefined }

/** Chooses which snapshots are shown. */
export function SnapshotFilters({
  search: { q, status, of },
  statuses,
  names,
  onChange,
}: {
  search: SnapshotsSearch
  /** Those that snapshots have. */
  statuses: readonly SnapshotStatus[]
  names: VolumeNames
  onChange: (change: Partial<SnapshotsSearch>) => void
}) {
  const { t } = useTranslation('snapshots')
  const isFiltering = q !== undefined || status !== undefined || of !== undefined
  return (
    <FilterBar onClear={isFiltering ? () => onChange(noFilter) : undefined}>
      <FilterSearch label={t('filter')} value={q} onChange={(text) => onChange({ q: text })} />
      <FilterChoice
        label={t('filters.status')}
        anyLabel={t('filters.anyStatus')}
        choices={withChosen(statuses, status).map((one) => ({
          value: one,
          label: snapshotStatusWord(t, one),
        }))}
        value={status}
        onChange={(one) => onChange({ status: one })}
      />
      {of !== undefined && (
        <Chip
          label={t('filters.volume', { volume: names.get(of) ?? of })}
          color="primary"
          onDelete={() => onChange({ of: undefined })}
          sx={{ maxWidth: 280 }}
        />
      )}
    </FilterBar>
  )
}
