import type { Volume } from '#src/model/volume.ts'
import { lazyPart, type LazyPart } from '#src/ui/lazy-part.tsx'

import type { VolumeDialog } from './volumes-search.ts'

/** What every dialog about one volume is given. */
export type VolumeDialogProps = { volume: Volume; onClose: () => void }

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
