import { useTranslation } from 'react-i18next'

import {
  accessObstacle,
  changeEncryptionObstacle,
  deleteTypeObstacle,
  encryptObstacle,
  isDefaultOf,
  ownDefaultObstacle,
  type TypeObstacle,
} from '#src/model/volume-type/type-actions.ts'
import type { TypeFacts } from '#src/model/volume-type/type-facts.ts'
import { useScope } from '#src/queries/session.ts'
import { ActionMenu } from '#src/ui/menu/ActionMenu.tsx'

import { typeObstacleText } from './type-words.ts'
import { useVolumeTypesDialog } from './volume-types-navigation.ts'

/** The menu of what can be done with a type, in Horizon's words and order, but for what is red, which is last. */
export function TypeActions({ type }: { type: TypeFacts }) {
  const { t } = useTranslation('volumeTypes')
  const { open } = useVolumeTypesDialog()
  const scope = useScope()
  const words = (obstacle: TypeObstacle | undefined) => typeObstacleText(t, obstacle, type.volumes)
  const ownDefault = isDefaultOf(type, scope.project.id)
  const { id } = type
  const encryption = {
    label: t(type.encryption ? 'actions.updateEncryption' : 'actions.createEncryption'),
    obstacle: words(type.encryption ? changeEncryptionObstacle(type) : encryptObstacle(type)),
    onSelect: () => open('encryption', id),
  }
  return (
    <ActionMenu
      label={t('actions.for', { type: type.name })}
      actions={[
        { label: t('actions.edit'), onSelect: () => open('edit', id) },
        { label: t('actions.specs'), onSelect: () => open('specs', id) },
        encryption,
        {
          label: t('actions.access'),
          obstacle: words(accessObstacle(type)),
          onSelect: () => open('access', id),
        },
        {
          label: t(ownDefault ? 'actions.unsetDefault' : 'actions.setDefault'),
          obstacle: words(ownDefaultObstacle(scope)),
          onSelect: () => open('default', id),
        },
        ...(type.encryption
          ? [
              {
                label: t('actions.deleteEncryption'),
                obstacle: words(changeEncryptionObstacle(type)),
                onSelect: () => open('delete-encryption', id),
                danger: true,
              },
            ]
          : []),
        {
          label: t('actions.delete'),
          obstacle: words(deleteTypeObstacle(type)),
          onSelect: () => open('delete', id),
          danger: true,
        },
      ]}
    />
  )
}
