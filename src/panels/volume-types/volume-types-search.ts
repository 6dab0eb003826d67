import { z } from 'zod/mini'

import { flagInAddress, tableInAddress, textInAddress } from '#src/parts/table/table-address.ts'

/** The dialogs about one type, by their names in the address. */
export const typeDialogNames = [
  'edit',
  'specs',
  'encryption',
  'delete-encryption',
  'access',
  'default',
] as const

/** The name of a dialog about one type. */
export type TypeDialog = (typeof typeDialogNames)[number]

/** What of the Volume Types panel is kept in the address. */
export const volumeTypesSearch = z.object({
  ...tableInAddress,
  /** What the search box holds. */
  q: textInAddress,
  shareable: flagInAddress,
  /** The dialog that is open, and the type that it is about. */
  dialog: z.catch(z.optional(z.enum(['create', 'delete', ...typeDialogNames])), undefined),
  type: textInAddress,
})

/** The state of the Volume Types panel's address. */
export type VolumeTypesSearch = z.infer<typeof volumeTypesSearch>

/** The dialogs of the Volume Types panel. */
export type VolumeTypesDialog = NonNullable<VolumeTypesSearch['dialog']>
