import Alert from '@mui/material/Alert'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { resetCommand } from '#src/model/volume/administration-commands.ts'
import {
  isEmptyRequest,
  needsAttachments,
  settableAttachStatuses,
  settableMigrationStatuses,
  settableStatuses,
  stateConsequences,
  type StateRequest,
} from '#src/model/volume/volume-administration.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { VolumeName } from '#src/panels/volumes/VolumeName.tsx'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { statusWord } from '#src/parts/words/status-words.ts'
import { useScope } from '#src/queries/session.ts'
import { resetStatusMutation } from '#src/queries/volumes/volume-administration.ts'

import { migrationWord } from './migration-words.ts'

/** The value that is there already, in front of those that can be set. */
const withPresent = (settable: readonly string[], present: string): string[] =>
  settable.includes(present) ? [...settable] : [present, ...settable]

/** Sets what Cinder's record says of a volume, where it is wrong. */
export function UpdateStatusDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('administration')
  const { t: tDialogs } = useTranslation('dialogs')
  const { t: tVolumes } = useTranslation('volumes')
  const reset = useMutation(resetStatusMutation(useScope(), volume.id))
  // The form is about what the record said when it was opened.
  const [present] = useState({
    status: String(volume.status),
    migration: volume.migrationStatus ?? 'none',
  })
  const { register, watch } = useForm({ defaultValues: { ...present, attach: '' } })
  const { status, attach, migration } = watch()
  const request: StateRequest = {
    status: status === present.status ? undefined : status,
    attachStatus: settableAttachStatuses.find((one) => one === attach),
    migrationStatus: migration === present.migration ? undefined : migration,
  }
  const held = volume.attachments.length
  return (
    <MutationDialog
      title={t('status.title')}
      submitLabel={t('status.submit')}
      mutation={reset}
      failed={t('status.failed')}
      dirty={!isEmptyRequest(request)}
      obstacle={isEmptyRequest(request) ? tDialogs('unchanged') : undefined}
      command={resetCommand(volume, request)}
      onSubmit={() => reset.mutate(request, { onSuccess: onClose })}
      onClose={onClose}
    >
      <VolumeName volume={volume} />
      <Alert severity="warning" variant="outlined">
        {t('status.text')}
      </Alert>
      <TextField
        select
        label={t('status.status')}
        defaultValue={present.status}
        {...register('status')}
      >
        {withPresent(settableStatuses, present.status).map((one) => {
          const isPresent = one === present.status
          const isBarred = !isPresent && needsAttachments(volume, one)
          const word = statusWord(tVolumes, one)
          return (
            <MenuItem key={one} value={one} disabled={isBarred} sx={{ whiteSpace: 'normal' }}>
              {isPresent ? t('status.now', { status: word }) : word}
              {isBarred && ` – ${t('status.needsAttachments')}`}
            </MenuItem>
          )
        })}
      </TextField>
      <TextField
        select
        label={t('status.attachStatus')}
        defaultValue=""
        helperText={
          held === 0 ? t('status.attachHelpNone') : t('status.attachHelp', { count: held })
        }
        {...register('attach')}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{t('keep')}</MenuItem>
        {settableAttachStatuses.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`status.attach.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('status.migrationStatus')}
        defaultValue={present.migration}
        {...register('migration')}
      >
        {withPresent(settableMigrationStatuses, present.migration).map((one) => (
          <MenuItem key={one} value={one}>
            {one === present.migration
              ? t('status.now', { status: migrationWord(t, one) })
              : migrationWord(t, one)}
          </MenuItem>
        ))}
      </TextField>
      {stateConsequences(volume, request).map((consequence) => (
        <Alert
          key={consequence}
          severity={consequence === 'work-goes-on' ? 'warning' : 'error'}
          variant="outlined"
        >
          {t(`status.consequences.${consequence}`, { count: held })}
        </Alert>
      ))}
    </MutationDialog>
  )
}
