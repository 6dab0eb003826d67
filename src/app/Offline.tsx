import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useSyncExternalStore } from 'react'

import { atFirstSign } from '#src/ui/at-first-sign.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'

const OfflineNotice = lazyPart(() => import('./OfflineNotice.tsx').then((m) => m.OfflineNotice))

/** Says that there is no network while there is none: lists at rest would not show it. */
export function Offline() {
  const client = useQueryClient()
  // Without a network it could not be loaded any more.
  useEffect(() => atFirstSign([OfflineNotice.preload]), [])
  const online = useSyncExternalStore(
    (tell) => onlineManager.subscribe(tell),
    () => onlineManager.isOnline(),
  )
  if (online) return null
  const read = client
    .getQueryCache()
    .findAll({ type: 'active' })
    .map(({ state }) => state.dataUpdatedAt)
  return (
    <Suspense>
      <OfflineNotice readAt={Math.max(0, ...read) || undefined} />
    </Suspense>
  )
}
