import type { Holder } from '#src/model/attach/holder.ts'
import type { Tone } from '#src/ui/chips/StatusChip.tsx'

/** How the state of an attachment looks. */
export const holderTone: Record<Holder['state'], Tone> = {
  attached: 'good',
  attaching: 'busy',
  detaching: 'busy',
  failed: 'bad',
}
