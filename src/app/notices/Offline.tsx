import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

import { OfflineNotice } from './OfflineNotice.tsx'

/** Shows that the network is down: idle lists would not reveal it. */
export function Offline() {
  const client = useQueryClient()
  const online = useSyncExternalStore(
    (tell) => onlineManager.subscribe(tell),
    () => onlineManager.isOnline(),
  )
  if (online) return null
  const read = client
    .getQueryCache()
    .findAll({ type: 'active' })
    .map(({ state }) => state.dataUpdatedAt)
  return <OfflineNotice readAt={Math.max(0, ...read) || undefined} />
}
