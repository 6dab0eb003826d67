import Divider from '@mui/material/Divider'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { nameOf, type Volume } from '#src/model/volume.ts'
import { ProgressList } from '#src/parts/ProgressList.tsx'
import { DialogFrame } from '#src/ui/DialogFrame.tsx'
import { gibibytes } from '#src/ui/formats.ts'

import { AttachForm } from './AttachForm.tsx'
import { AttachmentsTable } from './AttachmentsTable.tsx'
import { VolumeStatusCell } from './VolumeStatusCell.tsx'

/** Who holds the volume, and the means to attach it to more instances and to detach any of them. */
export function ManageAttachmentsDialog({
  volume,
  onClose,
}: {
  volume: Volume
  onClose: () => void
}) {
  const { t, i18n } = useTranslation('attachments')
  return (
    <DialogFrame title={t('title')} width="md" onClose={onClose}>
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
          </Stack>
          <AttachmentsTable volume={volume} />
        </Stack>
        <Stack spacing={2}>
          <AttachForm key={volume.id} volume={volume} />
          <ProgressList volume={volume} />
        </Stack>
      </Stack>
    </DialogFrame>
  )
}
