import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import type { VolumeDetails } from '#src/model/volume-details.ts'
import { FactList } from '#src/ui/FactList.tsx'

const factsOf = (pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => ({ label, value: <bdi>{value}</bdi> }))

/** A volume's keys and values. */
export function VolumeMetadata({ details: { volume } }: { details: VolumeDetails }) {
  const { t } = useTranslation('volumeDetails')
  const own = factsOf(volume.metadata)
  return own.length > 0 ? (
    <FactList title={t('metadata.title')} facts={own} />
  ) : (
    <Typography color="textSecondary">{t('metadata.none')}</Typography>
  )
}
