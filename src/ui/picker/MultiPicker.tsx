import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Popper from '@mui/material/Popper'
import TextField from '@mui/material/TextField'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { visuallyHidden } from '#src/ui/form/visually-hidden.ts'

import { PickedChips } from './PickedChips.tsx'
import type { PickerOption } from './picker-option.ts'
import { findOptions } from './picker-search.ts'
import { optionId, PickerListbox } from './PickerListbox.tsx'

export type MultiPickerProps = {
  label: string
  placeholder: string
  options: readonly PickerOption[]
  /** Ids of the picked ones. */
  picked: readonly string[]
  onPickedChange: (picked: string[]) => void
  disabled?: boolean
  loading: boolean
  /** Whether only one can be picked: a second pick takes the place of the first, and the list closes. */
  single?: boolean
}

/** How far a key moves among the options. */
const moves: Partial<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 7,
  PageUp: -7,
}

/**
 * Picks any number of up to thousands of options; those that can't be picked come last and say why.
 * A combobox as the ARIA practices have it: the focus stays in the field, the arrow keys move through the list,
 * also to options that can't be picked, since that is how their reason is read out.
 */
export function MultiPicker(props: MultiPickerProps) {
  const { label, placeholder, options, picked, onPickedChange, disabled = false, loading } = props
  const { single = false } = props
  const { t } = useTranslation('dialogs')
  const listId = useId()
  const [field, setField] = useState<HTMLElement | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(-1)

  const found = useMemo(() => findOptions(options, query), [options, query])
  const chosen = useMemo(() => new Set(picked), [picked])
  const activeOption = open ? found[active] : undefined

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const toggle = ({ id, obstacle }: PickerOption) => {
    if (obstacle !== undefined) return
    const others = picked.filter((one) => one !== id)
    if (single) onPickedChange([id])
    else onPickedChange(chosen.has(id) ? others : [...picked, id])
    // What was searched is found. The list goes on from there.
    setQuery('')
    setActive(findOptions(options, '').findIndex((option) => option.id === id))
    if (single) close()
  }
  const remove = (id: string) => {
    onPickedChange(picked.filter((one) => one !== id))
    input.current?.focus()
  }
  const pick = (event: KeyboardEvent) => {
    if (!open) return
    event.preventDefault()
    const option = activeOption ?? (query === '' ? undefined : found[0])
    if (option) toggle(option)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (move !== undefined) {
      event.preventDefault()
      setOpen(true)
      setActive(Math.max(0, Math.min(found.length - 1, active + move)))
    } else if (event.key === 'Enter') pick(event)
    else if (event.key === 'Escape' && open) {
      // Closes the list only, not the dialog that the field may be in.
      event.stopPropagation()
      close()
    } else if (event.key === 'Backspace' && query === '') {
      const last = picked.at(-1)
      if (last !== undefined) remove(last)
    }
  }

  return (
    <Box>
      <TextField
        label={label}
        disabled={disabled}
        value={query}
        placeholder={picked.length === 0 ? placeholder : ''}
        helperText={picked.length > 0 ? t('picker.picked', { count: picked.length }) : ' '}
        onChange={({ target }) => {
          setQuery(target.value)
          setOpen(true)
          setActive(-1)
        }}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(!disabled)}
        onBlur={() => {
          close()
          setQuery('')
        }}
        slotProps={{
          inputLabel: { shrink: true },
          input: {
            ref: setField,
            sx: {
              flexWrap: 'wrap',
              gap: 0.5,
              py: 0.75,
              '& input': { width: 120, flex: 1, py: 0.25 },
            },
            startAdornment: (
              <PickedChips
                picked={picked.flatMap((id) => options.find((option) => option.id === id) ?? [])}
                disabled={disabled}
                onRemove={remove}
              />
            ),
          },
          htmlInput: {
            ref: input,
            role: 'combobox',
            autoComplete: 'off',
            'aria-expanded': open,
            'aria-autocomplete': 'list',
            'aria-controls': open ? listId : undefined,
            'aria-activedescendant': activeOption && optionId(listId, activeOption.id),
          },
        }}
      />
      <Popper
        open={open}
        anchorEl={field}
        placement="bottom-start"
        sx={{ zIndex: 'modal' }}
        style={{ width: field?.clientWidth ?? 0 }}
      >
        {/* The focus stays in the field while one clicks or scrolls in the list. */}
        <Paper elevation={4} onMouseDown={(event) => event.preventDefault()}>
          <PickerListbox
            id={listId}
            label={label}
            options={found}
            picked={chosen}
            active={active}
            single={single}
            onToggle={toggle}
          />
          {found.length === 0 && (
            <Box sx={{ p: 2, color: 'text.secondary' }}>
              {loading ? t('picker.loading') : t('picker.none')}
            </Box>
          )}
        </Paper>
      </Popper>
      <Box role="status" style={visuallyHidden}>
        {open && query !== '' && t('picker.found', { count: found.length })}
      </Box>
    </Box>
  )
}
