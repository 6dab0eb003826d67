import { queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import type { Workplace } from '#src/model/cloud/workplace.ts'
import type { Pool } from '#src/model/services/pool.ts'
import { listPools } from '#src/openstack/pools.ts'

import { placeOf } from './session.ts'

/** All that is known of storage pools. */
export const poolsKey = (session: Workplace) => ['pools', ...placeOf(session)] as const

/** The pools of the back ends that are up and enabled; for administrators. */
export const poolsQuery = (session: Workplace) =>
  queryOptions({
    queryKey: poolsKey(session),
    queryFn: ({ signal }) => listPools(session, signal),
    select: itemsOf<Pool>,
    staleTime: 30_000,
  })
