import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { type HostImpact, hostImpacts } from '#src/model/fail-over/host-impact.ts'
import type { CloudService } from '#src/model/services/cloud-service.ts'
import { useAttachmentTasks, volumesAtWork } from '#src/queries/attach/attachment-work.ts'
import { instancesQuery } from '#src/queries/attach/instances.ts'
import { computeServicesQuery } from '#src/queries/services/services.ts'
import { useScope } from '#src/queries/session.ts'
import { useWatchChanging, volumesQuery } from '#src/queries/volumes/volumes.ts'

const noServices: readonly CloudService[] = []

/** A list that could not be read, and how to try again. */
type Failure = {
  what: 'services' | 'instances' | 'volumes'
  error: Error
  retry: () => void
}

/**
 * All compute hosts with what they hold, once the hosts and the instances are there; the volumes come as they are read.
 * Without the list of services the hosts are those that instances name, of which none is known to be up.
 */
export function useHostImpacts(): {
  impacts: readonly HostImpact[] | undefined
  /** Whether volumes are still being read. */
  incomplete: boolean
  failures: readonly Failure[]
} {
  const scope = useScope()
  const services = useQuery(computeServicesQuery(scope))
  const instances = useQuery(instancesQuery(scope))
  const volumes = useQuery(volumesQuery(scope))
  useWatchChanging(scope, volumes.data, volumesAtWork(useAttachmentTasks()))
  const known = services.data ?? (services.isError ? noServices : undefined)
  const impacts = useMemo(
    () =>
      known &&
      instances.data &&
      hostImpacts({
        services: known,
        instances: instances.data,
        volumes: volumes.data?.volumes ?? [],
      }),
    [known, instances.data, volumes.data],
  )
  const read = { services, instances, volumes }
  const failures = (['services', 'instances', 'volumes'] as const).flatMap((what): Failure[] => {
    const { error, refetch } = read[what]
    return error ? [{ what, error, retry: () => void refetch() }] : []
  })
  return { impacts, incomplete: volumes.data?.complete !== true && !volumes.isError, failures }
}
