import { queryOptions } from '@tanstack/react-query'

import { type Instance, type Instances, keepingSame } from '#src/model/instance.ts'
import type { InstanceId } from '#src/model/volume.ts'
import type { Workplace } from '#src/model/workplace.ts'
import { listInstances } from '#src/openstack/instances.ts'

import { placeOf } from './session.ts'

/** All that is known of the project's instances. */
export const instancesKey = (session: Workplace) => ['instances', ...placeOf(session)] as const

/** All instances of the project, by id: one list for every name that the page shows. */
export const instancesQuery = (session: Workplace) =>
  queryOptions({
    queryKey: instancesKey(session),
    queryFn: async ({ signal, client }) => {
      const instances = new Map<InstanceId, Instance>()
      let marker: string | undefined
      do {
        const page = await listInstances(
          session,
          { limit: 1_000, ...(marker && { marker }) },
          signal,
        )
        for (const instance of page.instances) instances.set(instance.id, instance)
        marker = page.next
      } while (marker !== undefined)
      return keepingSame(client.getQueryData<Instances>(instancesKey(session)), instances)
    },
    staleTime: 15_000,
    refetchInterval: 60_000,
    // A Map is not compared part by part.
    structuralSharing: false,
  })
