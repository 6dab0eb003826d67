import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { snapshotObstacle, snapshotsByVolume } from '#src/model/cascade.ts'
import { mayOnlyRead } from '#src/model/role.ts'
import { deleteObstacle } from '#src/model/volume-actions.ts'
import { deleteCommand } from '#src/model/volume-commands.ts'
import { nameOf, type Volume, type VolumeId } from '#src/model/volume.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { actionObstacleText } from '#src/parts/obstacle-words.ts'
import { snapshotsQuery } from '#src/queries/create-volume.ts'
import { useSession } from '#src/queries/session.ts'
import { deleteVolumeMutation } from '#src/queries/volumes.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'

import { CascadeField } from './CascadeField.tsx'
import { shortList } from './short-list.ts'

/** Asks whether the volumes are to be deleted, and deletes those that can be; each failure is shown. */
export function DeleteVolumesDialog({
  volumes,
  onClose,
  onDeleted,
}: {
  volumes: readonly Volume[]
  onClose: () => void
  onDeleted: (ids: ReadonlySet<VolumeId>) => void
}) {
  const { t } = useTranslation('volumes')
  const session = useSession()
  // What was asked about stays what is deleted, whatever changes in the table meanwhile.
  const [asked] = useState(volumes)
  const [refusals, setRefusals] = useState<{ volume: Volume; error: Error }[]>([])
  const remove = useMutation(deleteVolumeMutation(session))
  const [pending, setPending] = useState(false)
  const [cascade, setCascade] = useState(false)
  const snapshotsRead = useQuery(snapshotsQuery(session))
  const snapshots = snapshotsByVolume(snapshotsRead.data ?? [])
  const readOnly = mayOnlyRead(session)
  const withSnapshots = asked.flatMap((volume) => {
    const own = snapshots.get(volume.id)
    return own && !deleteObstacle(volume, { readOnly }) ? [{ volume, snapshots: own }] : []
  })
  const judged = asked.map((volume) => ({
    volume,
    obstacle:
      deleteObstacle(volume, { readOnly }) ??
      snapshotObstacle(snapshots.get(volume.id) ?? [], cascade),
  }))
  const possible = judged.flatMap(({ volume, obstacle }) => (obstacle ? [] : [volume]))
  const confirm = async () => {
    setPending(true)
    const failed: { volume: Volume; error: Error }[] = []
    const deleted = new Set<VolumeId>()
    for (const volume of possible) {
      try {
        await remove.mutateAsync({ id: volume.id, cascade })
        deleted.add(volume.id)
      } catch (error) {
        if (error instanceof Error) failed.push({ volume, error })
      }
    }
    setPending(false)
    setRefusals(failed)
    onDeleted(deleted)
    if (failed.length === 0) onClose()
  }
  return (
    <ConfirmDialog
      title={t('delete.title', { count: asked.length })}
      confirmLabel={t('delete.confirm', { count: possible.length || asked.length })}
      pending={pending}
      disabled={possible.length === 0 || refusals.length > 0 || snapshotsRead.isPending}
      command={possible.length > 0 ? deleteCommand(possible, { cascade }) : undefined}
      onConfirm={() => void confirm()}
      onClose={onClose}
      error={refusals.map(({ volume, error }) => (
        <ErrorNotice key={volume.id} title={nameOf(volume)} {...noticeOf(error)} />
      ))}
    >
      {possible.length > 0 && (
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {t('delete.text', { count: possible.length, names: shortList(possible.map(nameOf)) })}
        </Typography>
      )}
      {snapshotsRead.error && (
        <ErrorNotice
          severity="warning"
          title={t('delete.snapshotsFailed')}
          {...noticeOf(snapshotsRead.error)}
        />
      )}
      {possible.length < asked.length && (
        <Box>
          <Typography>{t('delete.cannot')}</Typography>
          <Box component="ul" sx={{ my: 0.5, pl: 3 }}>
            {judged.map(
              ({ volume, obstacle }) =>
                obstacle && (
                  <li key={volume.id}>
                    {nameOf(volume)}: {actionObstacleText(t, obstacle)}
                  </li>
                ),
            )}
          </Box>
        </Box>
      )}
      {withSnapshots.length > 0 && (
        <CascadeField doomed={withSnapshots} checked={cascade} onChange={setCascade} />
      )}
    </ConfirmDialog>
  )
}
