import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

import type { InstanceId, VolumeId } from '#src/model/volume.ts'

import { type InstancesDialog, type InstancesSearch, instancesSearch } from './instances-search.ts'

/** What the address says of the panel, and the way to change it. Small changes leave no trace in the history. */
export function useInstancesSearch(): {
  search: InstancesSearch
  change: (change: Partial<InstancesSearch>, how?: 'replace' | 'push') => void
} {
  const search = instancesSearch.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (part: Partial<InstancesSearch>, how: 'replace' | 'push' = 'replace') =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...instancesSearch.parse(before), ...part }),
        replace: how === 'replace',
      }),
    [navigate],
  )
  return { search, change }
}

/** Opens a dialog about an instance, and perhaps one of its volumes; and closes it. */
export function useInstancesDialog(): {
  open: (dialog: InstancesDialog, instance: InstanceId, volume?: VolumeId) => void
  close: () => void
} {
  const { change } = useInstancesSearch()
  const open = useCallback(
    (dialog: InstancesDialog, instance: InstanceId, volume?: VolumeId) =>
      change({ dialog, instance, volume }, 'push'),
    [change],
  )
  const close = useCallback(
    () => change({ dialog: undefined, instance: undefined, volume: undefined }),
    [change],
  )
  return { open, close }
}
