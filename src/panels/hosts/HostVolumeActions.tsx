import { useTranslation } from 'react-i18next'

import type { VolumeOnHost } from '#src/model/fail-over/host-impact.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import type { Action } from '#src/ui/menu/action.ts'
import { ActionMenu } from '#src/ui/menu/ActionMenu.tsx'

import { useFailOverReason } from './fail-over/fail-over-words.ts'
import { useHostsDialog } from './hosts-navigation.ts'

/** The menu of what can be done with a volume of a host: to fail it over from each that holds it there. */
export function HostVolumeActions({ row: { volume, here } }: { row: VolumeOnHost }) {
  const { t } = useTranslation('hosts')
  const { open } = useHostsDialog()
  const reasonFor = useFailOverReason()
  const actions = here.map((holder): Action => {
    const { instanceId, name } = holder
    return {
      label: here.length === 1 ? t('volume.failOver') : t('volume.failOverFrom', { name }),
      obstacle: reasonFor(volume, holder),
      onSelect: () => instanceId !== null && open('fail-over', volume.id, instanceId),
    }
  })
  return (
    <ActionMenu
      label={t('volume.actionsFor', { volume: nameOf(volume) })}
      actions={[
        ...actions,
        { label: t('volume.holders'), onSelect: () => open('holders', volume.id) },
      ]}
    />
  )
}
