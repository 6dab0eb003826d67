import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'

import { atFirstSign } from '#src/ui/at-first-sign.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'
import { OnLeave } from '#src/ui/on-leave.ts'

import { followNewest, type LeftRequest } from './left-requests.ts'

const LeftRequestNotice = lazyPart(() =>
  import('./LeftRequestNotice.tsx').then((m) => m.LeftRequestNotice),
)

/** Tells what came of requests whose dialogs were closed before the cloud had answered. */
export function LeftRequests({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  // What came of it may be that there is no network, and then it could not be loaded any more.
  useEffect(() => atFirstSign([LeftRequestNotice.preload]), [])
  const [ended, setEnded] = useState<readonly LeftRequest[]>([])
  const onLeave = useCallback(
    (title: string) =>
      followNewest(client.getMutationCache(), title, (one) => setEnded((now) => [...now, one])),
    [client],
  )
  const [first] = ended
  return (
    <OnLeave value={onLeave}>
      {children}
      {first && (
        <Suspense>
          <LeftRequestNotice
            key={first.id}
            request={first}
            onClose={() => setEnded((now) => now.filter((one) => one !== first))}
          />
        </Suspense>
      )}
    </OnLeave>
  )
}
