import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { newWords } from '#src/model/volume/new-words.ts'
import { editCommand } from '#src/model/volume/volume-commands.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { CheckControl } from '#src/parts/dialog/CheckControl.tsx'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { NameFields } from '#src/parts/dialog/NameFields.tsx'
import { useScope } from '#src/queries/session.ts'
import { editVolumeMutation } from '#src/queries/volumes/volume-changes.ts'

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
      <CheckControl
        control={control}
        name="bootable"
        label={t('edit.bootable')}
        help={t('edit.bootableHelp')}
      />
    </MutationDialog>
  )
}
