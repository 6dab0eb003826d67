import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { pairProblem } from '#src/model/volume/volume-metadata.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useScope } from '#src/queries/session.ts'
import { manageVolumeMutation } from '#src/queries/volumes/volume-administration.ts'
import { KeyValueEditor } from '#src/ui/form/KeyValueEditor.tsx'

import {
  emptyManageValues,
  manageCommandOf,
  manageProblem,
  type ManageValues,
  toManageRequest,
} from './manage-form.ts'
import { ManageSourceFields } from './ManageSourceFields.tsx'
import { ManageVolumeFields } from './ManageVolumeFields.tsx'

/** Makes something that is on a back end already a volume: Horizon's fields. */
export function ManageVolumeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('administration')
  const { t: tChange } = useTranslation('changeVolume')
  const manage = useMutation(manageVolumeMutation(useScope()))
  const form = useForm<ManageValues>({ defaultValues: emptyManageValues })
  const values = form.watch()
  const isReady = manageProblem(values) === undefined
  const problemAt = (place: number) => {
    const problem = pairProblem(values.metadata, place, 'volume')
    return problem && tChange(`metadata.problems.${problem}`)
  }
  return (
    <MutationDialog
      title={t('manage.title')}
      submitLabel={t('manage.submit')}
      mutation={manage}
      failed={t('manage.failed')}
      dirty={form.formState.isDirty && !manage.isSuccess}
      disabled={!isReady}
      command={isReady ? manageCommandOf(values) : undefined}
      onSubmit={() => {
        if (isReady) manage.mutate(toManageRequest(form.getValues()), { onSuccess: onClose })
      }}
      onClose={onClose}
    >
      <Typography color="textSecondary">{t('manage.text')}</Typography>
      <FormProvider {...form}>
        <ManageSourceFields />
        <ManageVolumeFields />
      </FormProvider>
      <KeyValueEditor
        title={t('manage.metadata')}
        emptyText={t('manage.metadataEmpty')}
        pairs={values.metadata}
        problemAt={problemAt}
        onChange={(pairs) => form.setValue('metadata', pairs, { shouldDirty: true })}
      />
    </MutationDialog>
  )
}
