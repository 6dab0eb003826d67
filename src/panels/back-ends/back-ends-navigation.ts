import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

import { type BackEndsSearch, backEndsSearch } from './back-ends-search.ts'

/** What the address says of the page, and the way to change it. Small changes leave no trace in the history. */
export function useBackEndsSearch(): {
  search: BackEndsSearch
  change: (change: Partial<BackEndsSearch>, how?: 'replace' | 'push') => void
} {
  const search = backEndsSearch.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (part: Partial<BackEndsSearch>, how: 'replace' | 'push' = 'replace') =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...backEndsSearch.parse(before), ...part }),
        replace: how === 'replace',
      }),
    [navigate],
  )
  return { search, change }
}
