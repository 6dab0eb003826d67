import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

import { type SharingSearch, sharingSearch } from './sharing-search.ts'

/** What the address says of the page, and the way to change it. Small changes leave no trace in the history. */
export function useSharingSearch(): {
  search: SharingSearch
  change: (change: Partial<SharingSearch>, how?: 'replace' | 'push') => void
} {
  const search = sharingSearch.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (part: Partial<SharingSearch>, how: 'replace' | 'push' = 'replace') =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...sharingSearch.parse(before), ...part }),
        replace: how === 'replace',
      }),
    [navigate],
  )
  return { search, change }
}
