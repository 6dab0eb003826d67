import { observeElementRect, type Virtualizer } from '@tanstack/react-virtual'

const assumed = { width: 1024, height: 600 }

/**
 * Like TanStack's observer; but an element without a height (not laid out yet, or where nothing is laid
 * out at all) counts as one of usual size, so that what it holds is drawn.
 */
export const observeLaidOutRect = (
  virtualizer: Virtualizer<HTMLElement, Element>,
  report: (rect: { width: number; height: number }) => void,
) => observeElementRect(virtualizer, (rect) => report(rect.height > 0 ? rect : assumed))
