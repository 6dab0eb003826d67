import Divider from '@mui/material/Divider'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { VolumeStatusCell } from '#src/panels/volumes/VolumeStatusCell.tsx'
import { ProgressList } from '#src/parts/progress/ProgressList.tsx'
import { WorkDialog } from '#src/ui/dialog/WorkDialog.tsx'
import { gibibytes } from '#src/ui/formats.ts'

import { AttachForm } from './AttachForm.tsx'
import { AttachmentsTable } from './AttachmentsTable.tsx'

/** Who holds the volume, and the means to attach it to more instances and to detach any of them. */
export function ManageAttachmentsDialog({
  volume,
  onClose,
}: {
  volume: Volume
  onClose: () => void
}) {
  const { t, i18n } = useTranslation('attachments')
  const [dirty, setDirty] = useState(false)
  return (
    <WorkDialog title={t('title')} width="md" dirty={dirty} onClose={onClose}>
      <Stack spacing={2} divider={<Divider flexItem />}>
        <Stack spacing={1.5}>
          <Stack
            direction="row"
            spacing={2}
            useFlexGap
            sx={{ flexWrap: 'wrap', alignItems: 'center' }}
          >
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
              <bdi>{nameOf(volume)}</bdi>
            </Typography>
            <span>{gibibytes(volume.sizeGiB, i18n.language)}</span>
            <span>{volume.typeName}</span>
            <VolumeStatusCell volume={volume} />
            {volume.attachments.length > 0 && (
              <span>{t('heldBy', { count: volume.attachments.length })}</span>
            )}
          </Stack>
          <AttachmentsTable volume={volume} />
        </Stack>
        <Stack spacing={2}>
          <AttachForm key={volume.id} volume={volume} onDirtyChange={setDirty} />
          <ProgressList volume={volume} />
        </Stack>
      </Stack>
    </WorkDialog>
  )
}
