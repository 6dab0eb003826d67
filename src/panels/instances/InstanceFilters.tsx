import Search from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

import { instanceStatusWord } from '#src/parts/instance-words.ts'

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
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <TextField
        type="search"
        size="small"
        value={search.q ?? ''}
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
        size="small"
        value={search.holds ?? ''}
        onChange={({ target }) => onChange({ holds: target.value || undefined })}
        placeholder={t('filters.volume')}
        sx={{ width: 190 }}
        slotProps={{ htmlInput: { 'aria-label': t('filters.volume') } }}
      />
      <TextField
        select
        size="small"
        value={search.status ?? ''}
        onChange={({ target }) => onChange({ status: target.value || undefined })}
        sx={{ width: 140 }}
        slotProps={{
          select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': t('filters.status') } },
        }}
      >
        <MenuItem value="">{t('filters.anyStatus')}</MenuItem>
        {statuses.map((status) => (
          <MenuItem key={status} value={status}>
            {instanceStatusWord(t, status)}
          </MenuItem>
        ))}
      </TextField>
      <Chip
        clickable
        label={t('filters.sharing')}
        variant={search.sharing ? 'filled' : 'outlined'}
        color={search.sharing ? 'primary' : 'default'}
        aria-pressed={search.sharing ?? false}
        onClick={() => onChange({ sharing: search.sharing ? undefined : true })}
      />
      {isFiltering && (
        <Button size="small" onClick={() => onChange(noFilter)}>
          {t('filters.clear')}
        </Button>
      )}
    </Box>
  )
}
