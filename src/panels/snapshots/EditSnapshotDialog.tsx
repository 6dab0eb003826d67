import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { editSnapshotCommand } from '#src/model/snapshot/snapshot-commands.ts'
import type { Snapshot } from '#src/model/snapshot/snapshot.ts'
import { newWords } from '#src/model/volume/new-words.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { NameFields } from '#src/parts/dialog/NameFields.tsx'
import { useScope } from '#src/queries/session.ts'
import { updateSnapshotMutation } from '#src/queries/volumes/snapshots.ts'

/** Changes a snapshot's name and description. */
export function EditSnapshotDialog({
  snapshot,
  onClose,
}: {
  snapshot: Snapshot
  onClose: () => void
}) {
  const { t } = useTranslation('snapshots')
  const update = useMutation(updateSnapshotMutation(useScope(), snapshot.id))
  // Compared with what the form was opened with, so that what others change meanwhile stays.
  const [opened] = useState(snapshot)
  const { register, handleSubmit, formState, watch } = useForm({
    defaultValues: { name: snapshot.name, description: snapshot.description },
  })
  return (
    <MutationDialog
      title={t('edit.title')}
      submitLabel={t('edit.submit')}
      mutation={update}
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
      <NameFields
        nameLabel={t('edit.name')}
        descriptionLabel={t('edit.description')}
        register={register}
        errors={formState.errors}
      />
    </MutationDialog>
  )
}
