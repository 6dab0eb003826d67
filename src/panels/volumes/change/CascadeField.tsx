import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { namesText } from '#src/parts/words/names-text.ts'

/** A volume with the snapshots that were made of it. */
export type WithSnapshots = {
  volume: Volume
  snapshots: readonly { id: string; name: string }[]
}

/** Whether the snapshots of the volumes are deleted with them, and which those are. */
export function CascadeField({
  doomed,
  checked,
  onChange,
}: {
  /** The volumes that have snapshots. */
  doomed: readonly WithSnapshots[]
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const { t } = useTranslation('volumes')
  const { t: tNames } = useTranslation('attachments')
  const snapshots = doomed.reduce((sum, one) => sum + one.snapshots.length, 0)
  const namesOf = (one: WithSnapshots) =>
    namesText(
      tNames,
      one.snapshots.map(({ name, id }) => ({ name: name || id })),
    )
  return (
    <Box>
      <FormControlLabel
        label={t('delete.cascade', { count: doomed.length })}
        control={<Checkbox checked={checked} onChange={(_event, on) => onChange(on)} />}
      />
      <Typography variant="body2">{t('delete.cascadeText', { count: snapshots })}</Typography>
      <Box component="ul" sx={{ my: 0.5, pl: 3, overflowWrap: 'anywhere' }}>
        {doomed.map((one) => (
          <li key={one.volume.id}>
            {doomed.length === 1
              ? namesOf(one)
              : t('delete.snapshotsOf', { volume: nameOf(one.volume), names: namesOf(one) })}
          </li>
        ))}
      </Box>
    </Box>
  )
}
