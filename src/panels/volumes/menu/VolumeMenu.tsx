import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { revertObstacle } from '#src/model/snapshot/take-snapshot.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { useVolumesDialog } from '#src/panels/volumes/volumes-navigation.ts'
import { useActor } from '#src/parts/use-actor.ts'
import { actionObstacleText } from '#src/parts/words/obstacle-words.ts'
import { useScope } from '#src/queries/session.ts'
import { snapshotsQuery } from '#src/queries/volumes/snapshots.ts'
import { ActionList } from '#src/ui/menu/ActionList.tsx'

import { volumeActions } from './volume-action-list.ts'

/** The menu of what can be done with a volume, open at `anchor`. */
export function VolumeMenu({
  volume,
  anchor,
  onClose,
}: {
  volume: Volume
  anchor: HTMLElement
  onClose: () => void
}) {
  const { t } = useTranslation('volumes')
  const { open } = useVolumesDialog()
  const actor = useActor()
  // Read once the menu is open, since few look for it.
  const { data: snapshots } = useQuery({
    ...snapshotsQuery(useScope()),
    enabled: revertObstacle(volume, actor) === undefined,
  })
  const offered = volumeActions.filter(({ isOffered }) => isOffered?.(volume, actor) ?? true)
  return (
    <ActionList
      anchor={anchor}
      onClose={onClose}
      actions={offered.map((action) => {
        const against = action.obstacle?.(volume, actor, { snapshots })
        return {
          label: t(action.label),
          ...('dialog' in action
            ? { onSelect: () => open(action.dialog, volume.id) }
            : { address: action.address(volume, actor) }),
          obstacle: against && actionObstacleText(t, against),
          danger: action.danger ?? false,
        }
      })}
    />
  )
}
