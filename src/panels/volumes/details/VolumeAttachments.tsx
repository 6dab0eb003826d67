import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'

import type { VolumeDetails } from '#src/model/volume/volume-details.ts'
import { AttachmentsTable } from '#src/panels/volumes/attachments/AttachmentsTable.tsx'
import { useVolumesDialog } from '#src/panels/volumes/volumes-navigation.ts'
import { ProgressList } from '#src/parts/progress/ProgressList.tsx'

import { AttachmentHistory } from './AttachmentHistory.tsx'

/** Who holds a volume and since when, and what became of earlier attachments. */
export function VolumeAttachments({ details: { volume } }: { details: VolumeDetails }) {
  const { t } = useTranslation('volumeDetails')
  const { open } = useVolumesDialog()
  return (
    <>
      <Button
        variant="outlined"
        sx={{ alignSelf: 'flex-start' }}
        onClick={() => open('attachments', volume.id)}
      >
        {t('manage')}
      </Button>
      <AttachmentsTable volume={volume} detailed />
      <ProgressList volume={volume} />
      <AttachmentHistory volume={volume} />
    </>
  )
}
