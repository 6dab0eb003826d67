import Alert from '@mui/material/Alert'
import CircularProgress from '@mui/material/CircularProgress'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { revertCommand } from '#src/model/snapshot/snapshot-commands.ts'
import { latestSnapshotOf, snapshotNameOf } from '#src/model/snapshot/snapshot.ts'
import { revertObstacle, revertToObstacle } from '#src/model/snapshot/take-snapshot.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { useActor } from '#src/parts/use-actor.ts'
import { actionObstacleText } from '#src/parts/words/obstacle-words.ts'
import { useScope } from '#src/queries/session.ts'
import { revertMutation, snapshotsQuery } from '#src/queries/volumes/snapshots.ts'
import { ConfirmDialog } from '#src/ui/dialog/ConfirmDialog.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

/** Asks whether a volume is to go back to its latest snapshot, the only one that Cinder takes it back to. */
export function RevertToSnapshotDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('snapshots')
  const { t: tVolumes } = useTranslation('volumes')
  const scope = useScope()
  const actor = useActor()
  const { data, error, refetch } = useQuery(snapshotsQuery(scope))
  const revert = useMutation(revertMutation(scope, volume.id))
  const latest = data && latestSnapshotOf(data, volume.id)
  const obstacle = data && (revertObstacle(volume, actor) ?? revertToObstacle(volume, latest))
  const possible = data !== undefined && obstacle === undefined
  return (
    <ConfirmDialog
      title={t('revert.title')}
      confirmLabel={t('revert.confirm')}
      pending={revert.isPending}
      disabled={!possible}
      obstacle={obstacle && actionObstacleText(tVolumes, obstacle)}
      command={possible && latest ? revertCommand(latest) : undefined}
      error={revert.error && <ErrorNotice title={t('revert.failed')} {...noticeOf(revert.error)} />}
      onConfirm={() => latest && revert.mutate(latest.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      {error && !data && (
        <ErrorNotice title={t('failed.list')} {...noticeOf(error)} onRetry={() => void refetch()} />
      )}
      {!data && !error && <CircularProgress size={20} />}
      {latest && (
        <>
          <Typography sx={{ overflowWrap: 'anywhere' }}>
            {t('revert.text', { volume: nameOf(volume), snapshot: snapshotNameOf(latest) })}
          </Typography>
          <Typography>
            {t('revert.taken')} <TimeText at={latest.createdAt} />
          </Typography>
        </>
      )}
      {obstacle && <Alert severity="warning">{actionObstacleText(tVolumes, obstacle)}</Alert>}
      <Typography color="textSecondary">{t('revert.latestOnly')}</Typography>
    </ConfirmDialog>
  )
}
