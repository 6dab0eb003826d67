import Alert from '@mui/material/Alert'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { changeEncryptionObstacle, encryptObstacle } from '#src/model/volume-type/type-actions.ts'
import { encryptionCommand } from '#src/model/volume-type/type-commands.ts'
import type { TypeDialogProps } from '#src/panels/volume-types/dialog-props.ts'
import { typeObstacleText } from '#src/panels/volume-types/type-words.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useScope } from '#src/queries/session.ts'
import { encryptTypeMutation } from '#src/queries/volume-types/type-changes.ts'
import { withChosen } from '#src/ui/page/FilterBar.tsx'

import { encryptionProblems, encryptionValues, toEncryption } from './encryption-form.ts'

const places: readonly string[] = ['front-end', 'back-end']

/** Encrypts volumes of a type from now on, or changes how they are encrypted. */
export function EncryptionDialog({ type, onClose }: TypeDialogProps) {
  const { t } = useTranslation('volumeTypes')
  const save = useMutation(encryptTypeMutation(useScope(), type.id))
  // What was there at first stays what the form is about.
  const [before] = useState(type.encryption ?? undefined)
  const { register, watch, formState } = useForm({ defaultValues: encryptionValues(before) })
  const values = watch()
  const problems = encryptionProblems(values)
  const wrong = Object.keys(problems).length > 0
  const obstacle = before ? changeEncryptionObstacle(type) : encryptObstacle(type)
  const wanted = toEncryption(values)
  const title = t(before ? 'encryption.update' : 'encryption.create')
  return (
    <MutationDialog
      title={title}
      submitLabel={title}
      mutation={save}
      failed={t('encryption.failed')}
      dirty={formState.isDirty}
      disabled={wrong || obstacle !== undefined || (before !== undefined && !formState.isDirty)}
      command={wrong || obstacle ? undefined : encryptionCommand(type, wanted)}
      onSubmit={() => save.mutate({ id: before?.id, wanted }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {t('encryption.text', { type: type.name })}
      </Typography>
      {obstacle && (
        <Alert severity="warning" variant="outlined">
          {typeObstacleText(t, obstacle, type.volumes)}
        </Alert>
      )}
      <TextField
        autoFocus
        label={t('encryption.provider')}
        error={problems.provider !== undefined}
        helperText={problems.provider ? t('problems.provider-missing') : t('encryption.providers')}
        {...register('provider')}
        slotProps={{ htmlInput: { maxLength: 255, 'aria-required': true } }}
      />
      <TextField
        select
        label={t('encryption.controlLocation')}
        defaultValue={values.controlLocation}
        helperText={t('encryption.controlLocationHelp')}
        {...register('controlLocation')}
      >
        {withChosen(places, values.controlLocation).map((place) => (
          <MenuItem key={place} value={place}>
            {place}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('encryption.cipher')}
        helperText={t('encryption.cipherHelp')}
        {...register('cipher')}
        slotProps={{ htmlInput: { maxLength: 255 } }}
      />
      <TextField
        label={t('encryption.keySize')}
        error={problems.keySize !== undefined}
        helperText={problems.keySize ? t('problems.key-size') : t('encryption.keySizeHelp')}
        {...register('keySize')}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
    </MutationDialog>
  )
}
