import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { canLeaveSnapshots, createTransferCommand } from '#src/model/volume/transfer.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { useLengthRule } from '#src/parts/dialog/length-rule.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useScope } from '#src/queries/session.ts'
import { createTransferMutation } from '#src/queries/volumes/transfers.ts'

import { TransferCredentialsDialog } from './TransferCredentialsDialog.tsx'

/** Offers a volume to another project, and then shows what its people need to take it. */
export function CreateTransferDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('transfers')
  const lengthRule = useLengthRule()
  const scope = useScope()
  const helpId = useId()
  const create = useMutation(createTransferMutation(scope, volume.id))
  const { register, control, handleSubmit, formState, watch } = useForm({
    defaultValues: { name: '', withSnapshots: true },
  })
  const { errors } = formState
  if (create.data) return <TransferCredentialsDialog credentials={create.data} onClose={onClose} />
  return (
    <MutationDialog
      title={t('create.title')}
      submitLabel={t('create.submit')}
      mutation={create}
      failed={t('create.failed')}
      dirty={formState.isDirty}
      command={createTransferCommand(volume, watch())}
      onSubmit={() => void handleSubmit((wish) => create.mutate(wish))()}
      onClose={onClose}
    >
      <Typography color="textSecondary">{t('create.help')}</Typography>
      <TextField
        autoFocus
        required
        label={t('create.name')}
        error={errors.name !== undefined}
        helperText={errors.name?.message}
        {...register('name', {
          validate: {
            there: (name) => name.trim() !== '' || t('create.nameMissing'),
            short: lengthRule,
          },
        })}
      />
      {/* Cinder hands over encrypted volumes with their snapshots only: cinder/transfer/api.py, `create`. */}
      {canLeaveSnapshots(scope) && !volume.encrypted && (
        <Controller
          control={control}
          name="withSnapshots"
          render={({ field: { value, onChange } }) => (
            <div>
              <FormControlLabel
                label={t('create.withSnapshots')}
                control={
                  <Checkbox
                    checked={value}
                    onChange={onChange}
                    slotProps={{ input: { 'aria-describedby': helpId } }}
                  />
                }
              />
              <FormHelperText id={helpId} sx={{ mt: -0.5, pl: 4 }}>
                {t('create.withSnapshotsHelp')}
              </FormHelperText>
            </div>
          )}
        />
      )}
    </MutationDialog>
  )
}
