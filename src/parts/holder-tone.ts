import type { Holder } from '#src/model/holder.ts'
import type { Tone } from '#src/ui/StatusChip.tsx'

/** How the state of an attachment looks. */
export const holderTone: Record<Holder['state'], Tone> = {
  attached: 'good',
  attaching: 'busy',
  detaching: 'busy',
  failed: 'bad',
}
