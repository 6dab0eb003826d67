import { useTranslation } from 'react-i18next'

import { heldVolumesOf } from '#src/model/attach/held-volume.ts'
import {
  attachToObstacle,
  detachFromObstacle,
  type InstanceActionObstacle,
} from '#src/model/instance/instance-actions.ts'
import { type Instance, instanceName } from '#src/model/instance/instance.ts'
import { useActorRole } from '#src/parts/use-actor-role.ts'
import { useVolumeIndex } from '#src/parts/use-known-volumes.ts'
import { instanceActionText } from '#src/parts/words/instance-words.ts'
import { ActionMenu } from '#src/ui/menu/ActionMenu.tsx'

import { useInstancesDialog } from './instances-navigation.ts'

/** The menu of what can be done with an instance here: what concerns its volumes. */
export function InstanceActions({ instance }: { instance: Instance }) {
  const { t } = useTranslation('instances')
  const { t: tVolumes } = useTranslation('volumes')
  const { t: tAttachments } = useTranslation('attachments')
  const { open } = useInstancesDialog()
  const actor = useActorRole()
  const held = heldVolumesOf(instance, useVolumeIndex())
  const text = (against: InstanceActionObstacle | undefined) =>
    against && instanceActionText({ t, tVolumes, tAttachments }, against, instance)
  return (
    <ActionMenu
      label={t('actions.for', { instance: instanceName(instance) })}
      actions={[
        {
          label: t('actions.attach'),
          onSelect: () => open('attach', instance.id),
          obstacle: text(attachToObstacle(instance, actor)),
        },
        {
          label: t('actions.detach'),
          onSelect: () => open('detach', instance.id),
          obstacle: text(detachFromObstacle(instance, held, actor)),
        },
      ]}
    />
  )
}
