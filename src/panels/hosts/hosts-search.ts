import { z } from 'zod/mini'

import { flagInAddress, tableInAddress, textInAddress } from '#src/parts/table/table-address.ts'

/** What of the page Hosts is kept in the address, so that a view can be sent to a colleague. */
export const hostsSearch = z.object({
  ...tableInAddress,
  /** What the search box holds. */
  q: textInAddress,
  /** Those that are not up, in the table of hosts. */
  down: flagInAddress,
  /** The host that is open. */
  host: textInAddress,
  /** Volumes of the host that only one instance may hold are shown too. */
  all: flagInAddress,
  /** The dialog that is open, the volume that it is about, and the instance that is to lose it. */
  dialog: z.catch(z.optional(z.enum(['holders', 'fail-over'])), undefined),
  volume: textInAddress,
  instance: textInAddress,
})

/** The state of the page's address. */
export type HostsSearch = z.infer<typeof hostsSearch>
