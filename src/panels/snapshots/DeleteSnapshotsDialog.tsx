import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteSnapshotObstacle } from '#src/model/snapshot-actions.ts'
import { deleteSnapshotsCommand } from '#src/model/snapshot-commands.ts'
import { type Snapshot, type SnapshotId, snapshotNameOf } from '#src/model/snapshot.ts'
import { useActor } from '#src/parts/actor.ts'
import { failedOf, useEachInTurn } from '#src/parts/each-in-turn.ts'
import { OutcomeList } from '#src/parts/OutcomeList.tsx'
import { snapshotObstacleText } from '#src/parts/snapshot-words.ts'
import { useSession } from '#src/queries/session.ts'
import { deleteSnapshotMutation } from '#src/queries/snapshots.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'

/** How many names are spelled out. */
const namesShown = 10

const listed = (snapshots: readonly Snapshot[]) => {
  const names = snapshots.slice(0, namesShown).map(snapshotNameOf).join(', ')
  return snapshots.length > namesShown ? `${names}, …` : names
}

/** Asks whether the snapshots are to be deleted, and deletes those that can be; shows what came of each where one failed. */
export function DeleteSnapshotsDialog({
  snapshots,
  onClose,
  onDeleted,
}: {
  snapshots: readonly Snapshot[]
  onClose: () => void
  /** Told of each that the cloud has accepted. */
  onDeleted: (id: SnapshotId) => void
}) {
  const { t } = useTranslation('snapshots')
  const actor = useActor()
  // What was asked about stays what is deleted, whatever changes in the table meanwhile.
  const [asked] = useState(() =>
    snapshots.map((snapshot) => ({ snapshot, obstacle: deleteSnapshotObstacle(snapshot, actor) })),
  )
  const remove = useMutation(deleteSnapshotMutation(useSession()))
  const { outcomes, pending, start } = useEachInTurn(async (id) => {
    await remove.mutateAsync(id)
    onDeleted(id)
  })
  const possible = asked.flatMap(({ snapshot, obstacle }) => (obstacle ? [] : [snapshot]))
  const failed = failedOf(outcomes)
  const begun = outcomes.size > 0
  const go = async (ids: readonly SnapshotId[]) => {
    if (await start(ids)) onClose()
  }
  const names = new Map(asked.map(({ snapshot }) => [snapshot.id, snapshotNameOf(snapshot)]))
  return (
    <ConfirmDialog
      title={t('delete.title', { count: asked.length })}
      confirmLabel={
        begun && !pending ? t('delete.retry') : t('delete.confirm', { count: possible.length })
      }
      pending={pending}
      disabled={possible.length === 0}
      command={possible.length > 0 ? deleteSnapshotsCommand(possible) : undefined}
      error={
        begun && (
          <>
            {failed.length > 0 && !pending && (
              <Typography color="error" role="alert">
                {t('delete.summary', { count: failed.length })}
              </Typography>
            )}
            <OutcomeList
              label={t('delete.results')}
              outcomes={outcomes}
              nameOf={(id) => names.get(id) ?? id}
              words={{
                waiting: t('delete.waiting'),
                working: t('delete.working'),
                accepted: t('delete.accepted'),
                failed: t('delete.failed'),
              }}
            />
          </>
        )
      }
      onConfirm={() => void go(begun ? failed : possible.map(({ id }) => id))}
      onClose={onClose}
    >
      {possible.length > 0 && !begun && (
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {t('delete.text', { count: possible.length, names: listed(possible) })}
        </Typography>
      )}
      {possible.length < asked.length && (
        <Box>
          <Typography>{t('delete.cannot')}</Typography>
          <Box component="ul" sx={{ my: 0.5, pl: 3, overflowWrap: 'anywhere' }}>
            {asked.map(
              ({ snapshot, obstacle }) =>
                obstacle && (
                  <li key={snapshot.id}>
                    {snapshotNameOf(snapshot)}: {snapshotObstacleText(t, obstacle)}
                  </li>
                ),
            )}
          </Box>
        </Box>
      )}
    </ConfirmDialog>
  )
}
