import { queryOptions } from '@tanstack/react-query'

import type { ListFlaws } from '#src/model/cloud/listed.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import { type Instances, keepingSame } from '#src/model/instance/instance.ts'
import { listInstances } from '#src/openstack/compute/instances.ts'
import { allPages } from '#src/openstack/http/pagination.ts'
import { every } from '#src/queries/pace.ts'
import { scopeKey } from '#src/queries/session.ts'

/** All that is known of the project's instances. */
export const instancesKey = (scope: Scope) => ['instances', ...scopeKey(scope)] as const

/** The instances by id, and what is wrong with their list. */
type InstanceList = { byId: Instances; flaws: ListFlaws }

const instancesIn = ({ byId }: InstanceList): Instances => byId

/** All instances of the project, by id: one list for every name that the page shows. */
export const instancesQuery = (scope: Scope) =>
  queryOptions<InstanceList, Error, Instances>({
    queryKey: instancesKey(scope),
    queryFn: async ({ signal, client }) => {
      const { items, ...flaws } = await allPages((marker) =>
        listInstances(scope, { limit: 1_000, marker }, signal),
      )
      const read = new Map(items.map((instance) => [instance.id, instance]))
      const before = client.getQueryData<InstanceList>(instancesKey(scope))
      return { byId: keepingSame(before?.byId, read), flaws }
    },
    select: instancesIn,
    staleTime: 15_000,
    refetchInterval: every(60_000),
    // A Map is not compared part by part.
    structuralSharing: false,
  })

/** What is wrong with the list of instances. */
export const instancesFlawsQuery = (scope: Scope) => ({
  ...instancesQuery(scope),
  select: ({ flaws }: InstanceList) => flaws,
})
