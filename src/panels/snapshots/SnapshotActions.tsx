import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import {
  createFromObstacle,
  deleteSnapshotObstacle,
  editSnapshotObstacle,
  type SnapshotObstacle,
} from '#src/model/snapshot/snapshot-actions.ts'
import { type Snapshot, snapshotNameOf } from '#src/model/snapshot/snapshot.ts'
import { useActor } from '#src/parts/use-actor.ts'
import { ActionMenu } from '#src/ui/menu/ActionMenu.tsx'

import { snapshotObstacleText } from './snapshot-words.ts'
import { useSnapshotsDialog } from './snapshots-navigation.ts'

/** The menu of what can be done with a snapshot, in Horizon's words and order, but for what is red, which is last. */
export function SnapshotActions({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation('snapshots')
  const { open } = useSnapshotsDialog()
  const navigate = useNavigate()
  const actor = useActor()
  const words = (obstacle: SnapshotObstacle | undefined) =>
    obstacle && snapshotObstacleText(t, obstacle)
  const { id } = snapshot
  return (
    <ActionMenu
      label={t('actions.for', { snapshot: snapshotNameOf(snapshot) })}
      actions={[
        {
          label: t('actions.createVolume'),
          obstacle: words(createFromObstacle(snapshot, actor)),
          onSelect: () =>
            void navigate({
              to: '/project/volumes',
              search: { dialog: 'create', source: 'snapshot', from: id },
            }),
        },
        {
          label: t('actions.edit'),
          obstacle: words(editSnapshotObstacle(snapshot, actor)),
          onSelect: () => open('edit', id),
        },
        {
          label: t('actions.metadata'),
          obstacle: words(editSnapshotObstacle(snapshot, actor)),
          onSelect: () => open('metadata', id),
        },
        {
          label: t('actions.delete'),
          obstacle: words(deleteSnapshotObstacle(snapshot, actor)),
          onSelect: () => open('delete', id),
          danger: true,
        },
      ]}
    />
  )
}
