import { Suspense, useEffect, useState } from 'react'

import { lazyPart } from '#src/ui/lazy-part.tsx'
import { atFirstSign } from '#src/ui/on-first-input.ts'

const Notices = lazyPart(() => import('./Notices.tsx').then((m) => m.Notices))

/**
 * Watches, from the first use of the page on, for what it has to say of itself: after an update, or without a network, the
 * words could not be loaded any more.
 */
export function Updates() {
  const [used, setUsed] = useState(false)
  useEffect(() => atFirstSign([() => setUsed(true)]), [])
  return used ? (
    <Suspense>
      <Notices />
    </Suspense>
  ) : null
}
