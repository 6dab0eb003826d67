import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { detachCommand } from '#src/model/attach/attachment-commands.ts'
import { type Holder, holdersOf } from '#src/model/attach/holder.ts'
import { isRunning } from '#src/model/instance/instance.ts'
import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { useKnownInstances } from '#src/parts/use-known-instances.ts'
import { namesText } from '#src/parts/words/names-text.ts'
import { useAttachmentWork } from '#src/queries/attach/attachment-work.ts'
import { ConfirmDialog } from '#src/ui/dialog/ConfirmDialog.tsx'

const listed = (holders: readonly Holder[]) => holders.map(({ name }) => name).join(', ')

/** Asks whether the instances are to let go of the volume, says which of them are running, and who keeps it. */
export function ConfirmDetach({
  volume,
  holders,
  obstacle,
  onClose,
}: {
  volume: Volume
  holders: readonly Holder[]
  /** Why it is not possible now. */
  obstacle?: string | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('attachments')
  const work = useAttachmentWork()
  const going = new Set(holders.map(({ instanceId }) => instanceId))
  const staying = holdersOf(volume, useKnownInstances()).filter(
    ({ instanceId }) => instanceId === null || !going.has(instanceId),
  )
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
      error={obstacle !== undefined && <Alert severity="info">{obstacle}</Alert>}
      obstacle={obstacle}
      command={detachCommand(
        instanceIds.map((instanceId) => ({ volumeId: volume.id, instanceId })),
      )}
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
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {staying.length > 0
          ? t('confirmDetach.staying', { count: staying.length, names: namesText(t, staying) })
          : t('confirmDetach.free')}{' '}
        {t('confirmDetach.remaining')}
      </Typography>
    </ConfirmDialog>
  )
}
