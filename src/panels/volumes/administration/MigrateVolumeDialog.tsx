import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { migrateCommand } from '#src/model/volume/administration-commands.ts'
import { snapshotsByVolume } from '#src/model/volume/cascade.ts'
import {
  destinationsFor,
  isHeldBySeveral,
  migrateObstacle,
} from '#src/model/volume/volume-administration.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { VolumeName } from '#src/panels/volumes/VolumeName.tsx'
import { CheckControl } from '#src/parts/dialog/CheckControl.tsx'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useActor } from '#src/parts/use-actor.ts'
import { actionObstacleText } from '#src/parts/words/obstacle-words.ts'
import { poolsQuery } from '#src/queries/services/pools.ts'
import { useScope } from '#src/queries/session.ts'
import { volumeTypesQuery } from '#src/queries/volumes/create-volume.ts'
import { snapshotsQuery } from '#src/queries/volumes/snapshots.ts'
import { migrateVolumeMutation } from '#src/queries/volumes/volume-administration.ts'
import { volumeDetailsQuery } from '#src/queries/volumes/volume-details.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import { DestinationField } from './DestinationField.tsx'

/** Moves a volume's data to another pool. What comes of it stands in its migration status. */
export function MigrateVolumeDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('administration')
  const { t: tVolumes } = useTranslation('volumes')
  const scope = useScope()
  const actor = useActor()
  const migrate = useMutation(migrateVolumeMutation(scope, volume.id))
  const pools = useQuery(poolsQuery(scope))
  const types = useQuery(volumeTypesQuery(scope)).data ?? []
  const snapshots = useQuery(snapshotsQuery(scope)).data ?? []
  const more = useQuery(volumeDetailsQuery(scope, volume.id)).data?.more
  const { control, watch, formState } = useForm({
    defaultValues: { host: '', forceHostCopy: false, lockVolume: false },
  })
  const request = watch()
  const { host } = request

  const type = types.find(({ name }) => name === volume.typeName)
  const destinations = destinationsFor(volume, type, pools.data ?? [])
  const chosen = destinations.find(({ pool }) => pool.name === host)
  const obstacle = migrateObstacle(volume, actor, {
    snapshots: snapshotsByVolume(snapshots).get(volume.id)?.length ?? 0,
    replicationStatus: more?.replicationStatus ?? null,
  })
  const isReady = chosen !== undefined && obstacle === undefined
  return (
    <MutationDialog
      title={t('migrate.title')}
      submitLabel={t('migrate.submit')}
      mutation={migrate}
      failed={t('migrate.failed')}
      dirty={formState.isDirty}
      disabled={!isReady}
      command={isReady ? migrateCommand(volume, request) : undefined}
      onSubmit={() => {
        if (isReady) migrate.mutate(request, { onSuccess: onClose })
      }}
      onClose={onClose}
    >
      <div>
        <VolumeName volume={volume} />
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {t('migrate.current')}: {volume.host ?? t('migrate.unknownHost')}
        </Typography>
      </div>
      {obstacle && <Alert severity="warning">{actionObstacleText(tVolumes, obstacle)}</Alert>}
      {pools.error && (
        <ErrorNotice
          title={t('migrate.poolsFailed')}
          {...noticeOf(pools.error)}
          onRetry={() => void pools.refetch()}
        />
      )}
      <Controller
        control={control}
        name="host"
        render={({ field: { value, onChange } }) => (
          <DestinationField
            destinations={destinations}
            loading={pools.isPending}
            value={value}
            onChange={onChange}
          />
        )}
      />
      {chosen?.doubt && (
        <Alert severity="warning" variant="outlined">
          {t('migrate.doubtful')}
        </Alert>
      )}
      <CheckControl
        control={control}
        name="forceHostCopy"
        label={t('migrate.forceHostCopy')}
        help={t('migrate.forceHostCopyHelp')}
      />
      <CheckControl
        control={control}
        name="lockVolume"
        label={t('migrate.lockVolume')}
        help={t('migrate.lockVolumeHelp')}
      />
      {volume.attachments.length > 0 && (
        <Alert severity={isHeldBySeveral(volume) ? 'error' : 'info'} variant="outlined">
          {isHeldBySeveral(volume)
            ? t('migrate.shared', { count: volume.attachments.length })
            : t('migrate.inUse')}
        </Alert>
      )}
    </MutationDialog>
  )
}
