import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { microversionFor } from '#src/model/cloud/microversion.ts'
import type { VolumeDetails } from '#src/model/volume/volume-details.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { useScope } from '#src/queries/session.ts'
import { CopyButton } from '#src/ui/form/CopyButton.tsx'

/** The cloud's own answer about a volume. */
export function VolumeJson({ details: { volume, raw } }: { details: VolumeDetails }) {
  const { t } = useTranslation('volumeDetails')
  const { major, minor } = microversionFor(useScope(), 'volume')
  const json = JSON.stringify(raw, null, 2)
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography color="textSecondary">
          {t('json.text', { version: `${major}.${minor}` })}
        </Typography>
        <CopyButton text={json} what={t('json.copy')} />
      </Box>
      <Box
        component="pre"
        role="region"
        aria-label={t('json.label', { volume: nameOf(volume) })}
        // Wide lines are scrolled in the box, which the keyboard has to reach.
        tabIndex={0}
        sx={{
          m: 0,
          p: 2,
          overflow: 'auto',
          fontSize: 12.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
        }}
      >
        {json}
      </Box>
    </>
  )
}
