import Alert from '@mui/material/Alert'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { unmanageCommand } from '#src/model/volume/administration-commands.ts'
import { snapshotsByVolume } from '#src/model/volume/cascade.ts'
import { unmanageObstacle } from '#src/model/volume/volume-administration.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useActor } from '#src/parts/use-actor.ts'
import { useVolumesPath } from '#src/parts/use-volumes-path.ts'
import { actionObstacleText } from '#src/parts/words/obstacle-words.ts'
import { useScope } from '#src/queries/session.ts'
import { snapshotsQuery } from '#src/queries/volumes/snapshots.ts'
import { unmanageVolumeMutation } from '#src/queries/volumes/volume-administration.ts'

/** Has Cinder forget a volume, once its name has been typed. */
export function UnmanageVolumeDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('administration')
  const { t: tVolumes } = useTranslation('volumes')
  const scope = useScope()
  const actor = useActor()
  const navigate = useNavigate()
  const table = useVolumesPath()
  const { volumeId } = useParams({ strict: false })
  const unmanage = useMutation(unmanageVolumeMutation(scope, volume.id))
  const snapshotsRead = useQuery(snapshotsQuery(scope))
  const snapshots = snapshotsByVolume(snapshotsRead.data ?? []).get(volume.id)?.length ?? 0
  const [typed, setTyped] = useState('')
  const obstacle = unmanageObstacle(volume, actor, { snapshots })
  const name = nameOf(volume)
  const isConfirmed = typed.trim() === name.trim()
  // Leave the details page once the volume is gone.
  const leave = () => (volumeId === volume.id ? void navigate({ to: table }) : onClose())
  return (
    <MutationDialog
      title={t('unmanage.title')}
      submitLabel={t('unmanage.submit')}
      danger
      mutation={unmanage}
      failed={t('unmanage.failed')}
      dirty={false}
      disabled={obstacle !== undefined || !isConfirmed}
      command={obstacle ? undefined : unmanageCommand(volume)}
      onSubmit={() => {
        if (!obstacle && isConfirmed) unmanage.mutate(undefined, { onSuccess: leave })
      }}
      onClose={onClose}
    >
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {t('unmanage.text', { host: volume.host ?? t('migrate.unknownHost') })}
      </Typography>
      {obstacle && <Alert severity="warning">{actionObstacleText(tVolumes, obstacle)}</Alert>}
      {!obstacle && (
        <>
          <Typography sx={{ overflowWrap: 'anywhere' }}>
            {t('unmanage.confirm', { name })}
          </Typography>
          <TextField
            label={t('unmanage.confirmLabel')}
            value={typed}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
        </>
      )}
    </MutationDialog>
  )
}
