import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { detachCommand } from '#src/model/attach/attachment-commands.ts'
import { type HeldVolume, heldVolumesOf } from '#src/model/attach/held-volume.ts'
import { holdersOf } from '#src/model/attach/holder.ts'
import { instanceName, isRunning } from '#src/model/instance/instance.ts'
import { useKnownInstances, useTasksFor } from '#src/parts/use-known-instances.ts'
import { useVolumeIndex } from '#src/parts/use-known-volumes.ts'
import { namesText } from '#src/parts/words/names-text.ts'
import { useAttachmentWork } from '#src/queries/attach/attachment-work.ts'
import { EquivalentCommand } from '#src/ui/dialog/EquivalentCommand.tsx'
import { WorkDialog } from '#src/ui/dialog/WorkDialog.tsx'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'

import type { InstanceDialogProps } from './dialog-props.ts'
import { useHeldReason } from './held-reason.ts'
import { HeldVolumeChoice } from './HeldVolumeChoice.tsx'
import { InstanceProgress } from './InstanceProgress.tsx'

/** Detaches volumes from an instance: says what goes with it and what remains before it is done. */
export function DetachVolumeDialog({ instance, volumeId, onClose }: InstanceDialogProps) {
  const { t } = useTranslation('instances')
  const { t: tAttachments } = useTranslation('attachments')
  const work = useAttachmentWork()
  const tasks = useTasksFor(instance.id)
  const index = useVolumeIndex()
  const reasonFor = useHeldReason()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    new Set(volumeId === undefined ? [] : [volumeId]),
  )
  const held = heldVolumesOf(instance, index, tasks).filter(
    ({ state }) => state === 'attached' || state === 'detaching',
  )
  const chosen = held.filter((one) => ticked.has(one.volumeId) && !reasonFor(instance, one))
  const tick = (id: string, on: boolean) =>
    setTicked((now) => new Set(on ? [...now, id] : [...now].filter((other) => other !== id)))
  const detach = () => {
    for (const one of chosen) work.start(one.volumeId, [{ act: 'detach', instanceId: instance.id }])
    setTicked(new Set())
  }
  const name = instanceName(instance)
  return (
    <WorkDialog title={t('detach.title', { instance: name })} dirty={false} onClose={onClose}>
      <Stack
        component="form"
        spacing={2}
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen.length > 0) detach()
        }}
      >
        {held.length === 0 && <Typography color="textSecondary">{t('detach.notHeld')}</Typography>}
        {held.length > 0 && (
          <Box
            role="group"
            aria-label={t('detach.volumes')}
            sx={{
              maxHeight: 320,
              overflow: 'auto',
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
            }}
          >
            {held.map((one) => (
              <HeldVolumeChoice
                key={one.key}
                held={one}
                reason={reasonFor(instance, one)}
                checked={ticked.has(one.volumeId)}
                onChange={(on) => tick(one.volumeId, on)}
              />
            ))}
          </Box>
        )}
        {held.length > 0 && chosen.length === 0 && (
          <Typography color="textSecondary">{t('detach.choose')}</Typography>
        )}
        {chosen.length > 0 && (
          <>
            <Typography sx={{ overflowWrap: 'anywhere' }}>
              {t('detach.text', { volumes: namesText(tAttachments, chosen), instance: name })}
            </Typography>
            {isRunning(instance) && (
              <Typography color="warning">{t('detach.running', { instance: name })}</Typography>
            )}
            <WhatRemains chosen={chosen} instanceId={instance.id} />
          </>
        )}
        <ReasonedButton
          type="submit"
          variant="contained"
          color="error"
          obstacle={chosen.length === 0 ? t('detach.choose') : undefined}
          sx={{ alignSelf: 'flex-start' }}
        >
          {t('detach.submit')}
        </ReasonedButton>
        {chosen.length > 0 && (
          <EquivalentCommand
            command={detachCommand(
              chosen.map((one) => ({ volumeId: one.volumeId, instanceId: instance.id })),
            )}
          />
        )}
        <InstanceProgress instance={instance} act="detach" />
      </Stack>
    </WorkDialog>
  )
}

/** Who keeps the volumes, and that their data stays. */
function WhatRemains({
  chosen,
  instanceId,
}: {
  chosen: readonly HeldVolume[]
  instanceId: string
}) {
  const { t } = useTranslation('instances')
  const { t: tAttachments } = useTranslation('attachments')
  const instances = useKnownInstances()
  const keepers = chosen.map((held) => ({
    name: held.name,
    staying: held.volume
      ? holdersOf(held.volume, instances).filter((holder) => holder.instanceId !== instanceId)
      : [],
  }))
  const free = keepers.filter(({ staying }) => staying.length === 0)
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      {keepers
        .filter(({ staying }) => staying.length > 0)
        .map(({ name, staying }) => (
          <Typography key={name}>
            {t('detach.staying', {
              name,
              count: staying.length,
              names: namesText(tAttachments, staying),
            })}
          </Typography>
        ))}
      {free.length > 0 && (
        <Typography>{t('detach.free', { names: namesText(tAttachments, free) })}</Typography>
      )}
      <Typography>{t('detach.remaining')}</Typography>
    </Box>
  )
}
