import TextField from '@mui/material/TextField'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { isTooLong } from '#src/model/length.ts'
import { newWords } from '#src/model/new-words.ts'
import { editSnapshotCommand } from '#src/model/snapshot-commands.ts'
import type { Snapshot } from '#src/model/snapshot.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { useSession } from '#src/queries/session.ts'
import { updateSnapshotMutation } from '#src/queries/snapshots.ts'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { FormDialog } from '#src/ui/FormDialog.tsx'

/** Changes a snapshot's name and description. */
export function EditSnapshotDialog({
  snapshot,
  onClose,
}: {
  snapshot: Snapshot
  onClose: () => void
}) {
  const { t } = useTranslation('snapshots')
  const update = useMutation(updateSnapshotMutation(useSession(), snapshot.id))
  // Compared with what the form was opened with, so that what others change meanwhile stays.
  const [opened] = useState(snapshot)
  const { register, handleSubmit, formState, watch } = useForm({
    defaultValues: { name: snapshot.name, description: snapshot.description },
  })
  const tooLong = { validate: (text: string) => !isTooLong(text) || t('edit.tooLong') }
  const { errors } = formState
  return (
    <FormDialog
      title={t('edit.title')}
      submitLabel={t('edit.submit')}
      pending={update.isPending}
      submitError={update.error && <ErrorNotice {...noticeOf(update.error)} />}
      dirty={formState.isDirty}
      command={editSnapshotCommand(opened, watch())}
      onSubmit={() =>
        void handleSubmit((values) => {
          const change = newWords(opened, values)
          if (change) update.mutate(change, { onSuccess: onClose })
          else onClose()
        })()
      }
      onClose={onClose}
    >
      <TextField
        autoFocus
        label={t('edit.name')}
        error={errors.name !== undefined}
        helperText={errors.name?.message}
        {...register('name', tooLong)}
      />
      <TextField
        label={t('edit.description')}
        multiline
        minRows={2}
        error={errors.description !== undefined}
        helperText={errors.description?.message}
        {...register('description', tooLong)}
      />
    </FormDialog>
  )
}
