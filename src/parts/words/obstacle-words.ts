import type { TFunction } from 'i18next'

import type { InstanceObstacle, VolumeObstacle } from '#src/model/attach/attach-obstacle.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import type { ActionObstacle } from '#src/model/volume/volume-actions.ts'

import { instanceStatusWord, taskWord } from './instance-status-words.ts'
import { statusWord } from './status-words.ts'

/** Why an action is not possible, in the reader's language. */
export function actionObstacleText(t: TFunction<'volumes'>, obstacle: ActionObstacle): string {
  switch (obstacle.kind) {
    case 'read-only-role':
      return t('obstacles.readOnlyRole')
    case 'attached':
      return t('obstacles.attached', { count: obstacle.count })
    case 'changing':
      return t('obstacles.changing', { status: statusWord(t, obstacle.status) })
    case 'status':
      return t('obstacles.status', { status: statusWord(t, obstacle.status) })
    case 'in-group':
      return t('obstacles.inGroup')
    case 'old-cinder':
      return t('obstacles.oldCinder', { least: obstacle.least })
    case 'encrypted':
      return t('obstacles.encrypted')
    case 'no-snapshots':
      return t('obstacles.noSnapshots')
    case 'snapshot-status':
      return t('obstacles.snapshotStatus', { status: statusWord(t, obstacle.status) })
    case 'snapshot-size':
      return t('obstacles.snapshotSize', { size: obstacle.sizeGiB })
    case 'needs-available':
      return obstacle.attachedTo > 0
        ? t('obstacles.needsDetached', { count: obstacle.attachedTo })
        : t('obstacles.needsAvailable', { status: statusWord(t, obstacle.status) })
    case 'too-old-in-use':
      return t('obstacles.tooOldInUse', { least: obstacle.least })
    case 'has-snapshots':
      return t('obstacles.hasSnapshots', { count: obstacle.count })
    case 'snapshot-busy':
      return t('obstacles.snapshotBusy', { status: statusWord(t, obstacle.status) })
    case 'not-bootable':
      return t('obstacles.notBootable')
    case 'migrating':
      return t('obstacles.migrating')
    case 'replicated':
      return t('obstacles.replicated', { status: obstacle.status })
    case 'encrypted-unmanaged':
      return t('obstacles.encryptedUnmanaged')
    case 'several-attachments':
      return t('obstacles.severalAttachments', { count: obstacle.count })
    case 'not-attached':
      return t('obstacles.notAttached')
  }
}

/** The texts that say why an instance can't take a volume, or let one go. */
export type InstanceObstacleWords = {
  tAttachments: TFunction<'attachments'>
  tInstances: TFunction<'instances'>
}

/** Why an instance can't take a volume, or might not, or does not let one go, in the reader's language. */
export function instanceObstacleText(
  { tAttachments: t, tInstances }: InstanceObstacleWords,
  obstacle: InstanceObstacle,
  instance: Instance | undefined,
): string {
  switch (obstacle) {
    case 'busy':
      return t('instanceObstacles.busy', { task: taskWord(tInstances, instance?.taskState ?? '') })
    case 'wrong-state':
      return t('instanceObstacles.wrong-state', {
        status: instanceStatusWord(tInstances, instance?.status ?? ''),
      })
    case 'other-zone':
      return t('instanceObstacles.other-zone', { zone: instance?.availabilityZone })
    default:
      return t(`instanceObstacles.${obstacle}`)
  }
}

/** Why a volume can't be attached to one more instance, in the reader's language. */
export const volumeObstacleText = (
  t: TFunction<'attachments'>,
  obstacle: VolumeObstacle,
  statusText: (status: string) => string,
): string =>
  obstacle.kind === 'status'
    ? t('volumeObstacles.status', { status: statusText(obstacle.status) })
    : t(`volumeObstacles.${obstacle.kind}`)
