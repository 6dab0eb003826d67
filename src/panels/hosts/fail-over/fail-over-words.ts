import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import {
  type FailOverObstacle,
  holderObstacle,
  type StandbyObstacle,
} from '#src/model/fail-over/fail-over.ts'
import type { HostHolder } from '#src/model/fail-over/host-impact.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import {
  instanceObstacleText,
  type InstanceObstacleWords,
  volumeObstacleText,
} from '#src/parts/words/obstacle-words.ts'
import { statusWord } from '#src/parts/words/status-words.ts'

import { useAttachActor } from './use-attach-actor.ts'

/** Why an instance can't stand in, in the reader's language. */
export function standbyObstacleText(
  t: TFunction<'failOver'>,
  words: InstanceObstacleWords,
  against: StandbyObstacle,
  instance: Instance,
): string {
  return against.kind === 'instance'
    ? instanceObstacleText(words, against.obstacle, instance)
    : t(`standby.obstacles.${against.kind}`)
}

/** Tells why a volume can't be failed over from an instance, in words. */
export function useFailOverObstacleText(): (
  against: FailOverObstacle,
  from: Instance | undefined,
  to?: Instance,
) => string {
  const { t } = useTranslation('failOver')
  const { t: tVolumes } = useTranslation('volumes')
  const { t: tAttachments } = useTranslation('attachments')
  const { t: tInstances } = useTranslation('instances')
  const words = { tAttachments, tInstances }
  return (against, from, to) => {
    switch (against.kind) {
      case 'stuck':
        return t(`stuck.${against.left}`)
      case 'volume':
        return volumeObstacleText(tAttachments, against.obstacle, (status) =>
          statusWord(tVolumes, status),
        )
      case 'holder':
        return from ? instanceObstacleText(words, against.obstacle, from) : ''
      case 'standby':
        return to ? standbyObstacleText(t, words, against.obstacle, to) : ''
      default:
        return t(`obstacles.${against.kind}`)
    }
  }
}

/**
 * Tells why it makes no sense to open the fail over of a volume from a holder, in words. One that is stuck, or hangs, opens it
 * all the same, since that says the ways out.
 */
export function useFailOverReason(): (volume: Volume, from: HostHolder) => string | undefined {
  const { t } = useTranslation('hosts')
  const { t: tVolumes } = useTranslation('volumes')
  const person = useAttachActor()
  const words = useFailOverObstacleText()
  return (volume, { instanceId, instance, hostState }) => {
    if (person.readOnly) return tVolumes('obstacles.readOnlyRole')
    if (instanceId === null) return t('volume.heldByHost')
    const against = holderObstacle(volume, { instanceId, instance, hostState }, person)
    return !against || against.kind === 'stuck' || against.kind === 'hangs'
      ? undefined
      : words(against, instance)
  }
}
