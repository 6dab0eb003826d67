import Search from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

import type { SharingSearch } from './sharing-search.ts'

const noFilter = { q: undefined, on: undefined, zone: undefined, gaps: undefined }

const magnifier = {
  startAdornment: (
    <InputAdornment position="start">
      <Search fontSize="small" />
    </InputAdornment>
  ),
}

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
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <TextField
        type="search"
        size="small"
        value={search.q ?? ''}
        onChange={({ target }) => onChange({ q: target.value || undefined })}
        placeholder={t('filters.volume')}
        sx={{ width: { xs: '100%', sm: 220 } }}
        slotProps={{ htmlInput: { 'aria-label': t('filters.volume') }, input: magnifier }}
      />
      <TextField
        type="search"
        size="small"
        value={search.on ?? ''}
        onChange={({ target }) => onChange({ on: target.value || undefined })}
        placeholder={t('filters.instance')}
        sx={{ width: { xs: '100%', sm: 220 } }}
        slotProps={{ htmlInput: { 'aria-label': t('filters.instance') }, input: magnifier }}
      />
      <TextField
        select
        size="small"
        value={search.zone ?? ''}
        onChange={({ target }) => onChange({ zone: target.value || undefined })}
        sx={{ width: 160 }}
        slotProps={{
          select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': t('filters.zone') } },
        }}
      >
        <MenuItem value="">{t('filters.anyZone')}</MenuItem>
        {zones.map((zone) => (
          <MenuItem key={zone} value={zone}>
            {zone}
          </MenuItem>
        ))}
      </TextField>
      <Chip
        clickable
        label={t('filters.gaps')}
        variant={search.gaps ? 'filled' : 'outlined'}
        color={search.gaps ? 'primary' : 'default'}
        aria-pressed={search.gaps ?? false}
        onClick={() => onChange({ gaps: search.gaps ? undefined : true })}
      />
      {filtering && (
        <Button size="small" onClick={() => onChange(noFilter)}>
          {t('filters.clear')}
        </Button>
      )}
    </Box>
  )
}
