import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { metadataObstacle } from '#src/model/volume/volume-change.ts'
import type { VolumeDetails } from '#src/model/volume/volume-details.ts'
import { useVolumesDialog } from '#src/panels/volumes/volumes-navigation.ts'
import { useActor } from '#src/parts/use-actor.ts'
import { actionObstacleText } from '#src/parts/words/obstacle-words.ts'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { FactList } from '#src/ui/page/FactList.tsx'

const factsOf = (pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => ({ label, value: <bdi>{value}</bdi> }))

/** A volume's keys and values, and those of the image that it was made of. */
export function VolumeMetadata({ details: { volume } }: { details: VolumeDetails }) {
  const { t } = useTranslation('volumeDetails')
  const { t: tVolumes } = useTranslation('volumes')
  const { open } = useVolumesDialog()
  const obstacle = metadataObstacle(volume, useActor())
  const own = factsOf(volume.metadata)
  const image = factsOf(volume.imageMetadata ?? {})
  return (
    <>
      <Box>
        <ReasonedButton
          variant="outlined"
          obstacle={obstacle && actionObstacleText(tVolumes, obstacle)}
          onClick={() => open('metadata', volume.id)}
        >
          {t('metadata.update')}
        </ReasonedButton>
      </Box>
      {own.length > 0 ? (
        <FactList title={t('metadata.title')} facts={own} />
      ) : (
        <Typography color="textSecondary">{t('metadata.none')}</Typography>
      )}
      {image.length > 0 && <FactList title={t('metadata.image')} facts={image} />}
    </>
  )
}
