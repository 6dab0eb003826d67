import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

import { OfflineNotice } from './OfflineNotice.tsx'

/** Says that there is no network while there is none: lists at rest would not show it. */
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
