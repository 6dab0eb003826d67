import { type ComponentType, lazy } from 'react'

import type { Volume } from '#src/model/volume.ts'

import type { BulkDialogName } from './volumes-search.ts'

/** What every dialog about the selected volumes is given; they stay the same while it is open. */
export type BulkDialogProps = { volumes: readonly Volume[]; onClose: () => void }

/** The dialogs about the selected volumes, by their names in the address. Each is loaded when it is opened. */
export const bulkDialogs: Record<BulkDialogName, ComponentType<BulkDialogProps>> = {
  'detach-selected': lazy(() =>
    import('./BulkDetachDialog.tsx').then((m) => ({ default: m.BulkDetachDialog })),
  ),
  'extend-selected': lazy(() =>
    import('./BulkExtendDialog.tsx').then((m) => ({ default: m.BulkExtendDialog })),
  ),
  'snapshot-selected': lazy(() =>
    import('./BulkSnapshotDialog.tsx').then((m) => ({ default: m.BulkSnapshotDialog })),
  ),
  'describe-selected': lazy(() =>
    import('./BulkMetadataDialog.tsx').then((m) => ({ default: m.BulkMetadataDialog })),
  ),
}
