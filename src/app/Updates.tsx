import { Suspense, useEffect, useState } from 'react'

import { atFirstSign } from '#src/ui/at-first-sign.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'

const UpdateNotice = lazyPart(() => import('./UpdateNotice.tsx').then((m) => m.UpdateNotice))

/** Watches for updates of Mooring from the first use of the page on: after an update it could not be loaded any more. */
export function Updates() {
  const [used, setUsed] = useState(false)
  useEffect(() => atFirstSign([() => setUsed(true)]), [])
  return used ? (
    <Suspense>
      <UpdateNotice />
    </Suspense>
  ) : null
}
