import Chip from '@mui/material/Chip'
import ListItemText from '@mui/material/ListItemText'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

import { isShareableType } from '#src/model/volume-type/volume-type.ts'
import type { OfferedType } from '#src/model/volume/volume-change.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { actionObstacleText } from '#src/parts/words/obstacle-words.ts'

/** The types that a volume may be given; those that are not possible now are there with the reason. */
export function NewTypeField({
  volume,
  offered,
  withoutEncrypted,
  loading,
  value,
  onChange,
}: {
  volume: Volume
  offered: readonly OfferedType[]
  /** Whether types were left out because they are both shareable and encrypted. */
  withoutEncrypted: boolean
  loading: boolean
  value: string
  onChange: (type: string) => void
}) {
  const { t } = useTranslation('changeVolume')
  const { t: tVolumes } = useTranslation('volumes')
  const none = !loading && offered.length === 0
  const held = volume.attachments.length
  const help = () => {
    if (none) return t('retype.noOther')
    if (held > 0 && offered.some(({ obstacle }) => obstacle))
      return t('retype.sharingStays', { count: held })
    return withoutEncrypted ? t('retype.encryptedOut') : undefined
  }
  return (
    <TextField
      select
      autoFocus
      label={t('retype.type')}
      value={offered.some(({ type }) => type.name === value) ? value : ''}
      helperText={help()}
      disabled={none}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{
        inputLabel: { shrink: true },
        select: {
          displayEmpty: true,
          renderValue: (name) => String(name) || t('retype.choose'),
          // The arrow keys stop at those that are not possible too: their reason is there to be read out.
          MenuProps: { slotProps: { list: { disabledItemsFocusable: true } } },
        },
      }}
    >
      {offered.map(({ type, obstacle }) => (
        <MenuItem
          key={type.id}
          value={type.name}
          disabled={obstacle !== undefined}
          // Faded, the reason could not be read.
          sx={{ '&.Mui-disabled': { opacity: 1, color: 'text.secondary' } }}
        >
          <ListItemText
            primary={type.name}
            secondary={obstacle ? actionObstacleText(tVolumes, obstacle) : type.description}
            slotProps={{ secondary: { sx: { whiteSpace: 'normal' } } }}
          />
          {isShareableType(type) && (
            <Chip size="small" label={t('retype.shareable')} sx={{ ml: 1 }} />
          )}
        </MenuItem>
      ))}
    </TextField>
  )
}
