import type { BulkDialogProps, VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import type { BulkDialogName, VolumeDialog } from '#src/panels/volumes/volumes-search.ts'
import { loadRunStep } from '#src/queries/attach/attachment-work.ts'
import { lazyPart, type LazyPart } from '#src/ui/lazy-part.tsx'

/** The dialogs about one volume, by their names in the address. Each is loaded when it is opened. */
export const volumeDialogs: Record<VolumeDialog, LazyPart<VolumeDialogProps>> = {
  edit: lazyPart(() =>
    import('#src/panels/volumes/change/EditVolumeDialog.tsx').then((m) => m.EditVolumeDialog),
  ),
  attachments: lazyPart(() =>
    import('#src/panels/volumes/attachments/ManageAttachmentsDialog.tsx').then(
      (m) => m.ManageAttachmentsDialog,
    ),
  ),
  instances: lazyPart(() =>
    import('#src/panels/volumes/attachments/InstancesDialog.tsx').then((m) => m.InstancesDialog),
  ),
  snapshot: lazyPart(() =>
    import('#src/panels/volumes/copy/CreateSnapshotDialog.tsx').then((m) => m.CreateSnapshotDialog),
  ),
  backup: lazyPart(() =>
    import('#src/panels/volumes/copy/CreateBackupDialog.tsx').then((m) => m.CreateBackupDialog),
  ),
  transfer: lazyPart(() =>
    import('#src/panels/volumes/transfer/CreateTransferDialog.tsx').then(
      (m) => m.CreateTransferDialog,
    ),
  ),
  'cancel-transfer': lazyPart(() =>
    import('#src/panels/volumes/transfer/CancelTransferDialog.tsx').then(
      (m) => m.CancelTransferDialog,
    ),
  ),
  revert: lazyPart(() =>
    import('#src/panels/volumes/copy/RevertToSnapshotDialog.tsx').then(
      (m) => m.RevertToSnapshotDialog,
    ),
  ),
  extend: lazyPart(() =>
    import('#src/panels/volumes/change/ExtendVolumeDialog.tsx').then((m) => m.ExtendVolumeDialog),
  ),
  retype: lazyPart(() =>
    import('#src/panels/volumes/change/ChangeTypeDialog.tsx').then((m) => m.ChangeTypeDialog),
  ),
  upload: lazyPart(() =>
    import('#src/panels/volumes/copy/UploadToImageDialog.tsx').then((m) => m.UploadToImageDialog),
  ),
  'read-only': lazyPart(() =>
    import('#src/panels/volumes/change/SetReadOnlyDialog.tsx').then((m) => m.SetReadOnlyDialog),
  ),
  bootable: lazyPart(() =>
    import('#src/panels/volumes/change/SetBootableDialog.tsx').then((m) => m.SetBootableDialog),
  ),
  'update-status': lazyPart(() =>
    import('#src/panels/volumes/administration/UpdateStatusDialog.tsx').then(
      (m) => m.UpdateStatusDialog,
    ),
  ),
  'force-detach': lazyPart(() =>
    import('#src/panels/volumes/administration/ForceDetachDialog.tsx').then(
      (m) => m.ForceDetachDialog,
    ),
  ),
  migrate: lazyPart(() =>
    import('#src/panels/volumes/administration/MigrateVolumeDialog.tsx').then(
      (m) => m.MigrateVolumeDialog,
    ),
  ),
  unmanage: lazyPart(() =>
    import('#src/panels/volumes/administration/UnmanageVolumeDialog.tsx').then(
      (m) => m.UnmanageVolumeDialog,
    ),
  ),
  metadata: lazyPart(() =>
    import('#src/panels/volumes/change/UpdateMetadataDialog.tsx').then(
      (m) => m.UpdateMetadataDialog,
    ),
  ),
}

/** The dialogs about the selected volumes, by their names in the address. Each is loaded when it is opened. */
export const bulkDialogs: Record<BulkDialogName, LazyPart<BulkDialogProps>> = {
  'detach-selected': lazyPart(() =>
    import('#src/panels/volumes/bulk/BulkDetachDialog.tsx').then((m) => m.BulkDetachDialog),
  ),
  'extend-selected': lazyPart(() =>
    import('#src/panels/volumes/bulk/BulkExtendDialog.tsx').then((m) => m.BulkExtendDialog),
  ),
  'snapshot-selected': lazyPart(() =>
    import('#src/panels/volumes/bulk/BulkSnapshotDialog.tsx').then((m) => m.BulkSnapshotDialog),
  ),
  'metadata-selected': lazyPart(() =>
    import('#src/panels/volumes/bulk/BulkMetadataDialog.tsx').then((m) => m.BulkMetadataDialog),
  ),
}

/** The panel's dialogs that are not about existing volumes, and Delete, which is about any number of them. */
export const CreateVolumeDialog = lazyPart(() =>
  import('#src/panels/volumes/create/CreateVolumeDialog.tsx').then((m) => m.CreateVolumeDialog),
)
export const AcceptTransferDialog = lazyPart(() =>
  import('#src/panels/volumes/transfer/AcceptTransferDialog.tsx').then(
    (m) => m.AcceptTransferDialog,
  ),
)
export const ManageVolumeDialog = lazyPart(() =>
  import('#src/panels/volumes/administration/ManageVolumeDialog.tsx').then(
    (m) => m.ManageVolumeDialog,
  ),
)
export const DeleteVolumesDialog = lazyPart(() =>
  import('#src/panels/volumes/change/DeleteVolumesDialog.tsx').then((m) => m.DeleteVolumesDialog),
)

/** Prefetches the code of the panel's dialogs, most used first. */
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
  () => void loadRunStep().catch(() => undefined),
]
