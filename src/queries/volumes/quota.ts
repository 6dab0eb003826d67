import { queryOptions } from '@tanstack/react-query'

import type { Scope } from '#src/model/cloud/scope.ts'
import { getVolumeQuota } from '#src/openstack/volumes/limits.ts'
import { scopeKey } from '#src/queries/session.ts'

/** What the session's project may have of block storage; also on the pages about all projects. */
export const quotaKey = (scope: Scope) =>
  ['quota', ...scopeKey({ ...scope, allProjects: false })] as const

/** What the project may have of block storage, and has. */
export const quotaQuery = (scope: Scope) =>
  queryOptions({
    queryKey: quotaKey(scope),
    queryFn: ({ signal }) => getVolumeQuota(scope, signal),
    staleTime: 10_000,
  })
