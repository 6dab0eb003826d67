import { useTranslation } from 'react-i18next'

import {
  instanceObstacle,
  type InstanceObstacle,
  isOnlyDoubt,
  volumeObstacle,
  type VolumeObstacle,
} from '#src/model/attach/attach-obstacle.ts'
import type { SharingColumn } from '#src/model/attach/sharing-matrix.ts'
import { sharingObstacle } from '#src/model/cloud/microversion.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { useActorRole } from '#src/parts/use-actor-role.ts'
import { instanceObstacleText, volumeObstacleText } from '#src/parts/words/obstacle-words.ts'
import { statusWord } from '#src/parts/words/status-words.ts'
import { useScope } from '#src/queries/session.ts'

/** Why a volume can't be attached to an instance, or perhaps not. */
export type CellObstacle =
  | { kind: 'gone' }
  | { kind: 'volume'; obstacle: VolumeObstacle }
  | { kind: 'instance'; obstacle: InstanceObstacle }

/** Tells why a volume can't be attached to the instance of a column, or undefined. */
export function useCellObstacle(): (
  volume: Volume,
  column: SharingColumn,
) => CellObstacle | undefined {
  const scope = useScope()
  const { readOnly, administrator } = useActorRole()
  const cloudCanShare = sharingObstacle(scope) === undefined
  return (volume, { instance }) => {
    const ofVolume = volumeObstacle(volume, { readOnly, cloudCanShare })
    if (ofVolume) return { kind: 'volume', obstacle: ofVolume }
    if (instance === undefined) return { kind: 'gone' }
    const between = instanceObstacle(volume, instance, { administrator })
    // Nova may say that it holds the volume for a while after Cinder knows better.
    return between === undefined || between === 'already-attached'
      ? undefined
      : { kind: 'instance', obstacle: between }
  }
}

/** Whether the obstacle keeps one from trying. */
export const isBlocking = (obstacle: CellObstacle | undefined): boolean =>
  obstacle !== undefined && !(obstacle.kind === 'instance' && isOnlyDoubt(obstacle.obstacle))

/** Says why, in the reader's language. */
export function useCellObstacleText(): (obstacle: CellObstacle, column: SharingColumn) => string {
  const { t } = useTranslation('sharing')
  const { t: tVolumes } = useTranslation('volumes')
  const { t: tAttachments } = useTranslation('attachments')
  const { t: tInstances } = useTranslation('instances')
  return (against, { instance }) => {
    if (against.kind === 'volume')
      return volumeObstacleText(tAttachments, against.obstacle, (one) => statusWord(tVolumes, one))
    if (against.kind === 'gone' || instance === undefined) return t('attach.gone')
    return instanceObstacleText({ tAttachments, tInstances }, against.obstacle, instance)
  }
}
