import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import type { HeldVolume } from '#src/model/attach/held-volume.ts'

/** A volume of an instance that can be ticked, or says why it can't. */
export function HeldVolumeChoice({
  held,
  reason,
  checked,
  onChange,
}: {
  held: HeldVolume
  reason: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const { t } = useTranslation('instances')
  const described = useId()
  const { name, device, holders, nameless } = held
  const facts = [device, nameless ? undefined : t('held.holders', { count: holders })]
  const second = reason ?? facts.filter(Boolean).join(' · ')
  return (
    <Box
      component="label"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        pr: 1.5,
        py: 0.25,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-child': { borderBottom: 0 },
        color: reason === undefined ? 'text.primary' : 'text.secondary',
      }}
    >
      <Checkbox
        size="small"
        checked={checked && reason === undefined}
        onChange={(_event, on) => reason === undefined && onChange(on)}
        slotProps={{
          input: {
            'aria-label': name,
            'aria-describedby': described,
            'aria-disabled': reason !== undefined,
          },
        }}
        sx={{ opacity: reason === undefined ? 1 : 0.5 }}
      />
      <Box sx={{ minWidth: 0, lineHeight: 1.35 }}>
        <Box sx={{ overflowWrap: 'anywhere' }}>
          <bdi>{name}</bdi>
        </Box>
        <Box id={described} sx={{ fontSize: 12, color: 'text.secondary' }}>
          {second}
        </Box>
      </Box>
    </Box>
  )
}
