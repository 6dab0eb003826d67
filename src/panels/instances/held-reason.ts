import { useTranslation } from 'react-i18next'

import type { HeldVolume } from '#src/model/attach/held-volume.ts'
import { detachFromObstacle } from '#src/model/instance/instance-actions.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import { useActorRole } from '#src/parts/use-actor-role.ts'
import { instanceActionText } from '#src/parts/words/instance-words.ts'

/** Tells why a volume can't be detached from its instance now, in words; nothing where it can be tried. */
export function useHeldReason(): (instance: Instance, held: HeldVolume) => string | undefined {
  const { t } = useTranslation('instances')
  const { t: tVolumes } = useTranslation('volumes')
  const { t: tAttachments } = useTranslation('attachments')
  const actor = useActorRole()
  const words = { t, tVolumes, tAttachments }
  return (instance, held) => {
    const against = detachFromObstacle(instance, [held], actor)
    return against && instanceActionText(words, against, instance)
  }
}
