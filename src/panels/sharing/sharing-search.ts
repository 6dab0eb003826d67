import { z } from 'zod/mini'

import { flagInAddress, textInAddress } from '#src/parts/table/table-address.ts'

/** What of the page Shared Volumes is kept in the address. */
export const sharingSearch = z.object({
  /** What the search box for volumes holds. */
  q: textInAddress,
  /** What the search box for instances holds. */
  on: textInAddress,
  /** Availability zone of the instances. */
  zone: textInAddress,
  /** Only volumes that some instance lacks. */
  gaps: flagInAddress,
  /** The cell whose dialog is open: a volume and an instance. */
  volume: textInAddress,
  instance: textInAddress,
})

/** The state of the page's address. */
export type SharingSearch = z.infer<typeof sharingSearch>
