import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { newWords } from '#src/model/volume/new-words.ts'
import { editCommand } from '#src/model/volume/volume-commands.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { NameFields } from '#src/parts/dialog/NameFields.tsx'
import { useScope } from '#src/queries/session.ts'
import { editVolumeMutation } from '#src/queries/volume-changes.ts'
import { CheckField } from '#src/ui/form/CheckField.tsx'

/** Changes a volume's name and description, and whether it is bootable. */
export function EditVolumeDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('volumes')
  const edit = useMutation(editVolumeMutation(useScope(), volume.id))
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
    <MutationDialog
      title={t('edit.title')}
      submitLabel={t('edit.submit')}
      mutation={edit}
      failed={t('edit.failed')}
      dirty={formState.isDirty}
      command={editCommand(opened, watch())}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <NameFields
        nameLabel={t('edit.name')}
        descriptionLabel={t('edit.description')}
        register={register}
        errors={formState.errors}
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
    </MutationDialog>
  )
}
