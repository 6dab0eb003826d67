import type { ParseKeys } from 'i18next'

import type { Actor } from '#src/model/cloud/actor.ts'
import { latestSnapshotOf, type Snapshot } from '#src/model/snapshot/snapshot.ts'
import {
  copyObstacle,
  revertObstacle,
  revertToObstacle,
} from '#src/model/snapshot/take-snapshot.ts'
import {
  cancelTransferObstacle,
  createTransferObstacle,
  isOnOffer,
} from '#src/model/volume/transfer.ts'
import {
  type ActionObstacle,
  deleteObstacle,
  editObstacle,
  forceDeleteObstacle,
} from '#src/model/volume/volume-actions.ts'
import {
  forceDetachObstacle,
  migrateObstacle,
  resetObstacle,
  unmanageObstacle,
} from '#src/model/volume/volume-administration.ts'
import {
  bootableFlagObstacle,
  extendObstacle,
  launchAddress,
  launchObstacle,
  metadataObstacle,
  readOnlyFlagObstacle,
  retypeObstacle,
  uploadObstacle,
} from '#src/model/volume/volume-change.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import type { VolumesDialog } from '#src/panels/volumes/volumes-search.ts'

/** What else is known that a line of the menu depends on; undefined where it is not read yet. */
type Around = { snapshots: readonly Snapshot[] | undefined }

/** Something that can be done with a volume: a line of its menu. */
export type VolumeAction = {
  label: Extract<ParseKeys<'volumes'>, `actions.${string}`>
  /** Why it is not possible now, or undefined. */
  obstacle?: (volume: Volume, actor: Actor, around: Around) => ActionObstacle | undefined
  /** Whether it could ever apply to this volume on this cloud; by default it could. */
  isOffered?: (volume: Volume, actor: Actor) => boolean
  danger?: true
} & (
  | {
      /** The dialog that it opens. */
      dialog: VolumesDialog
    }
  | {
      /** The address elsewhere that it leads to. */
      address: (volume: Volume, actor: Actor) => string
    }
)

/** Whether it belongs to the pages about all projects. */
const forAllProjects = (_volume: Volume, { allProjects = false }: Actor) => allProjects

/** The lines of a volume's menu, in Horizon's words and order. */
export const volumeActions: readonly VolumeAction[] = [
  { dialog: 'edit', label: 'actions.edit', obstacle: editObstacle },
  { dialog: 'extend', label: 'actions.extend', obstacle: extendObstacle },
  {
    address: (volume, { launchUrl = '' }) => launchAddress(launchUrl, volume),
    label: 'actions.launch',
    isOffered: (_volume, { launchUrl }) => launchUrl !== undefined,
    obstacle: launchObstacle,
  },
  { dialog: 'attachments', label: 'actions.manageAttachments' },
  { dialog: 'snapshot', label: 'actions.createSnapshot', obstacle: copyObstacle },
  {
    dialog: 'backup',
    label: 'actions.createBackup',
    obstacle: copyObstacle,
    isOffered: (_volume, { hasBackupService = false }) => hasBackupService,
  },
  { dialog: 'retype', label: 'actions.retype', obstacle: retypeObstacle },
  { dialog: 'upload', label: 'actions.upload', obstacle: uploadObstacle },
  {
    dialog: 'transfer',
    label: 'actions.createTransfer',
    obstacle: createTransferObstacle,
    isOffered: (volume) => !isOnOffer(volume),
  },
  {
    dialog: 'cancel-transfer',
    label: 'actions.cancelTransfer',
    obstacle: cancelTransferObstacle,
    isOffered: isOnOffer,
  },
  {
    dialog: 'revert',
    label: 'actions.revert',
    obstacle: (volume, actor, { snapshots }) =>
      revertObstacle(volume, actor) ??
      (snapshots && revertToObstacle(volume, latestSnapshotOf(snapshots, volume.id))),
  },
  { dialog: 'read-only', label: 'actions.readOnly', obstacle: readOnlyFlagObstacle },
  { dialog: 'bootable', label: 'actions.bootable', obstacle: bootableFlagObstacle },
  { dialog: 'metadata', label: 'actions.metadata', obstacle: metadataObstacle },
  {
    dialog: 'update-status',
    label: 'actions.updateStatus',
    obstacle: resetObstacle,
    isOffered: forAllProjects,
  },
  {
    dialog: 'force-detach',
    label: 'actions.forceDetach',
    obstacle: (volume, actor) =>
      forceDetachObstacle(volume, actor) ??
      // Since CVE-2023-2088: cinder/volume/api.py, `attachment_deletion_allowed`.
      (volume.attachments.length > 1
        ? { kind: 'several-attachments', count: volume.attachments.length }
        : undefined),
    isOffered: forAllProjects,
    danger: true,
  },
  {
    dialog: 'migrate',
    label: 'actions.migrate',
    obstacle: (volume, actor) => migrateObstacle(volume, actor),
    isOffered: forAllProjects,
  },
  {
    dialog: 'unmanage',
    label: 'actions.unmanage',
    obstacle: (volume, actor) => unmanageObstacle(volume, actor),
    isOffered: forAllProjects,
    danger: true,
  },
  {
    dialog: 'delete',
    label: 'actions.delete',
    // An administrator may force it, whatever the status is.
    obstacle: (volume, actor) =>
      actor.allProjects === true
        ? forceDeleteObstacle(volume, actor)
        : deleteObstacle(volume, actor),
    danger: true,
  },
]
