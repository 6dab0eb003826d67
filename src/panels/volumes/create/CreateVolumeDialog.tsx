import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { withShownSharing } from '#src/model/volume-type/volume-type.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { useScope } from '#src/queries/session.ts'
import {
  defaultVolumeTypeQuery,
  imagesQuery,
  volumeTypesQuery,
} from '#src/queries/volumes/create-volume.ts'
import { quotaQuery } from '#src/queries/volumes/quota.ts'
import { snapshotsQuery } from '#src/queries/volumes/snapshots.ts'
import { createVolumeMutation, volumesQuery } from '#src/queries/volumes/volumes.ts'
import { FormDialog } from '#src/ui/dialog/FormDialog.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import {
  commandOf,
  type CreateVolumeValues,
  emptyValues,
  problemsIn,
  sizeOf,
  type SourceKind,
  sourcesOf,
  toRequest,
  typeAfter,
} from './create-volume-form.ts'
import { CreateVolumeAside } from './CreateVolumeAside.tsx'
import { CreateVolumeFields } from './CreateVolumeFields.tsx'
import { useFilledFromFirst } from './fill-from-source.ts'
import { ShareableField } from './ShareableField.tsx'
import { SourceField } from './SourceField.tsx'
import { TypeField } from './TypeField.tsx'

/** Makes a volume: Horizon's fields, and whether several instances may hold it. */
export function CreateVolumeDialog({
  source: sourceAtFirst = 'none',
  from = '',
  onClose,
}: {
  /** What kind of thing it is to be made from, and its id, where that is known from the start. */
  source?: SourceKind | undefined
  from?: string | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('createVolume')
  const scope = useScope()
  const create = useMutation(createVolumeMutation(scope))
  const list = useQuery(volumesQuery(scope)).data
  const volumes = list?.volumes ?? []
  const typesRead = useQuery(volumeTypesQuery(scope))
  const types = withShownSharing(typesRead.data ?? [], volumes)
  const usualRead = useQuery(defaultVolumeTypeQuery(scope))
  const usual = usualRead.data ?? null
  const firstType = usualRead.isPending ? '' : typeAfter(types, false, { now: '', usual })
  const form = useForm<CreateVolumeValues>({
    defaultValues: { ...emptyValues, source: sourceAtFirst, sourceId: from, type: firstType },
  })
  // Where types and the usual one arrive after the form is open, it is chosen for the person then, as Horizon does.
  useEffect(() => {
    if (firstType !== '' && !form.formState.dirtyFields.type && form.getValues('type') === '')
      form.resetField('type', { defaultValue: firstType })
  }, [firstType, form])
  const values = form.watch()

  const quota = useQuery(quotaQuery(scope)).data
  const images = useQuery({ ...imagesQuery(scope), enabled: values.source === 'image' })
  const snapshots = useQuery({ ...snapshotsQuery(scope), enabled: values.source === 'snapshot' })
  const sources = sourcesOf(values.source, {
    volumes,
    images: images.data ?? [],
    snapshots: snapshots.data ?? [],
  })
  const source = sources.find(({ id }) => id === values.sourceId)
  const problems = problemsIn(values, { source, quota })
  const readError = images.error ?? snapshots.error ?? typesRead.error

  useFilledFromFirst(form, source?.id === from ? source : undefined, {
    types,
    complete: types.length > 0 && list?.complete === true,
  })

  // Where the cloud hides which types are shareable, only the volume itself shows it.
  const isOtherThanAsked = create.data && values.shareable && !create.data.shareable
  const send = () =>
    create.mutate(toRequest(form.getValues()), {
      onSuccess: ({ shareable }) => {
        if (shareable || !values.shareable) onClose()
      },
    })
  return (
    <FormDialog
      title={t('title')}
      submitLabel={isOtherThanAsked ? undefined : t('submit')}
      cancelLabel={isOtherThanAsked ? t('close') : undefined}
      width="md"
      pending={create.isPending}
      submitError={
        <>
          {create.error && <ErrorNotice title={t('failed')} {...noticeOf(create.error)} />}
          {isOtherThanAsked && (
            <Alert severity="warning" variant="outlined">
              {t('madeNotShareable', { type: values.type })}
            </Alert>
          )}
        </>
      }
      dirty={form.formState.isDirty && !create.isSuccess}
      disabled={Object.keys(problems).length > 0}
      command={Object.keys(problems).length > 0 ? undefined : commandOf(values)}
      onSubmit={send}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '3fr 2fr' } }}>
          <Stack spacing={2}>
            <CreateVolumeFields problems={problems}>
              <SourceField sources={sources} problem={problems.sourceId} types={types} />
              {readError && <ErrorNotice {...noticeOf(readError)} />}
              <ShareableField
                types={typesRead.data && types}
                usual={usual}
                bootable={source?.bootable ?? values.source === 'image'}
              />
              <TypeField types={types} usual={usual} problem={problems.type} />
            </CreateVolumeFields>
          </Stack>
          <CreateVolumeAside
            type={types.find(({ name }) => name === values.type)}
            quota={quota}
            addedGiB={sizeOf(values) ?? 0}
          />
        </Box>
      </FormProvider>
    </FormDialog>
  )
}
