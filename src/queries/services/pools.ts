import { queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import type { Pool } from '#src/model/services/pool.ts'
import { listPools } from '#src/openstack/services/pools.ts'
import { scopeKey } from '#src/queries/session.ts'

/** All that is known of storage pools. */
export const poolsKey = (scope: Scope) => ['pools', ...scopeKey(scope)] as const

/** The pools of the back ends that are up and enabled; for administrators. */
export const poolsQuery = (scope: Scope) =>
  queryOptions({
    queryKey: poolsKey(scope),
    queryFn: ({ signal }) => listPools(scope, signal),
    select: itemsOf<Pool>,
    staleTime: 30_000,
  })
