import { z } from 'zod'

import { auditVerdicts } from '#src/model/attachment-audit.ts'
import { flagInAddress, tableInAddress, textInAddress } from '#src/parts/table-address.ts'

/** What of the Attachments panel is kept in the address. */
export const attachmentsSearch = z.object({
  ...tableInAddress,
  /** What the search box holds. */
  q: textInAddress,
  verdict: z.enum(auditVerdicts).optional().catch(undefined),
  /** Id of a project. */
  project: textInAddress,
  /** Name of a compute host. */
  host: textInAddress,
  /** Whether what agrees is shown as well. */
  agreed: flagInAddress,
  /** From when on what passes counts as stuck. */
  minutes: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined),
  dialog: z.enum(['details', 'repair']).optional().catch(undefined),
  /** The row that the dialog is about; none: those that are selected. */
  row: textInAddress,
})

/** The state of the Attachments panel's address. */
export type AttachmentsSearch = z.infer<typeof attachmentsSearch>

/** From when on something counts as stuck where the address does not say, in minutes. */
export const usualMinutes = 15
