import { useTranslation } from 'react-i18next'

import { letGoObstacle } from '#src/model/attach/attach-obstacle.ts'
import type { Holder } from '#src/model/attach/holder.ts'
import { isAdministrator, mayOnlyRead } from '#src/model/cloud/role.ts'
import { detachObstacle } from '#src/model/volume/volume-actions.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { useScope } from '#src/queries/session.ts'

import { actionObstacleText, instanceObstacleText } from './words/obstacle-words.ts'

/** Tells why a holder can't be detached from a volume now, in words; nothing where it can be tried. */
export function useDetachReason(): (volume: Volume, holder: Holder) => string | undefined {
  const { t } = useTranslation('volumes')
  const { t: tAttachments } = useTranslation('attachments')
  const { t: tInstances } = useTranslation('instances')
  const scope = useScope()
  return (volume, { state, nameless, instanceId, instance, device }) => {
    const obstacle = detachObstacle(volume, { readOnly: mayOnlyRead(scope) })
    if (obstacle) return actionObstacleText(t, obstacle)
    if (state !== 'attached') return t(`holder.${state}`)
    if (instanceId === null) return t('holder.host')
    // An administrator may see it through Nova all the same, where it is in another project.
    if (nameless === 'not-visible' && !isAdministrator(scope)) return tAttachments('detachGone')
    const ofInstance = letGoObstacle(instance, device, {
      administrator: isAdministrator(scope),
    })
    if (ofInstance === undefined) return undefined
    return instanceObstacleText({ tAttachments, tInstances }, ofInstance, instance)
  }
}
