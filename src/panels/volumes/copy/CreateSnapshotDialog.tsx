import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { createSnapshotCommand } from '#src/model/snapshot/snapshot-commands.ts'
import { needsForce } from '#src/model/snapshot/take-snapshot.ts'
import { exceeds } from '#src/model/volume/quota.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { NameFields } from '#src/parts/dialog/NameFields.tsx'
import { useScope } from '#src/queries/session.ts'
import { quotaQuery } from '#src/queries/volumes/quota.ts'
import { createSnapshotMutation } from '#src/queries/volumes/snapshots.ts'
import { UsageBar } from '#src/ui/form/UsageBar.tsx'
import { count, gibibytes } from '#src/ui/formats.ts'

import { CopyOwner } from './CopyOwner.tsx'
import { CopyWarning } from './CopyWarning.tsx'

/** Takes a snapshot of a volume, and then goes to where snapshots are, as Horizon does. */
export function CreateSnapshotDialog({ volume, onClose }: VolumeDialogProps) {
  const { t, i18n } = useTranslation('snapshots')
  const scope = useScope()
  const navigate = useNavigate()
  const create = useMutation(createSnapshotMutation(scope))
  const quota = useQuery(quotaQuery(scope)).data?.snapshots
  const { register, handleSubmit, formState, watch } = useForm({
    defaultValues: { name: '', description: '' },
  })
  const force = needsForce(volume, scope)
  const full = quota !== undefined && exceeds(quota, 1)
  return (
    <MutationDialog
      title={t('create.title')}
      submitLabel={t(force ? 'create.submitForce' : 'create.submit')}
      mutation={create}
      failed={t('create.failed')}
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
      <NameFields
        nameLabel={t('create.name')}
        descriptionLabel={t('create.description')}
        register={register}
        errors={formState.errors}
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
    </MutationDialog>
  )
}
