import Search from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

import type { VolumeNames } from '#src/model/snapshot-filter.ts'
import type { SnapshotStatus } from '#src/model/snapshot.ts'
import { snapshotStatusWord } from '#src/parts/snapshot-words.ts'

import type { SnapshotsSearch } from './snapshots-search.ts'

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
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <TextField
        type="search"
        size="small"
        value={q ?? ''}
        onChange={({ target }) => onChange({ q: target.value || undefined })}
        placeholder={t('filter')}
        sx={{ width: { xs: '100%', sm: 240 } }}
        slotProps={{
          htmlInput: { 'aria-label': t('filter') },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <Search fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
      />
      <TextField
        select
        size="small"
        value={status ?? ''}
        onChange={({ target }) => onChange({ status: target.value || undefined })}
        sx={{ width: 140 }}
        slotProps={{
          select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': t('filters.status') } },
        }}
      >
        <MenuItem value="">{t('filters.anyStatus')}</MenuItem>
        {[...new Set([...statuses, ...(status === undefined ? [] : [status])])].map((one) => (
          <MenuItem key={one} value={one}>
            {snapshotStatusWord(t, one)}
          </MenuItem>
        ))}
      </TextField>
      {of !== undefined && (
        <Chip
          label={t('filters.volume', { volume: names.get(of) ?? of })}
          color="primary"
          onDelete={() => onChange({ of: undefined })}
          sx={{ maxWidth: 280 }}
        />
      )}
      {(q !== undefined || status !== undefined || of !== undefined) && (
        <Button
          size="small"
          onClick={() => onChange({ q: undefined, status: undefined, of: undefined })}
        >
          {t('filters.clear')}
        </Button>
      )}
    </Box>
  )
}
