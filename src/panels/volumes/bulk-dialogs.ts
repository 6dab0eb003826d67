import type { Volume } from '#src/model/volume.ts'
import { lazyPart, type LazyPart } from '#src/ui/lazy-part.tsx'

import type { BulkDialogName } from './volumes-search.ts'

/** What every dialog about the selected volumes is given; they stay the same while it is open. */
export type BulkDialogProps = { volumes: readonly Volume[]; onClose: () => void }

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
