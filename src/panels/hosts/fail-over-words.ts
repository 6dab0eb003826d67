import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { FailOverObstacle, StandbyObstacle } from '#src/model/fail-over.ts'
import type { Instance } from '#src/model/instance.ts'
import { instanceObstacleText, volumeObstacleText } from '#src/parts/obstacle-words.ts'
import { statusWord } from '#src/parts/status-words.ts'

/** Why an instance can't stand in, in the reader's language. */
export function standbyObstacleText(
  t: TFunction<'failOver'>,
  tAttachments: TFunction<'attachments'>,
  against: StandbyObstacle,
  instance: Instance,
): string {
  return against.kind === 'instance'
    ? instanceObstacleText(tAttachments, against.obstacle, instance)
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
  return (against, from, to) => {
    switch (against.kind) {
      case 'stuck':
        return t(`stuck.${against.left}`)
      case 'volume':
        return volumeObstacleText(tAttachments, against.obstacle, (status) =>
          statusWord(tVolumes, status),
        )
      case 'holder':
        return from ? instanceObstacleText(tAttachments, against.obstacle, from) : ''
      case 'standby':
        return to ? standbyObstacleText(t, tAttachments, against.obstacle, to) : ''
      default:
        return t(`obstacles.${against.kind}`)
    }
  }
}
