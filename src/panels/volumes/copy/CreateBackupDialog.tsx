import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import TextField from '@mui/material/TextField'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { type BackupRequest, createBackupCommand, hasBaseBackup } from '#src/model/volume/backup.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { useLengthRule } from '#src/parts/dialog/length-rule.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { NameFields } from '#src/parts/dialog/NameFields.tsx'
import { useScope } from '#src/queries/session.ts'
import { backupsQuery, createBackupMutation } from '#src/queries/volumes/backups.ts'

import { CopyOwner } from './CopyOwner.tsx'
import { CopyWarning } from './CopyWarning.tsx'

const nothing: BackupRequest = { name: '', description: '', container: '', incremental: false }

/** Copies a volume into the store for backups. */
export function CreateBackupDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('backups')
  const scope = useScope()
  const helpId = useId()
  const create = useMutation(createBackupMutation(scope, volume.id))
  const backups = useQuery(backupsQuery(scope)).data ?? []
  const { register, control, handleSubmit, formState, watch } = useForm({ defaultValues: nothing })
  const force = volume.status === 'in-use'
  const hasBase = hasBaseBackup(backups, volume)
  const lengthRule = useLengthRule()
  const { errors } = formState
  return (
    <MutationDialog
      title={t('create.title')}
      submitLabel={t(force ? 'create.submitForce' : 'create.submit')}
      mutation={create}
      failed={t('create.failed')}
      dirty={formState.isDirty}
      command={createBackupCommand(volume, watch())}
      onSubmit={() =>
        void handleSubmit((values) => create.mutate({ ...values, force }, { onSuccess: onClose }))()
      }
      onClose={onClose}
    >
      <NameFields
        nameLabel={t('create.name')}
        descriptionLabel={t('create.description')}
        register={register}
        errors={formState.errors}
      />
      <TextField
        label={t('create.container')}
        error={errors.container !== undefined}
        helperText={errors.container?.message ?? t('create.containerHelp')}
        {...register('container', { validate: lengthRule })}
      />
      <Controller
        control={control}
        name="incremental"
        render={({ field: { value, onChange } }) => (
          <div>
            <FormControlLabel
              label={t('create.incremental')}
              control={
                <Checkbox
                  checked={value}
                  disabled={!hasBase}
                  onChange={onChange}
                  slotProps={{ input: { 'aria-describedby': helpId } }}
                />
              }
            />
            <FormHelperText id={helpId} sx={{ mt: -0.5, pl: 4 }}>
              {t(hasBase ? 'create.incrementalHelp' : 'create.noBase')}
            </FormHelperText>
          </div>
        )}
      />
      <CopyOwner volumes={[volume]} />
      <CopyWarning
        volume={volume}
        one={t('create.inUse')}
        several={t('create.severalWriters', { count: volume.attachments.length })}
      />
    </MutationDialog>
  )
}
