import { queryOptions } from '@tanstack/react-query'

import type { Workplace } from '#src/model/cloud/workplace.ts'
import { listProjectNames } from '#src/openstack/projects.ts'

import { placeOf } from './session.ts'

/** The names of all projects, by id; for administrators. A project that is not in it may have been deleted. */
export const projectNamesQuery = (session: Workplace) =>
  queryOptions({
    queryKey: ['projects', ...placeOf(session)],
    queryFn: ({ signal }) => listProjectNames(session, signal),
    staleTime: 60_000,
    // A Map is not compared part by part.
    structuralSharing: false,
  })
