import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { attachCommand } from '#src/model/attach/attachment-commands.ts'
import { holdersOf } from '#src/model/attach/holder.ts'
import type { SharingCell, SharingColumn } from '#src/model/attach/sharing-matrix.ts'
import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { SeveralWritersWarning } from '#src/parts/dialog/SeveralWritersWarning.tsx'
import { FailureNotice } from '#src/parts/FailureNotice.tsx'
import { useKnownInstances } from '#src/parts/use-known-instances.ts'
import { namesText } from '#src/parts/words/names-text.ts'
import { useAttachmentWork } from '#src/queries/attach/attachment-work.ts'
import { FormDialog } from '#src/ui/dialog/FormDialog.tsx'

import { isBlocking, useCellObstacle, useCellObstacleText } from './cell-obstacle.ts'

/** Asks whether the volume is to be attached to the instance; says who holds it already and what that means. */
export function AttachCellDialog({
  volume,
  column,
  cell,
  onClose,
}: {
  volume: Volume
  column: SharingColumn
  cell: SharingCell
  onClose: () => void
}) {
  const { t } = useTranslation('sharing')
  const { t: tAttachments } = useTranslation('attachments')
  const work = useAttachmentWork()
  const holders = holdersOf(volume, useKnownInstances())
  const obstacle = useCellObstacle()(volume, column)
  const obstacleText = useCellObstacleText()
  const { gap, task } = cell
  const attach = () => {
    work.start(volume.id, [{ act: 'attach', instanceId: column.id }])
    onClose()
  }
  return (
    <FormDialog
      title={t('attach.title')}
      submitLabel={t('attach.confirm')}
      pending={false}
      disabled={isBlocking(obstacle)}
      dirty={false}
      command={attachCommand([{ volume, instanceId: column.id }])}
      submitError={
        cell.state === 'failed' &&
        task?.progress.state === 'failed' && (
          <Box>
            <Typography>{t('attach.failed')}</Typography>
            <FailureNotice failure={task.progress.failure} />
          </Box>
        )
      }
      onSubmit={attach}
      onClose={onClose}
    >
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {t('attach.text', { volume: nameOf(volume), instance: column.name })}{' '}
        {t('attach.before', { count: holders.length, names: namesText(tAttachments, holders) })}
      </Typography>
      {gap && (
        <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {t('attach.gap', {
            count: gap.others,
            holding: gap.holding,
            through: nameOf(gap.through),
            instance: column.name,
          })}
        </Typography>
      )}
      {obstacle && (
        <Alert severity={isBlocking(obstacle) ? 'info' : 'warning'} variant="outlined">
          {obstacleText(obstacle, column)}
        </Alert>
      )}
      {holders.length > 0 && !isBlocking(obstacle) && (
        <SeveralWritersWarning bootable={volume.bootable} />
      )}
    </FormDialog>
  )
}
