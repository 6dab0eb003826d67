import Divider from '@mui/material/Divider'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { attachCommand } from '#src/model/attach/attachment-commands.ts'
import { isOver } from '#src/model/attach/attachment-work.ts'
import { isDeviceName } from '#src/model/attach/device-name.ts'
import { sharingObstacle } from '#src/model/cloud/microversion.ts'
import { instanceName } from '#src/model/instance/instance.ts'
import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { SeveralWritersWarning } from '#src/parts/dialog/SeveralWritersWarning.tsx'
import { useActorRole } from '#src/parts/use-actor-role.ts'
import { namesText } from '#src/parts/words/names-text.ts'
import { useAttachmentTasks, useAttachmentWork } from '#src/queries/attach/attachment-work.ts'
import { useScope } from '#src/queries/session.ts'
import { volumesQuery } from '#src/queries/volumes/volumes.ts'
import { EquivalentCommand } from '#src/ui/dialog/EquivalentCommand.tsx'
import { WorkDialog } from '#src/ui/dialog/WorkDialog.tsx'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import { MultiPicker } from '#src/ui/picker/MultiPicker.tsx'

import type { InstanceDialogProps } from './dialog-props.ts'
import { InstanceProgress } from './InstanceProgress.tsx'
import { InstanceStatusCell } from './InstanceStatusCell.tsx'
import { volumeOptions } from './volume-options.ts'

const none: readonly Volume[] = []

/** Attaches any number of volumes to an instance. */
export function AttachVolumeDialog({ instance, volumeId, onClose }: InstanceDialogProps) {
  const { t, i18n } = useTranslation('instances')
  const { t: tVolumes } = useTranslation('volumes')
  const { t: tAttachments } = useTranslation('attachments')
  const scope = useScope()
  const work = useAttachmentWork()
  const tasks = useAttachmentTasks()
  const list = useQuery(volumesQuery(scope))
  const [picked, setPicked] = useState<readonly string[]>(volumeId === undefined ? [] : [volumeId])
  const [device, setDevice] = useState('')

  const { readOnly, administrator } = useActorRole()
  const cloudCanShare = sharingObstacle(scope) === undefined
  const volumes = list.data?.volumes ?? none
  const options = useMemo(
    () =>
      volumeOptions({ t, tVolumes, tAttachments, language: i18n.language }, instance, volumes, {
        readOnly,
        administrator,
        cloudCanShare,
      }),
    [
      t,
      tVolumes,
      tAttachments,
      i18n.language,
      instance,
      volumes,
      readOnly,
      administrator,
      cloudCanShare,
    ],
  )
  const possible = new Set(options.flatMap(({ id, obstacle }) => (obstacle ? [] : [id])))
  const chosen = volumes.filter(({ id }) => picked.includes(id) && possible.has(id))
  const writersOf = (volume: Volume) =>
    1 +
    volume.attachments.length +
    tasks.filter(
      (task) => task.volumeId === volume.id && task.step.act === 'attach' && !isOver(task.progress),
    ).length
  const shared = chosen.filter((volume) => writersOf(volume) > 1)
  const deviceWrong = device !== '' && !isDeviceName(device)
  const asked = chosen.length === 1 && device !== '' ? { device } : {}
  const ready = chosen.length > 0 && !deviceWrong
  const attach = () => {
    for (const { id } of chosen)
      work.start(id, [{ act: 'attach', instanceId: instance.id, ...asked }])
    setPicked([])
    setDevice('')
  }
  return (
    <WorkDialog
      title={t('attach.title', { instance: instanceName(instance) })}
      width="md"
      dirty={chosen.length > 0 || device !== ''}
      onClose={onClose}
    >
      <Stack spacing={2} divider={<Divider flexItem />}>
        <Stack
          component="form"
          spacing={1.5}
          onSubmit={(event) => {
            event.preventDefault()
            if (ready) attach()
          }}
        >
          <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap' }}>
            <InstanceStatusCell instance={instance} />
            <span>{instance.availabilityZone}</span>
            <span>{instance.host}</span>
          </Stack>
          {list.error && (
            <ErrorNotice
              title={t('attach.failed')}
              {...noticeOf(list.error)}
              onRetry={() => void list.refetch()}
            />
          )}
          <MultiPicker
            label={t('attach.volumes')}
            placeholder={t('attach.placeholder')}
            options={options}
            picked={picked.filter((id) => possible.has(id))}
            onPickedChange={setPicked}
            loading={list.isPending || list.data?.complete === false}
          />
          {chosen.length === 1 && (
            <TextField
              size="small"
              label={tAttachments('device')}
              value={device}
              onChange={({ target }) => setDevice(target.value.trim())}
              error={deviceWrong}
              helperText={tAttachments(deviceWrong ? 'deviceWrong' : 'deviceHelp')}
            />
          )}
          {shared.length > 0 && (
            <SeveralWritersWarning bootable={shared.some((volume) => volume.bootable)}>
              <Typography variant="body2" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
                {t('attach.shared', {
                  names: namesText(
                    tAttachments,
                    shared.map((volume) => ({ name: nameOf(volume) })),
                  ),
                })}
              </Typography>
            </SeveralWritersWarning>
          )}
          <ReasonedButton
            type="submit"
            variant="contained"
            obstacle={
              chosen.length === 0
                ? t('attach.pickFirst')
                : deviceWrong
                  ? tAttachments('deviceWrong')
                  : undefined
            }
            sx={{ alignSelf: 'flex-start' }}
          >
            {t('attach.submit')}
          </ReasonedButton>
          {chosen.length > 0 && (
            <EquivalentCommand
              command={attachCommand(
                chosen.map((volume) => ({ volume, instanceId: instance.id, ...asked })),
              )}
            />
          )}
        </Stack>
        <InstanceProgress instance={instance} act="attach" />
      </Stack>
    </WorkDialog>
  )
}
