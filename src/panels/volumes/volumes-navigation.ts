import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

import type { VolumeId } from '#src/model/volume.ts'
import type { VolumesPath } from '#src/parts/volumes-path.ts'

import { volumesSearch, type VolumesDialog, type VolumesSearch } from './volumes-search.ts'

type ChangeSearch = (change: Partial<VolumesSearch>, how?: 'replace' | 'push') => void

/** The way to change what the address says of the panel's page that is open. Small changes leave no trace in the history. */
function useChangeSearch(): ChangeSearch {
  const navigate = useNavigate()
  return useCallback(
    (part: Partial<VolumesSearch>, how: 'replace' | 'push' = 'replace') =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...volumesSearch.parse(before), ...part }),
        replace: how === 'replace',
      }),
    [navigate],
  )
}

/** What the address says of the panel's page that is open, be it the table or one volume's, and the way to change it. */
export function useVolumesSearch(): { search: VolumesSearch; change: ChangeSearch } {
  const change = useChangeSearch()
  const address = useSearch({ strict: false })
  const search = useMemo(() => volumesSearch.parse(address), [address])
  return { search, change }
}

/**
 * Opens a dialog of the Volumes panel, about a volume or none; and closes it. On a volume's own page the path names the
 * volume already.
 */
export function useVolumesDialog(): {
  open: (dialog: VolumesDialog, volume?: VolumeId) => void
  close: () => void
} {
  const change = useChangeSearch()
  const { volumeId } = useParams({ strict: false })
  const open = useCallback(
    (dialog: VolumesDialog, volume?: VolumeId) =>
      change({ dialog, volume: volume === volumeId ? undefined : volume }, 'push'),
    [change, volumeId],
  )
  const close = useCallback(
    () => change({ dialog: undefined, volume: undefined, source: undefined, from: undefined }),
    [change],
  )
  return { open, close }
}

/** Opens Manage Attachments of a volume from any page, in the table that has the volume. */
export function useOpenAttachments(): (volume: VolumeId, table: VolumesPath) => void {
  const navigate = useNavigate()
  return useCallback(
    (volume: VolumeId, table: VolumesPath) =>
      void navigate({ to: table, search: { dialog: 'attachments', volume } }),
    [navigate],
  )
}
