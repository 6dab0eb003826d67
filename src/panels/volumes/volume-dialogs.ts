import { type ComponentType, lazy } from 'react'

import type { Volume } from '#src/model/volume.ts'

import type { VolumeDialog } from './volumes-search.ts'

/** What every dialog about one volume is given. */
export type VolumeDialogProps = { volume: Volume; onClose: () => void }

/** The dialogs about one volume, by their names in the address. Each is loaded when it is opened. */
export const volumeDialogs: Record<VolumeDialog, ComponentType<VolumeDialogProps>> = {
  edit: lazy(() => import('./EditVolumeDialog.tsx').then((m) => ({ default: m.EditVolumeDialog }))),
  attachments: lazy(() =>
    import('./ManageAttachmentsDialog.tsx').then((m) => ({ default: m.ManageAttachmentsDialog })),
  ),
  instances: lazy(() =>
    import('./InstancesDialog.tsx').then((m) => ({ default: m.InstancesDialog })),
  ),
  snapshot: lazy(() =>
    import('./CreateSnapshotDialog.tsx').then((m) => ({ default: m.CreateSnapshotDialog })),
  ),
  backup: lazy(() =>
    import('./CreateBackupDialog.tsx').then((m) => ({ default: m.CreateBackupDialog })),
  ),
  transfer: lazy(() =>
    import('./CreateTransferDialog.tsx').then((m) => ({ default: m.CreateTransferDialog })),
  ),
  'cancel-transfer': lazy(() =>
    import('./CancelTransferDialog.tsx').then((m) => ({ default: m.CancelTransferDialog })),
  ),
  revert: lazy(() =>
    import('./RevertToSnapshotDialog.tsx').then((m) => ({ default: m.RevertToSnapshotDialog })),
  ),
  extend: lazy(() =>
    import('./ExtendVolumeDialog.tsx').then((m) => ({ default: m.ExtendVolumeDialog })),
  ),
  retype: lazy(() =>
    import('./ChangeTypeDialog.tsx').then((m) => ({ default: m.ChangeTypeDialog })),
  ),
  upload: lazy(() =>
    import('./UploadToImageDialog.tsx').then((m) => ({ default: m.UploadToImageDialog })),
  ),
  'read-only': lazy(() =>
    import('./SetReadOnlyDialog.tsx').then((m) => ({ default: m.SetReadOnlyDialog })),
  ),
  bootable: lazy(() =>
    import('./SetBootableDialog.tsx').then((m) => ({ default: m.SetBootableDialog })),
  ),
  'update-status': lazy(() =>
    import('./UpdateStatusDialog.tsx').then((m) => ({ default: m.UpdateStatusDialog })),
  ),
  'force-detach': lazy(() =>
    import('./ForceDetachDialog.tsx').then((m) => ({ default: m.ForceDetachDialog })),
  ),
  migrate: lazy(() =>
    import('./MigrateVolumeDialog.tsx').then((m) => ({ default: m.MigrateVolumeDialog })),
  ),
  unmanage: lazy(() =>
    import('./UnmanageVolumeDialog.tsx').then((m) => ({ default: m.UnmanageVolumeDialog })),
  ),
  metadata: lazy(() =>
    import('./UpdateMetadataDialog.tsx').then((m) => ({ default: m.UpdateMetadataDialog })),
  ),
}
