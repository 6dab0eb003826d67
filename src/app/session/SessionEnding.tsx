import { Suspense, useEffect, useState } from 'react'

import { serverNow } from '#src/openstack/session/server-clock.ts'
import { useScope } from '#src/queries/session.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'

// Loaded lazily: most sessions never end while somebody works.
const SessionEndingBar = lazyPart(() =>
  import('./SessionEndingBar.tsx').then((m) => m.SessionEndingBar),
)

/** How long before its end a session is said to end, in ms. */
const warningMs = 5 * 60_000

/** The longest wait that browsers' timers can do, in ms. */
const longestWait = 2 ** 31 - 1

/** Whether the session ends within the next minutes, by the server's clock. */
function useEndsSoon(expiresAt: string): boolean {
  const [, look] = useState(0)
  const wait = Date.parse(expiresAt) - warningMs - serverNow()
  useEffect(() => {
    if (wait <= 0) return undefined
    const timer = setTimeout(() => look((count) => count + 1), Math.min(wait, longestWait))
    return () => clearTimeout(timer)
  }, [wait])
  return wait <= 0
}

/** Says, five minutes before, that the session ends, and lets the person sign in again in place. */
export function SessionEnding() {
  const scope = useScope()
  const soon = useEndsSoon(scope.expiresAt)
  return (
    soon && (
      <Suspense>
        <SessionEndingBar session={scope} />
      </Suspense>
    )
  )
}
