import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type Holder, holdersOf } from '#src/model/attach/holder.ts'
import { ApiError } from '#src/openstack/http/api-error.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { VolumeName } from '#src/panels/volumes/VolumeName.tsx'
import { useKnownInstances } from '#src/parts/use-known-instances.ts'
import { useScope } from '#src/queries/session.ts'
import { forceDetachMutation } from '#src/queries/volumes/volume-administration.ts'
import { FormDialog } from '#src/ui/dialog/FormDialog.tsx'
import { ButtonLink } from '#src/ui/form/ButtonLink.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

/** Takes an attachment away in Cinder alone, where no instance uses it. */
export function ForceDetachDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('administration')
  const detach = useMutation(forceDetachMutation(useScope(), volume.id))
  const holders = holdersOf(volume, useKnownInstances())
  const [picked, setPicked] = useState(volume.attachments.length === 1 ? holders.at(0)?.key : '')
  const chosen = holders.find(({ key }) => key === picked)
  const isConflict = detach.error instanceof ApiError && detach.error.kind === 'conflict'
  return (
    <FormDialog
      title={t('forceDetach.title')}
      submitLabel={t('forceDetach.submit')}
      danger
      pending={detach.isPending}
      submitError={
        <>
          {detach.error && (
            <ErrorNotice title={t('forceDetach.failed')} {...noticeOf(detach.error)} />
          )}
          {isConflict && <WayOut volumeId={volume.id} />}
        </>
      }
      dirty={false}
      obstacle={chosen === undefined ? t('forceDetach.choose') : undefined}
      onSubmit={() => {
        if (chosen) detach.mutate(chosen.key, { onSuccess: onClose })
      }}
      onClose={onClose}
    >
      <VolumeName volume={volume} />
      <Alert severity="error" variant="outlined">
        {t('forceDetach.breaks')}
      </Alert>
      <TextField
        select
        label={t('forceDetach.attachment')}
        value={chosen?.key ?? ''}
        onChange={({ target }) => setPicked(target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="" disabled>
          {t('forceDetach.choose')}
        </MenuItem>
        {holders.map((holder) => (
          <MenuItem key={holder.key} value={holder.key}>
            <HolderText holder={holder} />
          </MenuItem>
        ))}
      </TextField>
      {holders.length > 1 && !isConflict && (
        <Alert severity="warning" variant="outlined">
          {t('forceDetach.several', { count: holders.length })}
        </Alert>
      )}
    </FormDialog>
  )
}

/** An attachment: the instance, its device, and, where the instance is not there, why it has no name. */
function HolderText({ holder: { key, name, device, nameless } }: { holder: Holder }) {
  const { t } = useTranslation('administration')
  const { t: tVolumes } = useTranslation('volumes')
  return (
    <Box sx={{ minWidth: 0, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      <bdi>{device === null ? name : t('forceDetach.choice', { name, device })}</bdi>
      <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
        {nameless && `${tVolumes(`holder.${nameless}`)} · `}
        {key}
      </Box>
    </Box>
  )
}

/** What to do instead, where Cinder doesn't let go. */
function WayOut({ volumeId }: { volumeId: string }) {
  const { t } = useTranslation('administration')
  return (
    <Alert severity="info" variant="outlined">
      {t('forceDetach.conflict')}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <ButtonLink
          size="small"
          to="/admin/volumes"
          search={{ dialog: 'attachments', volume: volumeId }}
        >
          {t('forceDetach.manage')}
        </ButtonLink>
        <ButtonLink size="small" to="/admin/attachments">
          {t('forceDetach.attachments')}
        </ButtonLink>
      </Box>
    </Alert>
  )
}
