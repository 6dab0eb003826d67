import { loadCarryOut } from '#src/queries/attachment-work.ts'
import { lazyPart, type LazyPart } from '#src/ui/lazy-part.tsx'

import type { BulkDialogProps, VolumeDialogProps } from './dialog-props.ts'
import type { BulkDialogName, VolumeDialog } from './volumes-search.ts'

/** The dialogs about one volume, by their names in the address. Each is loaded when it is opened. */
export const volumeDialogs: Record<VolumeDialog, LazyPart<VolumeDialogProps>> = {
  edit: lazyPart(() => import('./EditVolumeDialog.tsx').then((m) => m.EditVolumeDialog)),
  attachments: lazyPart(() =>
    import('./ManageAttachmentsDialog.tsx').then((m) => m.ManageAttachmentsDialog),
  ),
  instances: lazyPart(() => import('./InstancesDialog.tsx').then((m) => m.InstancesDialog)),
  snapshot: lazyPart(() =>
    import('./CreateSnapshotDialog.tsx').then((m) => m.CreateSnapshotDialog),
  ),
  backup: lazyPart(() => import('./CreateBackupDialog.tsx').then((m) => m.CreateBackupDialog)),
  transfer: lazyPart(() =>
    import('./CreateTransferDialog.tsx').then((m) => m.CreateTransferDialog),
  ),
  'cancel-transfer': lazyPart(() =>
    import('./CancelTransferDialog.tsx').then((m) => m.CancelTransferDialog),
  ),
  revert: lazyPart(() =>
    import('./RevertToSnapshotDialog.tsx').then((m) => m.RevertToSnapshotDialog),
  ),
  extend: lazyPart(() => import('./ExtendVolumeDialog.tsx').then((m) => m.ExtendVolumeDialog)),
  retype: lazyPart(() => import('./ChangeTypeDialog.tsx').then((m) => m.ChangeTypeDialog)),
  upload: lazyPart(() => import('./UploadToImageDialog.tsx').then((m) => m.UploadToImageDialog)),
  'read-only': lazyPart(() => import('./SetReadOnlyDialog.tsx').then((m) => m.SetReadOnlyDialog)),
  bootable: lazyPart(() => import('./SetBootableDialog.tsx').then((m) => m.SetBootableDialog)),
  'update-status': lazyPart(() =>
    import('./UpdateStatusDialog.tsx').then((m) => m.UpdateStatusDialog),
  ),
  'force-detach': lazyPart(() =>
    import('./ForceDetachDialog.tsx').then((m) => m.ForceDetachDialog),
  ),
  migrate: lazyPart(() => import('./MigrateVolumeDialog.tsx').then((m) => m.MigrateVolumeDialog)),
  unmanage: lazyPart(() =>
    import('./UnmanageVolumeDialog.tsx').then((m) => m.UnmanageVolumeDialog),
  ),
  metadata: lazyPart(() =>
    import('./UpdateMetadataDialog.tsx').then((m) => m.UpdateMetadataDialog),
  ),
}

/** The dialogs about the selected volumes, by their names in the address. Each is loaded when it is opened. */
export const bulkDialogs: Record<BulkDialogName, LazyPart<BulkDialogProps>> = {
  'detach-selected': lazyPart(() =>
    import('./BulkDetachDialog.tsx').then((m) => m.BulkDetachDialog),
  ),
  'extend-selected': lazyPart(() =>
    import('./BulkExtendDialog.tsx').then((m) => m.BulkExtendDialog),
  ),
  'snapshot-selected': lazyPart(() =>
    import('./BulkSnapshotDialog.tsx').then((m) => m.BulkSnapshotDialog),
  ),
  'describe-selected': lazyPart(() =>
    import('./BulkMetadataDialog.tsx').then((m) => m.BulkMetadataDialog),
  ),
}

/** The panel's dialogs that are not about existing volumes, and Delete, which is about any number of them. */
export const CreateVolumeDialog = lazyPart(() =>
  import('./CreateVolumeDialog.tsx').then((m) => m.CreateVolumeDialog),
)
export const AcceptTransferDialog = lazyPart(() =>
  import('./AcceptTransferDialog.tsx').then((m) => m.AcceptTransferDialog),
)
export const ManageVolumeDialog = lazyPart(() =>
  import('./ManageVolumeDialog.tsx').then((m) => m.ManageVolumeDialog),
)
export const DeleteVolumesDialog = lazyPart(() =>
  import('./DeleteVolumesDialog.tsx').then((m) => m.DeleteVolumesDialog),
)

/** Prefetches the code of the panel's dialogs, the most used first. */
export const dialogsAhead: readonly (() => void)[] = [
  ...[
    volumeDialogs.attachments,
    volumeDialogs.instances,
    CreateVolumeDialog,
    DeleteVolumesDialog,
    ...Object.values(volumeDialogs),
    ...Object.values(bulkDialogs),
    AcceptTransferDialog,
  ].map(({ preload }) => preload),
  () => void loadCarryOut().catch(() => undefined),
]
