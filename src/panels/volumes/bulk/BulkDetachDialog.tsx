import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { detachCommand } from '#src/model/attach/attachment-commands.ts'
import { holdersOf } from '#src/model/attach/holder.ts'
import { isRunning } from '#src/model/instance/instance.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import type { BulkDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { BulkDialog } from '#src/parts/dialog/BulkDialog.tsx'
import { useDetachReason } from '#src/parts/use-detach-reason.ts'
import { useKnownInstances } from '#src/parts/use-known-instances.ts'
import { namesText } from '#src/parts/words/names-text.ts'
import { detachFrom, useAttachmentWork } from '#src/queries/attach/attachment-work.ts'

/** Detaches volumes from all that hold them: each volume in turn from its instances, the volumes side by side. */
export function BulkDetachDialog({ volumes, onClose }: BulkDialogProps) {
  const { t } = useTranslation('bulk')
  const { t: tNames } = useTranslation('attachments')
  const { t: tVolumes } = useTranslation('volumes')
  const work = useAttachmentWork()
  const reasonFor = useDetachReason()
  const instances = useKnownInstances()
  const judged = volumes.map((volume) => {
    const holders = holdersOf(volume, instances).map((holder) => ({
      holder,
      reason: reasonFor(volume, holder),
    }))
    const going = holders.flatMap(({ holder, reason }) => (reason ? [] : [holder]))
    const staying = holders.flatMap(({ holder, reason }) =>
      reason ? [{ name: holder.name, reason }] : [],
    )
    const obstacle = going.length > 0 ? undefined : (staying.at(0)?.reason ?? t('notAttached'))
    return { volume, going, staying, obstacle }
  })
  const possible = judged.filter(({ obstacle }) => obstacle === undefined)
  const pairs = possible.flatMap(({ volume, going }) =>
    going.flatMap(({ instanceId }) =>
      instanceId === null ? [] : [{ volumeId: volume.id, instanceId }],
    ),
  )
  const running = new Map(
    possible.flatMap(({ going }) =>
      going.flatMap(({ instance, name }) =>
        instance && isRunning(instance) ? [[instance.id, name] as const] : [],
      ),
    ),
  )
  return (
    <BulkDialog
      title={tVolumes('bulk.detach')}
      submitLabel={t('detach.submit')}
      danger
      things={judged.map(({ volume, obstacle }) => ({
        id: volume.id,
        name: nameOf(volume),
        obstacle,
      }))}
      act={(id) =>
        detachFrom(
          work,
          id,
          pairs.flatMap(({ volumeId, instanceId }) => (volumeId === id ? [instanceId] : [])),
        )
      }
      atOnce={Infinity}
      goesOn
      doneLabel={t('detach.done')}
      command={detachCommand(pairs)}
      onClose={onClose}
    >
      <Typography>{t('detach.text', { count: possible.length })}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 3, overflowWrap: 'anywhere' }}>
        {possible.map(({ volume, going }) => (
          <li key={volume.id}>
            {t('detach.from', {
              volume: nameOf(volume),
              instances: namesText(tNames, going),
            })}
          </li>
        ))}
      </Box>
      {possible.flatMap(({ volume, staying }) =>
        staying.map(({ name, reason }) => (
          <Typography key={`${volume.id} ${name}`} color="warning">
            {t('detach.stays', { volume: nameOf(volume), instance: name, reason })}
          </Typography>
        )),
      )}
      {running.size > 0 && (
        <Typography color="warning" sx={{ overflowWrap: 'anywhere' }}>
          {t('detach.running', {
            count: running.size,
            names: namesText(
              tNames,
              [...running.values()].map((name) => ({ name })),
            ),
          })}
        </Typography>
      )}
      <Typography>{t('detach.remaining')}</Typography>
    </BulkDialog>
  )
}
