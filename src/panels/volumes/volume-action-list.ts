import {
  type ActionObstacle,
  type Actor,
  deleteObstacle,
  editObstacle,
} from '#src/model/volume-actions.ts'
import type { Volume } from '#src/model/volume.ts'

import type { VolumesDialog } from './volumes-search.ts'

/** Something that can be done with a volume: a line of its menu. */
export type VolumeAction = {
  /** The dialog that it opens. */
  dialog: VolumesDialog
  label: 'actions.edit' | 'actions.manageAttachments' | 'actions.delete'
  /** Why it is not possible now, or undefined. */
  obstacle?: (volume: Volume, actor: Actor) => ActionObstacle | undefined
  /** Whether it could ever apply to this volume on this cloud; by default it could. */
  isOffered?: (volume: Volume, actor: Actor) => boolean
  danger?: true
}

/** The lines of a volume's menu, in Horizon's words and order. */
export const volumeActions: readonly VolumeAction[] = [
  { dialog: 'edit', label: 'actions.edit', obstacle: editObstacle },
  { dialog: 'attachments', label: 'actions.manageAttachments' },
  { dialog: 'delete', label: 'actions.delete', obstacle: deleteObstacle, danger: true },
]
