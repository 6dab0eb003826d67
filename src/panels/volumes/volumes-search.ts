import { z } from 'zod'

import { flagInAddress, tableInAddress, textInAddress } from '#src/parts/table-address.ts'

/** The dialogs about one volume, by their names in the address. */
export const volumeDialogNames = ['edit', 'attachments', 'instances'] as const

export type VolumeDialog = (typeof volumeDialogNames)[number]

/** What of the Volumes panel is kept in the address, so that a view can be sent to a colleague. */
export const volumesSearch = z.object({
  /** What the search box holds. */
  q: textInAddress,
  ...tableInAddress,
  status: textInAddress,
  shareable: flagInAddress,
  shared: flagInAddress,
  /** Name of an instance that holds the volumes. */
  instance: textInAddress,
  /** The dialog that is open, and the volume that it is about. */
  dialog: z
    .enum(['create', 'delete', ...volumeDialogNames])
    .optional()
    .catch(undefined),
  volume: textInAddress,
})

/** The state of the Volumes panel's address. */
export type VolumesSearch = z.infer<typeof volumesSearch>

/** The dialogs of the Volumes panel. */
export type VolumesDialog = NonNullable<VolumesSearch['dialog']>

export const isVolumeDialog = (dialog: VolumesDialog): dialog is VolumeDialog =>
  volumeDialogNames.some((name) => name === dialog)
