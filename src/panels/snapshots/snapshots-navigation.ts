import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

import type { SnapshotId } from '#src/model/snapshot.ts'

import { type SnapshotsDialog, type SnapshotsSearch, snapshotsSearch } from './snapshots-search.ts'

/** Where the Snapshots panel is; routes name it so. */
export const snapshotsPath = '/project/snapshots'

/** What the address says of the panel's page that is open, and the way to change it. Small changes leave no trace in the history. */
export function useSnapshotsSearch(): {
  search: SnapshotsSearch
  change: (change: Partial<SnapshotsSearch>, how?: 'replace' | 'push') => void
} {
  const search = snapshotsSearch.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (part: Partial<SnapshotsSearch>, how: 'replace' | 'push' = 'replace') =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...snapshotsSearch.parse(before), ...part }),
        replace: how === 'replace',
      }),
    [navigate],
  )
  return { search, change }
}

/**
 * Opens a dialog of the Snapshots panel, about a snapshot or those that are selected; and closes it. On a snapshot's own
 * page the path names the snapshot already.
 */
export function useSnapshotsDialog(): {
  open: (dialog: SnapshotsDialog, snapshot?: SnapshotId) => void
  close: () => void
} {
  const { change } = useSnapshotsSearch()
  const { snapshotId } = useParams({ strict: false })
  const open = useCallback(
    (dialog: SnapshotsDialog, snapshot?: SnapshotId) =>
      change({ dialog, snapshot: snapshot === snapshotId ? undefined : snapshot }, 'push'),
    [change, snapshotId],
  )
  const close = useCallback(() => change({ dialog: undefined, snapshot: undefined }), [change])
  return { open, close }
}
