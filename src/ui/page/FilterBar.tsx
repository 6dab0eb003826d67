import Search from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import InputAdornment from '@mui/material/InputAdornment'
import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A row of filters above a table, which wraps where it is narrow; `onClear` is given while any of them is set. */
export function FilterBar({
  children,
  onClear,
}: {
  children: ReactNode
  onClear: (() => void) | undefined
}) {
  const { t } = useTranslation('ui')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {children}
      {/* It keeps its room, so that the table below does not move when a filter is set. */}
      <Button size="small" onClick={onClear} sx={{ visibility: onClear ? 'visible' : 'hidden' }}>
        {t('filters.clear')}
      </Button>
    </Box>
  )
}

type TextFilterProps = {
  label: string
  value: string | undefined
  /** Called with `undefined` instead of ''. */
  onChange: (value: string | undefined) => void
}

/** The search box of a table; in a dialog it fills the room that it has, and has the focus. */
export const FilterSearch = ({
  label,
  value = '',
  onChange,
  inDialog = false,
}: TextFilterProps & { inDialog?: boolean }) => (
  <OutlinedInput
    type="search"
    size="small"
    autoFocus={inDialog}
    value={value}
    onChange={({ target }) => onChange(target.value || undefined)}
    placeholder={label}
    sx={
      inDialog ? { flex: 1 } : { flex: { xs: '1 1 100%', sm: '1 1 150px' }, maxWidth: { sm: 240 } }
    }
    inputProps={{ 'aria-label': label }}
    startAdornment={
      <InputAdornment position="start">
        <Search fontSize="small" />
      </InputAdornment>
    }
  />
)

/** A filter by a text of its own. */
export const FilterText = ({ label, value = '', onChange }: TextFilterProps) => (
  <OutlinedInput
    size="small"
    value={value}
    onChange={({ target }) => onChange(target.value || undefined)}
    placeholder={label}
    sx={{ flex: '1 1 130px', maxWidth: 190 }}
    inputProps={{ 'aria-label': label }}
  />
)

/** A filter by one of several values, or by none of them; the browser's own, which every device opens in its own way. */
export const FilterChoice = ({
  label,
  anyLabel,
  choices,
  value,
  onChange,
}: TextFilterProps & {
  /** What is read while none is chosen. */
  anyLabel: string
  choices: readonly { value: string; label: string }[]
}) => (
  <NativeSelect
    variant="outlined"
    input={<OutlinedInput size="small" />}
    value={choices.some((choice) => choice.value === value) ? value : ''}
    onChange={({ target }) => onChange(target.value || undefined)}
    inputProps={{ 'aria-label': label }}
    sx={{ flex: '1 1 108px', maxWidth: 150, minWidth: 0 }}
  >
    <option value="">{anyLabel}</option>
    {choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ))}
  </NativeSelect>
)

/** A filter that is on or off. */
export const FilterFlag = ({
  label,
  on = false,
  onChange,
}: {
  label: string
  on: boolean | undefined
  /** Called with `undefined` instead of false. */
  onChange: (on: true | undefined) => void
}) => (
  <Chip
    clickable
    label={label}
    variant={on ? 'filled' : 'outlined'}
    color={on ? 'primary' : 'default'}
    aria-pressed={on}
    onClick={() => onChange(on ? undefined : true)}
  />
)

/** Options plus the selected value, which may have disappeared from the data but still filters. */
export const withChosen = <T extends string>(values: readonly T[], chosen: T | undefined): T[] => [
  ...new Set([...values, ...(chosen === undefined ? [] : [chosen])]),
]
