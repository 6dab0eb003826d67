import TextField from '@mui/material/TextField'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { editCommand } from '#src/model/volume-commands.ts'
import type { Volume } from '#src/model/volume.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { useSession } from '#src/queries/session.ts'
import { updateVolumeMutation } from '#src/queries/volumes.ts'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { FormDialog } from '#src/ui/FormDialog.tsx'

/** Changes a volume's name and description. */
export function EditVolumeDialog({ volume, onClose }: { volume: Volume; onClose: () => void }) {
  const { t } = useTranslation('volumes')
  const { t: tCreate } = useTranslation('createVolume')
  const update = useMutation(updateVolumeMutation(useSession(), volume.id))
  const { register, handleSubmit, formState, watch } = useForm({
    defaultValues: { name: volume.name, description: volume.description },
  })
  return (
    <FormDialog
      title={t('edit.title')}
      submitLabel={t('edit.submit')}
      pending={update.isPending}
      submitError={update.error && <ErrorNotice {...noticeOf(update.error)} />}
      dirty={formState.isDirty}
      command={editCommand(volume, watch())}
      onSubmit={() =>
        void handleSubmit((values) => update.mutate(values, { onSuccess: onClose }))()
      }
      onClose={onClose}
    >
      <TextField
        autoFocus
        label={t('edit.name')}
        error={formState.errors.name !== undefined}
        helperText={formState.errors.name?.message}
        {...register('name', {
          maxLength: { value: 255, message: tCreate('errors.nameTooLong') },
        })}
      />
      <TextField
        label={t('edit.description')}
        multiline
        minRows={2}
        error={formState.errors.description !== undefined}
        helperText={formState.errors.description?.message}
        {...register('description', {
          maxLength: { value: 255, message: tCreate('errors.nameTooLong') },
        })}
      />
    </FormDialog>
  )
}
