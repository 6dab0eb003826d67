import { useTranslation } from 'react-i18next'

import { nameOf, type Volume } from '#src/model/volume.ts'
import { useActor } from '#src/parts/actor.ts'
import { actionObstacleText } from '#src/parts/obstacle-words.ts'
import { ActionMenu } from '#src/ui/ActionMenu.tsx'

import { volumeActions } from './volume-action-list.ts'
import { useVolumesDialog } from './volumes-navigation.ts'

/** The menu of what can be done with a volume. */
export function VolumeActions({ volume }: { volume: Volume }) {
  const { t } = useTranslation('volumes')
  const { open } = useVolumesDialog()
  const actor = useActor()
  return (
    <ActionMenu
      label={t('actions.for', { volume: nameOf(volume) })}
      // Not worked out for each row of a table, only where the menu is opened.
      actions={() =>
        volumeActions
          .filter(({ isOffered }) => isOffered?.(volume, actor) ?? true)
          .map((action) => {
            const against = action.obstacle?.(volume, actor)
            return {
              label: t(action.label),
              ...('dialog' in action
                ? { onSelect: () => open(action.dialog, volume.id) }
                : { address: action.address(volume, actor) }),
              obstacle: against && actionObstacleText(t, against),
              danger: action.danger ?? false,
            }
          })
      }
    />
  )
}
