import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { migrateCommand } from '#src/model/volume/administration-commands.ts'
import { snapshotsByVolume } from '#src/model/volume/cascade.ts'
import {
  destinationsFor,
  isHeldBySeveral,
  migrateObstacle,
} from '#src/model/volume/volume-administration.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { VolumeName } from '#src/panels/volumes/VolumeName.tsx'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useActor } from '#src/parts/use-actor.ts'
import { actionObstacleText } from '#src/parts/words/obstacle-words.ts'
import { volumeTypesQuery } from '#src/queries/create-volume.ts'
import { poolsQuery } from '#src/queries/pools.ts'
import { useScope } from '#src/queries/session.ts'
import { snapshotsQuery } from '#src/queries/snapshots.ts'
import { migrateVolumeMutation } from '#src/queries/volume-administration.ts'
import { volumeDetailsQuery } from '#src/queries/volume-details.ts'
import { CheckField } from '#src/ui/form/CheckField.tsx'
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
  const [host, setHost] = useState('')
  const [forceHostCopy, setForceHostCopy] = useState(false)
  const [lockVolume, setLockVolume] = useState(false)

  const type = types.find(({ name }) => name === volume.typeName)
  const destinations = destinationsFor(volume, type, pools.data ?? [])
  const chosen = destinations.find(({ pool }) => pool.name === host)
  const obstacle = migrateObstacle(volume, actor, {
    snapshots: snapshotsByVolume(snapshots).get(volume.id)?.length ?? 0,
    replicationStatus: more?.replicationStatus ?? null,
  })
  const wish = { host, forceHostCopy, lockVolume }
  const isReady = chosen !== undefined && obstacle === undefined
  return (
    <MutationDialog
      title={t('migrate.title')}
      submitLabel={t('migrate.submit')}
      mutation={migrate}
      failed={t('migrate.failed')}
      dirty={host !== '' || forceHostCopy || lockVolume}
      disabled={!isReady}
      command={isReady ? migrateCommand(volume, wish) : undefined}
      onSubmit={() => {
        if (isReady) migrate.mutate(wish, { onSuccess: onClose })
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
      <DestinationField
        destinations={destinations}
        loading={pools.isPending}
        value={host}
        onChange={setHost}
      />
      {chosen?.doubt && (
        <Alert severity="warning" variant="outlined">
          {t('migrate.doubtful')}
        </Alert>
      )}
      <CheckField
        label={t('migrate.forceHostCopy')}
        help={t('migrate.forceHostCopyHelp')}
        checked={forceHostCopy}
        onChange={setForceHostCopy}
      />
      <CheckField
        label={t('migrate.lockVolume')}
        help={t('migrate.lockVolumeHelp')}
        checked={lockVolume}
        onChange={setLockVolume}
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
