import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { acceptTransferCommand } from '#src/model/volume/transfer.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useScope } from '#src/queries/session.ts'
import { acceptTransferMutation } from '#src/queries/volumes/transfers.ts'

/** Takes a volume that another project offers. */
export function AcceptTransferDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('transfers')
  const scope = useScope()
  const accept = useMutation(acceptTransferMutation(scope))
  const { register, handleSubmit, formState, watch } = useForm({
    defaultValues: { id: '', authKey: '' },
  })
  const { errors } = formState
  const needed = {
    setValueAs: (text: string) => text.trim(),
    validate: (text: string) => text.trim() !== '' || t('accept.missing'),
  }
  const { id, authKey } = watch()
  return (
    <MutationDialog
      title={t('accept.title')}
      submitLabel={t('accept.submit')}
      mutation={accept}
      failed={t('accept.failed')}
      dirty={formState.isDirty}
      command={id === '' ? undefined : acceptTransferCommand({ id, authKey })}
      onSubmit={() =>
        void handleSubmit((credentials) => accept.mutate(credentials, { onSuccess: onClose }))()
      }
      onClose={onClose}
    >
      <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {t('accept.help', { project: scope.project.name })}
      </Typography>
      <TextField
        autoFocus
        required
        autoComplete="off"
        label={t('accept.id')}
        error={errors.id !== undefined}
        helperText={errors.id?.message}
        {...register('id', needed)}
      />
      <TextField
        required
        autoComplete="off"
        label={t('accept.key')}
        error={errors.authKey !== undefined}
        helperText={errors.authKey?.message}
        {...register('authKey', needed)}
      />
    </MutationDialog>
  )
}
