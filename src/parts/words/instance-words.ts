import type { TFunction } from 'i18next'

import type { HeldObstacle, InstanceActionObstacle } from '#src/model/instance/instance-actions.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import type { Tone } from '#src/ui/chips/StatusChip.tsx'

import { actionObstacleText, instanceObstacleText } from './obstacle-words.ts'

/** How an instance's status is to look. */
export function instanceTone({ status, taskState }: Instance): Tone {
  if (status === 'ERROR') return 'bad'
  if (status === 'BUILD' || taskState !== null) return 'busy'
  return status === 'ACTIVE' ? 'good' : 'neutral'
}

type Words = {
  t: TFunction<'instances'>
  tVolumes: TFunction<'volumes'>
  tAttachments: TFunction<'attachments'>
}

/** Why nothing can be attached to an instance or detached from it, in the reader's language. */
export function instanceActionText(
  { t, tVolumes, tAttachments }: Words,
  against: InstanceActionObstacle,
  instance: Instance,
): string {
  switch (against.kind) {
    case 'read-only-role':
      return tVolumes('obstacles.readOnlyRole')
    case 'no-volume':
      return t('obstacles.noVolume')
    case 'instance':
      return instanceObstacleText({ tAttachments, tInstances: t }, against.obstacle, instance)
    case 'held':
      return heldObstacleText({ t, tVolumes, tAttachments }, against.obstacle)
  }
}

/** Why one of an instance's volumes can't be detached, in the reader's language. */
export function heldObstacleText(
  { t, tVolumes, tAttachments }: Words,
  against: HeldObstacle,
): string {
  switch (against.kind) {
    case 'state':
      return tVolumes(`holder.${against.state}`)
    case 'not-visible':
      return t('held.not-visible')
    case 'root-device':
      return tAttachments('instanceObstacles.root-device')
    case 'volume':
      return actionObstacleText(tVolumes, against.obstacle)
  }
}
