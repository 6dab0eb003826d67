import type { TFunction } from 'i18next'

import type { SnapshotObstacle } from '#src/model/snapshot/snapshot-actions.ts'
import { isChangingSnapshotStatus, type SnapshotStatus } from '#src/model/snapshot/snapshot.ts'
import type { Tone } from '#src/ui/chips/StatusChip.tsx'

const words = {
  creating: 'status.creating',
  available: 'status.available',
  updating: 'status.updating',
  deleting: 'status.deleting',
  error: 'status.error',
  error_deleting: 'status.error_deleting',
  unmanaging: 'status.unmanaging',
  'backing-up': 'status.backing-up',
  restoring: 'status.restoring',
} as const

const isKnown = (status: string): status is keyof typeof words => status in words

/** The status of a snapshot in the reader's language; one that we don't know stays in the cloud's word. */
export const snapshotStatusWord = (t: TFunction<'snapshots'>, status: SnapshotStatus): string =>
  isKnown(status) ? t(words[status]) : status

/** How the status of a snapshot is to look. */
export function snapshotToneOf(status: SnapshotStatus): Tone {
  if (status.startsWith('error')) return 'bad'
  if (isChangingSnapshotStatus(status)) return 'busy'
  return status === 'available' ? 'good' : 'neutral'
}

/** Why an action on a snapshot is not possible, in the reader's language. */
export function snapshotObstacleText(
  t: TFunction<'snapshots'>,
  obstacle: SnapshotObstacle,
): string {
  switch (obstacle.kind) {
    case 'read-only-role':
      return t('obstacles.readOnlyRole')
    case 'changing':
      return t('obstacles.changing', { status: snapshotStatusWord(t, obstacle.status) })
    case 'status':
      return t('obstacles.status', { status: snapshotStatusWord(t, obstacle.status) })
    case 'in-group':
      return t('obstacles.inGroup')
  }
}
