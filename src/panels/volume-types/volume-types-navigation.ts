import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

import {
  type VolumeTypesDialog,
  type VolumeTypesSearch,
  volumeTypesSearch,
} from './volume-types-search.ts'

/** What the address says of the Volume Types panel, and the way to change it. Small changes leave no trace in the history. */
export function useVolumeTypesSearch(): {
  search: VolumeTypesSearch
  change: (change: Partial<VolumeTypesSearch>, how?: 'replace' | 'push') => void
} {
  const search = volumeTypesSearch.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (part: Partial<VolumeTypesSearch>, how: 'replace' | 'push' = 'replace') =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...volumeTypesSearch.parse(before), ...part }),
        replace: how === 'replace',
      }),
    [navigate],
  )
  return { search, change }
}

/** Opens a dialog of the Volume Types panel, about a type or those that are selected; and closes it. */
export function useVolumeTypesDialog(): {
  open: (dialog: VolumeTypesDialog, type?: string) => void
  close: () => void
} {
  const { change } = useVolumeTypesSearch()
  const open = useCallback(
    (dialog: VolumeTypesDialog, type?: string) => change({ dialog, type }, 'push'),
    [change],
  )
  const close = useCallback(() => change({ dialog: undefined, type: undefined }), [change])
  return { open, close }
}
