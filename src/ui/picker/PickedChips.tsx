import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { PickerOption } from './picker-option.ts'

const most = 6

/** What is picked, each with a button that takes it back; the seventh and later ones only on request. */
export function PickedChips({
  picked,
  disabled,
  onRemove,
}: {
  picked: readonly PickerOption[]
  disabled: boolean
  onRemove: (id: string) => void
}) {
  const { t } = useTranslation('dialogs')
  const [all, setAll] = useState(false)
  const rest = picked.length - most
  return (
    <>
      {picked.slice(0, all ? undefined : most).map(({ id, label }) => (
        <Box key={id} component="span" sx={chip}>
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
            <bdi>{label}</bdi>
          </Box>
          <ButtonBase
            aria-label={t('picker.remove', { label })}
            disabled={disabled}
            onClick={() => onRemove(id)}
            sx={{ width: 24, height: 24, borderRadius: 1, '& svg': { fontSize: 15 } }}
          >
            <Close />
          </ButtonBase>
        </Box>
      ))}
      {rest > 0 && (
        <ButtonBase
          aria-expanded={all}
          aria-label={all ? t('picker.fewer') : t('picker.more', { count: rest })}
          onClick={() => setAll(!all)}
          sx={{ height: 26, minWidth: 26, px: 0.75, borderRadius: 1, color: 'primary.main' }}
        >
          {all ? '−' : `+${rest}`}
        </ButtonBase>
      )}
    </>
  )
}

const chip = {
  display: 'inline-flex',
  alignItems: 'center',
  maxWidth: 220,
  height: 26,
  pl: 1,
  fontSize: 12.5,
  whiteSpace: 'nowrap',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const
