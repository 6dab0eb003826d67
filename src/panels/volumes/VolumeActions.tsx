import { useTranslation } from 'react-i18next'

import { mayOnlyRead } from '#src/model/role.ts'
import { deleteObstacle, editObstacle } from '#src/model/volume-actions.ts'
import { nameOf, type Volume } from '#src/model/volume.ts'
import { useSession } from '#src/queries/session.ts'
import { ActionMenu } from '#src/ui/ActionMenu.tsx'

import { actionObstacleText } from './obstacle-words.ts'
import { useVolumesDialog } from './volumes-navigation.ts'

/** The menu of what can be done with a volume, in Horizon's words and order. */
export function VolumeActions({ volume }: { volume: Volume }) {
  const { t } = useTranslation('volumes')
  const { open } = useVolumesDialog()
  const person = { readOnly: mayOnlyRead(useSession()) }
  const editing = editObstacle(volume, person)
  const deleting = deleteObstacle(volume, person)
  return (
    <ActionMenu
      label={t('actions.for', { volume: nameOf(volume) })}
      actions={[
        {
          label: t('actions.edit'),
          onSelect: () => open('edit', volume.id),
          obstacle: editing && actionObstacleText(t, editing),
        },
        {
          label: t('actions.manageAttachments'),
          onSelect: () => open('attachments', volume.id),
        },
        {
          label: t('actions.delete'),
          onSelect: () => open('delete', volume.id),
          obstacle: deleting && actionObstacleText(t, deleting),
          danger: true,
        },
      ]}
    />
  )
}
