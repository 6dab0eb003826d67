import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { onLeave } from '#src/ui/dialog/on-leave.ts'

import { followNewest, type LeftRequest } from './left-requests.ts'
import { LeftRequestNotice } from './LeftRequestNotice.tsx'

/** Tells what came of requests whose dialogs were closed before the cloud had answered. */
export function LeftRequests() {
  const client = useQueryClient()
  const [ended, setEnded] = useState<readonly LeftRequest[]>([])
  useEffect(
    () =>
      onLeave((title) =>
        followNewest(client.getMutationCache(), title, (one) => setEnded((now) => [...now, one])),
      ),
    [client],
  )
  const [first] = ended
  return (
    first && (
      <LeftRequestNotice
        key={first.id}
        request={first}
        onClose={() => setEnded((now) => now.filter((one) => one !== first))}
      />
    )
  )
}
