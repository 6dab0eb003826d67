import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import { isMigrating, type Volume } from '#src/model/volume/volume.ts'

/** The host of a volume, and that its data is being moved from there, or could not be. */
export function HostCell({ volume }: { volume: Volume }) {
  const { t } = useTranslation('administration')
  const { t: tVolumes } = useTranslation('volumes')
  const host = volume.host ?? tVolumes('none')
  const note = () => {
    if (isMigrating(volume)) return t('migration.under')
    return volume.migrationStatus === 'error' ? t('migration.failed') : undefined
  }
  return (
    <Box sx={{ minWidth: 0, lineHeight: 1.25 }}>
      <Box title={host} sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        <bdi>{host}</bdi>
      </Box>
      {note() !== undefined && (
        <Box
          sx={{
            fontSize: 12,
            color: isMigrating(volume) ? 'text.secondary' : 'error.main',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
          }}
        >
          {note()}
        </Box>
      )}
    </Box>
  )
}
