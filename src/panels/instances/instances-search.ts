import { z } from 'zod/mini'

import { flagInAddress, tableInAddress, textInAddress } from '#src/parts/table/table-address.ts'

/** What of the Instances panel is kept in the address, so that a view can be sent to a colleague. */
export const instancesSearch = z.object({
  /** What the search box holds. */
  q: textInAddress,
  ...tableInAddress,
  status: textInAddress,
  /** Name of a volume that the instances hold. */
  holds: textInAddress,
  sharing: flagInAddress,
  /** The dialog that is open, the instance that it is about, and the volume that it is opened for. */
  dialog: z.catch(z.optional(z.enum(['attach', 'detach', 'volumes'])), undefined),
  instance: textInAddress,
  volume: textInAddress,
})

/** The state of the Instances panel's address. */
export type InstancesSearch = z.infer<typeof instancesSearch>

/** The dialogs of the Instances panel. */
export type InstancesDialog = NonNullable<InstancesSearch['dialog']>
