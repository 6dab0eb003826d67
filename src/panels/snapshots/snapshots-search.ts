import { z } from 'zod/mini'

import { tableInAddress, textInAddress } from '#src/parts/table/table-address.ts'

/** The dialogs about one snapshot, by their names in the address. */
export const snapshotDialogNames = ['edit', 'metadata'] as const

/** What of the Snapshots panel is kept in the address. */
export const snapshotsSearch = z.object({
  ...tableInAddress,
  /** What the search box holds. */
  q: textInAddress,
  status: textInAddress,
  /** Id of the volume that the snapshots are of. */
  of: textInAddress,
  /** The dialog that is open, and the snapshot that it is about. */
  dialog: z.catch(z.optional(z.enum(['delete', ...snapshotDialogNames])), undefined),
  snapshot: textInAddress,
})

/** The state of the Snapshots panel's address. */
export type SnapshotsSearch = z.infer<typeof snapshotsSearch>

/** The dialogs of the Snapshots panel. */
export type SnapshotsDialog = NonNullable<SnapshotsSearch['dialog']>

/** What of a snapshot's page is kept in the address. */
export const snapshotSearch = z.pick(snapshotsSearch, { dialog: true })
