import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { holdersOf } from '#src/model/attach/holder.ts'
import { type Gap, sharingCells, type SharingColumn } from '#src/model/attach/sharing-matrix.ts'
import { type InstanceId, nameOf, type Volume } from '#src/model/volume/volume.ts'
import { ConfirmDetach } from '#src/parts/dialog/ConfirmDetach.tsx'
import { ProgressList } from '#src/parts/progress/ProgressList.tsx'
import { useDetachReason } from '#src/parts/use-detach-reason.ts'
import { useKnownInstances, useTasksOf } from '#src/parts/use-known-instances.ts'
import { DialogFrame } from '#src/ui/dialog/DialogFrame.tsx'

import { AttachCellDialog } from './AttachCellDialog.tsx'

/** What can be done where a volume meets an instance: attach, detach, or watch what is under way. */
export function CellDialog({
  volume,
  column,
  lacking,
  onClose,
}: {
  volume: Volume
  column: SharingColumn
  /** Who lacks the volume. */
  lacking: ReadonlyMap<InstanceId, Gap> | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('sharing')
  const tasks = useTasksOf(volume.id)
  const reasonFor = useDetachReason()
  const instances = useKnownInstances()
  const cell = sharingCells(volume, lacking, tasks)(column.id)
  switch (cell.state) {
    case 'attaching':
    case 'detaching':
      return (
        <DialogFrame
          title={t(cell.state === 'attaching' ? 'attach.title' : 'detach.title')}
          onClose={onClose}
        >
          <Stack spacing={2}>
            <Typography sx={{ overflowWrap: 'anywhere' }}>
              {t(`underWay.${cell.state}`, { volume: nameOf(volume), instance: column.name })}
            </Typography>
            <ProgressList volume={volume} />
          </Stack>
        </DialogFrame>
      )
    case 'attached': {
      const holders = holdersOf(volume, instances, tasks).filter(
        ({ instanceId }) => instanceId === column.id,
      )
      const obstacle = holders.map((holder) => reasonFor(volume, holder)).find(Boolean)
      return (
        <ConfirmDetach volume={volume} holders={holders} obstacle={obstacle} onClose={onClose} />
      )
    }
    default:
      return <AttachCellDialog volume={volume} column={column} cell={cell} onClose={onClose} />
  }
}
