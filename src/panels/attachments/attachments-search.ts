import { z } from 'zod/mini'

import { auditVerdicts } from '#src/model/audit/audit-verdict.ts'
import { flagInAddress, tableInAddress, textInAddress } from '#src/parts/table/table-address.ts'

/** What of the Attachments panel is kept in the address. */
export const attachmentsSearch = z.object({
  ...tableInAddress,
  /** What the search box holds. */
  q: textInAddress,
  verdict: z.catch(z.optional(z.enum(auditVerdicts)), undefined),
  /** Id of a project. */
  project: textInAddress,
  /** Name of a compute host. */
  host: textInAddress,
  /** Whether what agrees is shown as well. */
  agreed: flagInAddress,
  /** From when on what passes counts as stuck. */
  minutes: z.catch(
    z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000))),
    undefined,
  ),
  dialog: z.catch(z.optional(z.enum(['details', 'repair'])), undefined),
  /** The row that the dialog is about; none: those that are selected. */
  row: textInAddress,
})

/** The state of the Attachments panel's address. */
export type AttachmentsSearch = z.infer<typeof attachmentsSearch>

/** From when on something counts as stuck where the address does not say, in minutes. */
export const usualMinutes = 15
