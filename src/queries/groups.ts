import { queryOptions } from '@tanstack/react-query'

import type { Workplace } from '#src/model/cloud/workplace.ts'
import { listGroups } from '#src/openstack/groups.ts'

import { placeOf } from './session.ts'

/** All groups of the project, by id: one list for every name that the page shows. */
export const groupsQuery = (session: Workplace) =>
  queryOptions({
    queryKey: ['groups', ...placeOf(session)],
    queryFn: async ({ signal }) =>
      new Map((await listGroups(session, signal)).items.map((group) => [group.id, group])),
    staleTime: 60_000,
    // A Map is not compared part by part.
    structuralSharing: false,
  })
