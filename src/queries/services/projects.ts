import { queryOptions } from '@tanstack/react-query'

import type { Scope } from '#src/model/cloud/scope.ts'
import { listProjectNames } from '#src/openstack/services/projects.ts'
import { scopeKey } from '#src/queries/session.ts'

/** The names of all projects, by id; for administrators. A project that is not in it may have been deleted. */
export const projectNamesQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['projects', ...scopeKey(scope)],
    queryFn: ({ signal }) => listProjectNames(scope, signal),
    staleTime: 60_000,
    // A Map is not compared part by part.
    structuralSharing: false,
  })
