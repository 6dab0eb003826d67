import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

import type { InstanceId, VolumeId } from '#src/model/volume.ts'

import { type HostsSearch, hostsSearch } from './hosts-search.ts'

type Change = (change: Partial<HostsSearch>, how?: 'replace' | 'push') => void

/** What the address says of the page, and the way to change it. Small changes leave no trace in the history. */
export function useHostsSearch(): { search: HostsSearch; change: Change } {
  const search = hostsSearch.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change: Change = useCallback(
    (part, how = 'replace') =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...hostsSearch.parse(before), ...part }),
        replace: how === 'replace',
      }),
    [navigate],
  )
  return { search, change }
}

/** Opens the dialogs about a volume of the host that is open, and closes them. */
export function useHostDialogs(): {
  openHolders: (volume: VolumeId) => void
  openFailOver: (volume: VolumeId, from: InstanceId) => void
  close: () => void
} {
  const { change } = useHostsSearch()
  return {
    openHolders: useCallback((volume) => change({ dialog: 'holders', volume }, 'push'), [change]),
    openFailOver: useCallback(
      (volume, instance) => change({ dialog: 'fail-over', volume, instance }, 'push'),
      [change],
    ),
    close: useCallback(
      () => change({ dialog: undefined, volume: undefined, instance: undefined }),
      [change],
    ),
  }
}
