import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { mayOnlyRead } from '#src/model/cloud/role.ts'
import { snapshotObstacle, snapshotsByVolume } from '#src/model/volume/cascade.ts'
import { deleteObstacle, forceDeleteObstacle } from '#src/model/volume/volume-actions.ts'
import { deleteCommand } from '#src/model/volume/volume-commands.ts'
import { nameOf, type Volume, type VolumeId } from '#src/model/volume/volume.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { BulkDialog } from '#src/parts/dialog/BulkDialog.tsx'
import { namesText } from '#src/parts/words/names-text.ts'
import { actionObstacleText } from '#src/parts/words/obstacle-words.ts'
import { useScope } from '#src/queries/session.ts'
import { snapshotsQuery } from '#src/queries/volumes/snapshots.ts'
import { deleteVolumeMutation } from '#src/queries/volumes/volumes.ts'
import { CheckField } from '#src/ui/form/CheckField.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import { CascadeField } from './CascadeField.tsx'

/** Asks whether the volumes are to be deleted, and deletes those that can be; shows what came of each. */
export function DeleteVolumesDialog({
  volumes,
  onClose,
  onDeleted,
}: {
  volumes: readonly Volume[]
  onClose: () => void
  /** Called with each that the cloud has accepted. */
  onDeleted: (id: VolumeId) => void
}) {
  const { t } = useTranslation('volumes')
  const { t: tNames } = useTranslation('attachments')
  const { t: tBulk } = useTranslation('bulk')
  const { t: tAdmin } = useTranslation('administration')
  const scope = useScope()
  // What was asked about stays what is deleted, whatever changes in the table meanwhile.
  const [asked] = useState(volumes)
  const [cascade, setCascade] = useState(false)
  const [force, setForce] = useState(false)
  const remove = useMutation(deleteVolumeMutation(scope))
  const snapshotsRead = useQuery(snapshotsQuery(scope))
  // So do their snapshots, which vanish one by one while they are deleted.
  const [known, setKnown] = useState(snapshotsRead.data)
  if (known === undefined && snapshotsRead.data !== undefined) setKnown(snapshotsRead.data)
  const snapshots = snapshotsByVolume(known ?? [])
  const readOnly = mayOnlyRead(scope)
  const ownObstacle = (volume: Volume) =>
    (force ? forceDeleteObstacle : deleteObstacle)(volume, { readOnly })
  const withSnapshots = asked.flatMap((volume) => {
    const own = snapshots.get(volume.id)
    return own && !ownObstacle(volume) ? [{ volume, snapshots: own }] : []
  })
  const judged = asked.map((volume) => {
    const own = snapshots.get(volume.id) ?? []
    // By force they go in any status, too.
    const inTheWay = force && cascade ? undefined : snapshotObstacle(own, cascade)
    return { volume, obstacle: ownObstacle(volume) ?? inTheWay }
  })
  const possible = judged.flatMap(({ volume, obstacle }) => (obstacle ? [] : [volume]))
  return (
    <BulkDialog
      title={t('delete.title', { count: asked.length })}
      submitLabel={t('delete.confirm', { count: possible.length || asked.length })}
      danger
      things={judged.map(({ volume, obstacle }) => ({
        id: volume.id,
        name: nameOf(volume),
        obstacle: obstacle && actionObstacleText(t, obstacle),
      }))}
      act={async (id) => {
        await remove.mutateAsync({ id, cascade, force })
        onDeleted(id)
      }}
      doneLabel={tBulk('delete.done')}
      disabled={snapshotsRead.isPending}
      command={force && cascade ? undefined : deleteCommand(possible, { cascade, force })}
      onClose={onClose}
    >
      {possible.length > 0 && (
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {t('delete.text', {
            count: possible.length,
            names: namesText(
              tNames,
              possible.map((volume) => ({ name: nameOf(volume) })),
            ),
          })}
        </Typography>
      )}
      {snapshotsRead.error && (
        <ErrorNotice
          severity="warning"
          title={t('delete.snapshotsFailed')}
          {...noticeOf(snapshotsRead.error)}
        />
      )}
      {scope.allProjects === true && (
        <CheckField
          label={tAdmin('delete.force')}
          help={tAdmin('delete.forceHelp')}
          checked={force}
          onChange={setForce}
        />
      )}
      {withSnapshots.length > 0 && (
        <CascadeField doomed={withSnapshots} checked={cascade} onChange={setCascade} />
      )}
    </BulkDialog>
  )
}
