import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

import { type AttachmentsSearch, attachmentsSearch } from './attachments-search.ts'

/** What the address says of the panel, and the way to change it. Small changes leave no trace in the history. */
export function useAttachmentsSearch(): {
  search: AttachmentsSearch
  change: (change: Partial<AttachmentsSearch>, how?: 'replace' | 'push') => void
} {
  const search = attachmentsSearch.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (part: Partial<AttachmentsSearch>, how: 'replace' | 'push' = 'replace') =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...attachmentsSearch.parse(before), ...part }),
        replace: how === 'replace',
      }),
    [navigate],
  )
  return { search, change }
}

/** Opens a dialog of the panel, about a row or those that are selected; and closes it. */
export function useAttachmentsDialog() {
  const { change } = useAttachmentsSearch()
  const open = useCallback(
    (dialog: NonNullable<AttachmentsSearch['dialog']>, row?: string) =>
      change({ dialog, row }, 'push'),
    [change],
  )
  const close = useCallback(() => change({ dialog: undefined, row: undefined }), [change])
  return { open, close }
}
