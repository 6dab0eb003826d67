import TextField from '@mui/material/TextField'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { isTooLong } from '#src/model/length.ts'
import { newWords } from '#src/model/new-words.ts'
import { editCommand } from '#src/model/volume-commands.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { useSession } from '#src/queries/session.ts'
import { editVolumeMutation } from '#src/queries/volume-changes.ts'
import { CheckField } from '#src/ui/CheckField.tsx'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { FormDialog } from '#src/ui/FormDialog.tsx'

import type { VolumeDialogProps } from './volume-dialogs.ts'

/** Changes a volume's name and description, and whether it is bootable. */
export function EditVolumeDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('volumes')
  const { t: tCreate } = useTranslation('createVolume')
  const edit = useMutation(editVolumeMutation(useSession(), volume.id))
  // Compared with what the form was opened with, so that what others change meanwhile stays.
  const [opened] = useState(volume)
  const { control, register, handleSubmit, formState, watch } = useForm({
    defaultValues: {
      name: volume.name,
      description: volume.description,
      bootable: volume.bootable,
    },
  })
  const submit = handleSubmit(({ name, description, bootable }) =>
    edit.mutate(
      {
        words: newWords(opened, { name, description }),
        bootable: bootable === opened.bootable ? undefined : bootable,
      },
      { onSuccess: onClose },
    ),
  )
  return (
    <FormDialog
      title={t('edit.title')}
      submitLabel={t('edit.submit')}
      pending={edit.isPending}
      submitError={edit.error && <ErrorNotice title={t('edit.failed')} {...noticeOf(edit.error)} />}
      dirty={formState.isDirty}
      command={editCommand(opened, watch())}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        autoFocus
        label={t('edit.name')}
        error={formState.errors.name !== undefined}
        helperText={formState.errors.name?.message}
        {...register('name', {
          validate: (text) => !isTooLong(text) || tCreate('errors.nameTooLong'),
        })}
      />
      <TextField
        label={t('edit.description')}
        multiline
        minRows={2}
        error={formState.errors.description !== undefined}
        helperText={formState.errors.description?.message}
        {...register('description', {
          validate: (text) => !isTooLong(text) || tCreate('errors.nameTooLong'),
        })}
      />
      <Controller
        control={control}
        name="bootable"
        render={({ field: { value, onChange } }) => (
          <CheckField
            label={t('edit.bootable')}
            help={t('edit.bootableHelp')}
            checked={value}
            onChange={onChange}
          />
        )}
      />
    </FormDialog>
  )
}
