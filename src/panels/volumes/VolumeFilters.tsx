import Search from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

import { isFiltering } from '#src/model/volume-filter.ts'
import type { VolumeStatus } from '#src/model/volume.ts'
import { statusWord } from '#src/parts/status-words.ts'

import type { VolumesSearch } from './volumes-search.ts'
import { filterOf } from './volumes-view.ts'

/** What is typed or ticked when nothing is: an address without the choice. */
const noFilter = {
  q: undefined,
  status: undefined,
  group: undefined,
  shareable: undefined,
  shared: undefined,
  instance: undefined,
}

/** Chooses which volumes are shown. */
export function VolumeFilters({
  search,
  statuses,
  groups,
  onChange,
}: {
  search: VolumesSearch
  /** Those that volumes have. */
  statuses: readonly VolumeStatus[]
  /** Those that volumes belong to. */
  groups: readonly { id: string; name: string }[]
  onChange: (change: Partial<VolumesSearch>) => void
}) {
  const { t } = useTranslation('volumes')
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
        value={search.instance ?? ''}
        onChange={({ target }) => onChange({ instance: target.value || undefined })}
        placeholder={t('filters.instance')}
        sx={{ width: 190 }}
        slotProps={{ htmlInput: { 'aria-label': t('filters.instance') } }}
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
            {statusWord(t, status)}
          </MenuItem>
        ))}
      </TextField>
      {(groups.length > 0 || search.group !== undefined) && (
        <TextField
          select
          size="small"
          value={groups.some(({ id }) => id === search.group) ? search.group : ''}
          onChange={({ target }) => onChange({ group: target.value || undefined })}
          sx={{ width: 140 }}
          slotProps={{
            select: {
              displayEmpty: true,
              SelectDisplayProps: { 'aria-label': t('filters.group') },
            },
          }}
        >
          <MenuItem value="">{t('filters.anyGroup')}</MenuItem>
          {groups.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      {(['shareable', 'shared'] as const).map((choice) => (
        <Chip
          key={choice}
          clickable
          label={t(`filters.${choice}`)}
          variant={search[choice] ? 'filled' : 'outlined'}
          color={search[choice] ? 'primary' : 'default'}
          aria-pressed={search[choice] ?? false}
          onClick={() => onChange({ [choice]: search[choice] ? undefined : true })}
        />
      ))}
      {isFiltering(filterOf(search)) && (
        <Button size="small" onClick={() => onChange(noFilter)}>
          {t('filters.clear')}
        </Button>
      )}
    </Box>
  )
}
