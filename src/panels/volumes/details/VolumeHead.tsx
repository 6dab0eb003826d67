import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { VolumeActions } from '#src/panels/volumes/menu/VolumeActions.tsx'
import { VolumeStatusCell } from '#src/panels/volumes/VolumeStatusCell.tsx'
import { useVolumesPath } from '#src/parts/use-volumes-path.ts'
import { PageLink } from '#src/ui/page/PageLink.tsx'

/** The top of a volume's page: the way back, its name, its status, and what can be done with it. */
export function VolumeHead({ volume }: { volume: Volume }) {
  const { t } = useTranslation('volumeDetails')
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      <PageLink to={useVolumesPath()} underline="hover" sx={{ alignSelf: 'start' }}>
        {t('back')}
      </PageLink>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography
          variant="h5"
          component="h1"
          sx={{
            minWidth: 0,
            overflowWrap: 'anywhere',
            display: '-webkit-box',
            overflow: 'hidden',
            WebkitLineClamp: 3,
            WebkitBoxOrient: 'vertical',
          }}
        >
          <bdi>{nameOf(volume)}</bdi>
        </Typography>
        <VolumeStatusCell volume={volume} />
        <Box sx={{ ml: 'auto' }}>
          <VolumeActions volume={volume} />
        </Box>
      </Box>
    </Box>
  )
}
