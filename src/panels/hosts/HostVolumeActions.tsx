import { useTranslation } from 'react-i18next'

import { holderObstacle } from '#src/model/fail-over.ts'
import type { VolumeOnHost } from '#src/model/host-impact.ts'
import { nameOf } from '#src/model/volume.ts'
import type { Action } from '#src/ui/action.ts'
import { ActionMenu } from '#src/ui/ActionMenu.tsx'

import { useFailOverPerson } from './fail-over-person.ts'
import { useHostDialogs } from './hosts-navigation.ts'

/** The menu of what can be done with a volume of a host: to fail it over from each that holds it there. */
export function HostVolumeActions({ row: { volume, here } }: { row: VolumeOnHost }) {
  const { t } = useTranslation('hosts')
  const { t: tVolumes } = useTranslation('volumes')
  const { openHolders, openFailOver } = useHostDialogs()
  const person = useFailOverPerson()
  // A volume that is stuck opens the dialog all the same, since that says the ways out.
  const readOnly = person.readOnly ? tVolumes('obstacles.readOnlyRole') : undefined
  const actions = here.map(({ instanceId, name, instance, hostState }): Action => {
    const against =
      instanceId === null
        ? undefined
        : holderObstacle(volume, { instanceId, instance, hostState }, person)
    const root = against?.kind === 'root-device' ? t('volume.rootDevice') : undefined
    return {
      label: here.length === 1 ? t('volume.failOver') : t('volume.failOverFrom', { name }),
      obstacle: instanceId === null ? t('volume.heldByHost') : (readOnly ?? root),
      onSelect: () => instanceId !== null && openFailOver(volume.id, instanceId),
    }
  })
  return (
    <ActionMenu
      label={t('volume.actionsFor', { volume: nameOf(volume) })}
      actions={[...actions, { label: t('volume.holders'), onSelect: () => openHolders(volume.id) }]}
    />
  )
}
