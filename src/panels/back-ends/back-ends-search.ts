import { z } from 'zod/mini'

import { textInAddress } from '#src/parts/table/table-address.ts'

/** What of the page Back Ends is kept in the address. */
export const backEndsSearch = z.object({
  /** What the search box holds. */
  q: textInAddress,
  /** The dialog that is open, and the service that it is about. */
  dialog: z.catch(z.optional(z.enum(['enable', 'disable'])), undefined),
  service: textInAddress,
})

/** The state of the page's address. */
export type BackEndsSearch = z.infer<typeof backEndsSearch>
