import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { isTooLong } from '#src/model/length.ts'
import { exceeds } from '#src/model/quota.ts'
import { createSnapshotCommand } from '#src/model/snapshot-commands.ts'
import { needsForce } from '#src/model/take-snapshot.ts'
import { nameOf } from '#src/model/volume.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { quotaQuery } from '#src/queries/quota.ts'
import { useSession } from '#src/queries/session.ts'
import { createSnapshotMutation } from '#src/queries/snapshots.ts'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { count, gibibytes } from '#src/ui/formats.ts'
import { FormDialog } from '#src/ui/FormDialog.tsx'
import { UsageBar } from '#src/ui/UsageBar.tsx'

import { CopyOwner } from './CopyOwner.tsx'
import { CopyWarning } from './CopyWarning.tsx'
import type { VolumeDialogProps } from './volume-dialogs.ts'

/** Takes a snapshot of a volume, and then goes to where snapshots are, as Horizon does. */
export function CreateSnapshotDialog({ volume, onClose }: VolumeDialogProps) {
  const { t, i18n } = useTranslation('snapshots')
  const session = useSession()
  const navigate = useNavigate()
  const create = useMutation(createSnapshotMutation(session))
  const quota = useQuery(quotaQuery(session)).data?.snapshots
  const { register, handleSubmit, formState, watch } = useForm({
    defaultValues: { name: '', description: '' },
  })
  const force = needsForce(volume, session)
  const full = quota !== undefined && exceeds(quota, 1)
  const rule = { validate: (text: string) => !isTooLong(text) || t('edit.tooLong') }
  return (
    <FormDialog
      title={t('create.title')}
      submitLabel={t(force ? 'create.submitForce' : 'create.submit')}
      pending={create.isPending}
      submitError={
        create.error && <ErrorNotice title={t('create.failed')} {...noticeOf(create.error)} />
      }
      dirty={formState.isDirty}
      disabled={full}
      command={createSnapshotCommand(volume, watch())}
      onSubmit={() =>
        void handleSubmit((values) =>
          create.mutate(
            { ...values, volumeId: volume.id, force },
            { onSuccess: () => void navigate({ to: '/project/snapshots' }) },
          ),
        )()
      }
      onClose={onClose}
    >
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {t('create.of', {
          volume: nameOf(volume),
          size: gibibytes(volume.sizeGiB, i18n.language),
        })}
      </Typography>
      <TextField
        autoFocus
        label={t('create.name')}
        error={formState.errors.name !== undefined}
        helperText={formState.errors.name?.message}
        {...register('name', rule)}
      />
      <TextField
        label={t('create.description')}
        multiline
        minRows={2}
        error={formState.errors.description !== undefined}
        helperText={formState.errors.description?.message}
        {...register('description', rule)}
      />
      <CopyOwner volumes={[volume]} />
      <CopyWarning
        volume={volume}
        one={t('create.inUse')}
        several={t('create.severalWriters', { count: volume.attachments.length })}
      />
      {quota && (
        <UsageBar
          label={t('create.number')}
          {...quota}
          added={1}
          format={(value) => count(value, i18n.language)}
        />
      )}
      {full && <Typography color="error">{t('create.overNumber')}</Typography>}
    </FormDialog>
  )
}
