import { queryOptions } from '@tanstack/react-query'

import type { SignedIn } from '#src/model/session.ts'
import { getVolumeQuota } from '#src/openstack/limits.ts'

/** What the project may have of block storage. */
export const quotaKey = ({ project, region }: SignedIn) => ['quota', project.id, region] as const

/** What the project may have of block storage, and has. */
export const quotaQuery = (session: SignedIn) =>
  queryOptions({
    queryKey: quotaKey(session),
    queryFn: ({ signal }) => getVolumeQuota(signal),
    staleTime: 10_000,
  })
