import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { volumeObstacle } from '#src/model/attach/attach-obstacle.ts'
import { attachCommand } from '#src/model/attach/attachment-commands.ts'
import { isOver } from '#src/model/attach/attachment-work.ts'
import { isDeviceName } from '#src/model/attach/device-name.ts'
import { sharingObstacle } from '#src/model/cloud/microversion.ts'
import { isAdministrator, mayOnlyRead } from '#src/model/cloud/role.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { SeveralWritersWarning } from '#src/parts/dialog/SeveralWritersWarning.tsx'
import { useTasksOf } from '#src/parts/use-known-instances.ts'
import { volumeObstacleText } from '#src/parts/words/obstacle-words.ts'
import { statusWord } from '#src/parts/words/status-words.ts'
import { useAttachmentWork } from '#src/queries/attach/attachment-work.ts'
import { instancesQuery } from '#src/queries/attach/instances.ts'
import { useScope } from '#src/queries/session.ts'
import { EquivalentCommand } from '#src/ui/dialog/EquivalentCommand.tsx'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import { MultiPicker } from '#src/ui/picker/MultiPicker.tsx'

import { instanceOptions } from './instance-options.ts'

/** Attaches a volume to any number of instances. */
export function AttachForm({
  volume,
  onDirtyChange,
}: {
  volume: Volume
  /** Called with whether something is picked or typed that closing would discard. */
  onDirtyChange: (dirty: boolean) => void
}) {
  const { t } = useTranslation('attachments')
  const { t: tVolumes } = useTranslation('volumes')
  const { t: tInstances } = useTranslation('instances')
  const scope = useScope()
  const work = useAttachmentWork()
  const tasks = useTasksOf(volume.id)
  const instances = useQuery(instancesQuery(scope))
  const [picked, setPicked] = useState<readonly string[]>([])
  const [device, setDevice] = useState('')
  const dirty = picked.length > 0 || device !== ''
  useEffect(() => onDirtyChange(dirty), [dirty, onDirtyChange])

  const obstacle = volumeObstacle(volume, {
    readOnly: mayOnlyRead(scope),
    cloudCanShare: sharingObstacle(scope) === undefined,
  })
  if (obstacle)
    return (
      <Alert severity="info" variant="outlined">
        {volumeObstacleText(t, obstacle, (status) => statusWord(tVolumes, status))}
        {obstacle.kind === 'not-shareable' && (
          <Typography variant="body2" sx={{ mt: 0.5 }}>
            {t('volumeObstacles.not-shareable-next')}
          </Typography>
        )}
      </Alert>
    )

  const options = instanceOptions(
    { tAttachments: t, tInstances },
    volume,
    [...(instances.data?.values() ?? [])],
    { administrator: isAdministrator(scope) },
  )
  const coming = tasks.filter(({ step, progress }) => step.act === 'attach' && !isOver(progress))
  const writers = volume.attachments.length + coming.length + picked.length
  const deviceWrong = device !== '' && !isDeviceName(device)
  const askedDevice = picked.length === 1 && device !== '' ? device : undefined
  const attach = () => {
    const asked = askedDevice === undefined ? {} : { device: askedDevice }
    work.start(
      volume.id,
      picked.map((instanceId) => ({ act: 'attach', instanceId, ...asked })),
    )
    setPicked([])
    setDevice('')
  }
  return (
    <Stack
      component="form"
      spacing={1.5}
      onSubmit={(event) => {
        event.preventDefault()
        if (picked.length > 0 && !deviceWrong) attach()
      }}
    >
      {!volume.shareable && (
        <Typography variant="body2" color="textSecondary">
          {t('onePlain')}
        </Typography>
      )}
      {instances.error && (
        <ErrorNotice
          title={t('instancesFailed')}
          {...noticeOf(instances.error)}
          onRetry={() => void instances.refetch()}
        />
      )}
      <MultiPicker
        label={t('attachTo')}
        placeholder={t('attachPlaceholder')}
        options={options}
        picked={picked}
        onPickedChange={setPicked}
        loading={instances.isPending}
        single={!volume.shareable}
      />
      {picked.length === 1 && (
        <TextField
          size="small"
          label={t('device')}
          value={device}
          onChange={({ target }) => setDevice(target.value.trim())}
          error={deviceWrong}
          helperText={deviceWrong ? t('deviceWrong') : t('deviceHelp')}
        />
      )}
      {picked.length > 0 && writers > 1 && <SeveralWritersWarning bootable={volume.bootable} />}
      <ReasonedButton
        type="submit"
        variant="contained"
        obstacle={picked.length === 0 ? t('pickFirst') : deviceWrong ? t('deviceWrong') : undefined}
        sx={{ alignSelf: 'flex-start' }}
      >
        {t('attach')}
      </ReasonedButton>
      {picked.length > 0 && !deviceWrong && (
        <EquivalentCommand
          command={attachCommand(
            picked.map((instanceId) => ({ volume, instanceId, device: askedDevice })),
          )}
        />
      )}
    </Stack>
  )
}
