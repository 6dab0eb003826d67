import { loadCarryOut } from '#src/queries/attachment-work.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'

import { bulkDialogs } from './bulk-dialogs.ts'
import { volumeDialogs } from './volume-dialogs.ts'

/** The panel's dialogs about no volume that there is, and the one about any number of them. */
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

/** Fetches the code of the panel's dialogs, those first that are opened most. */
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
