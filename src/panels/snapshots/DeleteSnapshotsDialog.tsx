import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteSnapshotObstacle } from '#src/model/snapshot/snapshot-actions.ts'
import { deleteSnapshotsCommand } from '#src/model/snapshot/snapshot-commands.ts'
import { type Snapshot, type SnapshotId, snapshotNameOf } from '#src/model/snapshot/snapshot.ts'
import { BulkDialog } from '#src/parts/dialog/BulkDialog.tsx'
import { useActor } from '#src/parts/use-actor.ts'
import { useScope } from '#src/queries/session.ts'
import { deleteSnapshotMutation } from '#src/queries/volumes/snapshots.ts'

import { snapshotObstacleText } from './snapshot-words.ts'

/** How many names are spelled out. */
const namesShown = 10

const listed = (snapshots: readonly Snapshot[]) => {
  const names = snapshots.slice(0, namesShown).map(snapshotNameOf).join(', ')
  return snapshots.length > namesShown ? `${names}, …` : names
}

/** Asks whether the snapshots are to be deleted, and deletes those that can be; shows what came of each. */
export function DeleteSnapshotsDialog({
  snapshots,
  onClose,
  onDeleted,
}: {
  snapshots: readonly Snapshot[]
  onClose: () => void
  /** Called with each that the cloud has accepted. */
  onDeleted: (id: SnapshotId) => void
}) {
  const { t } = useTranslation('snapshots')
  const actor = useActor()
  // What was asked about stays what is deleted, whatever changes in the table meanwhile.
  const [asked] = useState(() =>
    snapshots.map((snapshot) => ({ snapshot, obstacle: deleteSnapshotObstacle(snapshot, actor) })),
  )
  const remove = useMutation(deleteSnapshotMutation(useScope()))
  const possible = asked.flatMap(({ snapshot, obstacle }) => (obstacle ? [] : [snapshot]))
  return (
    <BulkDialog
      title={t('delete.title', { count: asked.length })}
      submitLabel={t('delete.confirm', { count: possible.length })}
      danger
      things={asked.map(({ snapshot, obstacle }) => ({
        id: snapshot.id,
        name: snapshotNameOf(snapshot),
        obstacle: obstacle && snapshotObstacleText(t, obstacle),
      }))}
      act={async (id) => {
        await remove.mutateAsync(id)
        onDeleted(id)
      }}
      doneLabel={t('delete.accepted')}
      command={deleteSnapshotsCommand(possible)}
      onClose={onClose}
    >
      {possible.length > 0 && (
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {t('delete.text', { count: possible.length, names: listed(possible) })}
        </Typography>
      )}
    </BulkDialog>
  )
}
