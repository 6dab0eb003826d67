import { queryOptions } from '@tanstack/react-query'

import type { Scope } from '#src/model/cloud/scope.ts'
import { listGroups } from '#src/openstack/volumes/groups.ts'
import { scopeKey } from '#src/queries/session.ts'

/** All groups of the project, by id: one list for every name that the page shows. */
export const groupsQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['groups', ...scopeKey(scope)],
    queryFn: async ({ signal }) =>
      new Map((await listGroups(scope, signal)).items.map((group) => [group.id, group])),
    staleTime: 60_000,
    // A Map is not compared part by part.
    structuralSharing: false,
  })
