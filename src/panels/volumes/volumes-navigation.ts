import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

import type { VolumeId } from '#src/model/volume.ts'
import type { VolumesPath } from '#src/parts/volumes-path.ts'

import { volumesSearch, type VolumesDialog, type VolumesSearch } from './volumes-search.ts'

/**
 * What the address says of the panel's page that is open, be it the table or one volume's, and the way to change it. Small
 * changes leave no trace in the history.
 */
export function useVolumesSearch(): {
  search: VolumesSearch
  change: (change: Partial<VolumesSearch>, how?: 'replace' | 'push') => void
} {
  const search = volumesSearch.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (part: Partial<VolumesSearch>, how: 'replace' | 'push' = 'replace') =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...volumesSearch.parse(before), ...part }),
        replace: how === 'replace',
      }),
    [navigate],
  )
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
  const { change } = useVolumesSearch()
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
