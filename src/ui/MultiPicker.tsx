import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import Chip from '@mui/material/Chip'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

import { WindowedListbox } from './WindowedListbox.tsx'

/** Something that can be picked; with `obstacle` it can't, and that is why. `doubt` is said, but does not hinder. */
export type PickerOption = {
  id: string
  label: string
  detail?: string
  obstacle?: string
  doubt?: string
}

/** Finds by name, detail and id. */
const filterOptions = createFilterOptions<PickerOption>({
  stringify: ({ id, label, detail }) => `${label} ${detail ?? ''} ${id}`,
})

/** Picks any number of up to thousands of options; those that can't be picked come last and say why. */
export function MultiPicker({
  label,
  placeholder,
  options,
  picked,
  onPickedChange,
  disabled = false,
  loading,
}: {
  label: string
  placeholder: string
  options: readonly PickerOption[]
  /** Ids of the picked ones. */
  picked: readonly string[]
  onPickedChange: (picked: string[]) => void
  disabled?: boolean
  loading: boolean
}) {
  const { t } = useTranslation('ui')
  const chosen = new Set(picked)
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      disabled={disabled}
      loading={loading}
      limitTags={6}
      options={[...options]}
      value={options.filter(({ id }) => chosen.has(id))}
      onChange={(_event, values) => onPickedChange(values.map(({ id }) => id))}
      getOptionLabel={(option) => option.label}
      getOptionKey={(option) => option.id}
      getOptionDisabled={(option) => option.obstacle !== undefined}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      filterOptions={filterOptions}
      noOptionsText={t('picker.none')}
      slotProps={{ listbox: { component: WindowedListbox } }}
      renderOption={({ key, ...props }, option, { selected }) => (
        <Box component="li" key={key} {...props} sx={{ gap: 1, height: 52 }}>
          <Checkbox
            size="small"
            tabIndex={-1}
            checked={selected}
            disabled={option.obstacle !== undefined}
            slotProps={{ input: { 'aria-hidden': true } }}
          />
          <Box sx={{ minWidth: 0, lineHeight: 1.3 }}>
            <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              <bdi>{option.label}</bdi>
            </Box>
            <Box
              sx={{
                fontSize: 12,
                color: option.doubt ? 'warning.main' : 'text.secondary',
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                whiteSpace: 'nowrap',
              }}
            >
              {option.obstacle ?? option.doubt ?? option.detail}
            </Box>
          </Box>
        </Box>
      )}
      renderValue={(values, getItemProps) =>
        values.map((option, index) => {
          const { key, ...props } = getItemProps({ index })
          return <Chip key={key} size="small" label={option.label} {...props} />
        })
      }
      renderInput={(props) => (
        <TextField
          {...props}
          label={label}
          placeholder={picked.length === 0 ? placeholder : ''}
          helperText={picked.length > 0 ? t('picker.picked', { count: picked.length }) : ' '}
        />
      )}
    />
  )
}
