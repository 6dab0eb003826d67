import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { typeFacts, type TypeFacts } from '#src/model/volume-type/type-facts.ts'
import type { VolumeType } from '#src/model/volume-type/volume-type.ts'
import { poolsQuery } from '#src/queries/services/pools.ts'
import { useScope } from '#src/queries/session.ts'
import {
  allTypesQuery,
  typeCountsQuery,
  typeDefaultsQuery,
  typeEncryptionsQuery,
} from '#src/queries/volume-types/volume-types.ts'

const none: readonly VolumeType[] = []

/** All types with what is known of each; the types are there before the rest. */
export type KnownTypes = {
  /** Undefined until they have been read. */
  types: readonly TypeFacts[] | undefined
  /** Why the types could not be read. */
  error: Error | null
  /** Why something beside them could not be. */
  besideError: Error | null
  retry: () => void
}

/** Reads all types and what is known of each. */
export function useTypeFacts(): KnownTypes {
  const scope = useScope()
  const list = useQuery(allTypesQuery(scope))
  const types = list.data ?? none
  const encryptions = useQuery(typeEncryptionsQuery(scope, types))
  const counts = useQuery(typeCountsQuery(scope, types))
  const defaults = useQuery(typeDefaultsQuery(scope))
  const pools = useQuery(poolsQuery(scope))
  const beside = [encryptions, counts, defaults, pools]
  const facts = useMemo(
    () =>
      list.data &&
      typeFacts(list.data, {
        encryptions: encryptions.data,
        counts: counts.data,
        defaults: defaults.data,
        pools: pools.data,
      }),
    [list.data, encryptions.data, counts.data, defaults.data, pools.data],
  )
  return {
    types: facts,
    error: list.error,
    besideError: beside.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const query of [list, ...beside]) if (query.error) void query.refetch()
    },
  }
}
