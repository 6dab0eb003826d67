import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

/** Renders a query's loading, error and empty states, or the children. */
export function QueryState({
  query: { data, error, refetch },
  failed,
  empty,
  children,
}: {
  query: Pick<UseQueryResult, 'data' | 'error' | 'refetch'>
  /** What could not be done, where it failed. */
  failed: string
  /** What to say where there is nothing; undefined where there is something. */
  empty: string | undefined
  children: ReactNode
}) {
  return (
    <>
      {error && <ErrorNotice title={failed} {...noticeOf(error)} onRetry={() => void refetch()} />}
      {data === undefined && !error && <LinearProgress />}
      {data !== undefined &&
        (empty === undefined ? children : <Typography color="textSecondary">{empty}</Typography>)}
    </>
  )
}
