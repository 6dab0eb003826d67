import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { detachCommand } from '#src/model/change-commands.ts'
import type { Holder } from '#src/model/holder.ts'
import { isRunning } from '#src/model/instance.ts'
import { nameOf, type Volume } from '#src/model/volume.ts'
import { useAttachmentWork } from '#src/queries/attachment-work.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'

const listed = (holders: readonly Holder[]) => holders.map(({ name }) => name).join(', ')

/** Asks whether the instances are to let go of the volume, and says which of them are running. */
export function ConfirmDetach({
  volume,
  holders,
  onClose,
}: {
  volume: Volume
  holders: readonly Holder[]
  onClose: () => void
}) {
  const { t } = useTranslation('attachments')
  const work = useAttachmentWork()
  const running = holders.filter(({ instance }) => instance && isRunning(instance))
  const names = listed(running)
  const instanceIds = holders.flatMap(({ instanceId }) => (instanceId === null ? [] : [instanceId]))
  const confirm = () => {
    work.start(
      volume.id,
      instanceIds.map((instanceId) => ({ act: 'detach', instanceId })),
    )
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('confirmDetach.title')}
      confirmLabel={t('confirmDetach.confirm')}
      pending={false}
      error={null}
      command={detachCommand(volume, instanceIds)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {t('confirmDetach.text', { volume: nameOf(volume), instances: listed(holders) })}
      </Typography>
      {running.length > 0 && (
        <Typography color="warning" sx={{ overflowWrap: 'anywhere' }}>
          {holders.length === 1
            ? t('confirmDetach.runningOne', { names })
            : t('confirmDetach.running', { count: running.length, names })}
        </Typography>
      )}
      <Typography>{t('confirmDetach.remaining')}</Typography>
    </ConfirmDialog>
  )
}
