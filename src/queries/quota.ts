import { queryOptions } from '@tanstack/react-query'

import type { Workplace } from '#src/model/cloud/workplace.ts'
import { getVolumeQuota } from '#src/openstack/limits.ts'

import { placeOf } from './session.ts'

/** What the session's project may have of block storage; also on the pages about all projects. */
export const quotaKey = (session: Workplace) =>
  ['quota', ...placeOf({ ...session, allProjects: false })] as const

/** What the project may have of block storage, and has. */
export const quotaQuery = (session: Workplace) =>
  queryOptions({
    queryKey: quotaKey(session),
    queryFn: ({ signal }) => getVolumeQuota(session, signal),
    staleTime: 10_000,
  })
