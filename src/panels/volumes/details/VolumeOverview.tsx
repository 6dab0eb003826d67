import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import type { VolumeDetails } from '#src/model/volume/volume-details.ts'
import { FactList } from '#src/ui/page/FactList.tsx'

import { useVolumeFacts } from './volume-facts.tsx'

/** All that is known of a volume, in Horizon's blocks. */
export function VolumeOverview({ details }: { details: VolumeDetails }) {
  const { t } = useTranslation('volumeDetails')
  const facts = useVolumeFacts(details)
  const blocks = (
    ['information', 'specs', 'attachments', 'source', 'metadata', 'transfer', 'backEnd'] as const
  ).filter((block) => facts[block].length > 0)
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
        alignItems: 'start',
      }}
    >
      {blocks.map((block) => (
        <FactList key={block} title={t(`blocks.${block}`)} facts={facts[block]} />
      ))}
    </Box>
  )
}
