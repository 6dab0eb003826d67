import { mutationOptions, queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import type { CloudService } from '#src/model/services/cloud-service.ts'
import {
  listComputeServices,
  listVolumeServices,
  type ServiceUse,
  setVolumeServiceUse,
} from '#src/openstack/services/services.ts'
import { every } from '#src/queries/pace.ts'
import { scopeKey } from '#src/queries/session.ts'

import { poolsKey } from './pools.ts'

const servicesKey = (scope: Scope) => ['services', ...scopeKey(scope)] as const

/** The services of Cinder; for administrators. */
export const volumeServicesQuery = (scope: Scope) =>
  queryOptions({
    queryKey: [...servicesKey(scope), 'volume'],
    queryFn: ({ signal }) => listVolumeServices(scope, signal),
    select: itemsOf<CloudService>,
    staleTime: 10_000,
    refetchInterval: every(30_000),
  })

/** The compute hosts; for administrators. */
export const computeServicesQuery = (scope: Scope) =>
  queryOptions({
    queryKey: [...servicesKey(scope), 'compute'],
    queryFn: ({ signal }) => listComputeServices(scope, signal),
    select: itemsOf<CloudService>,
    staleTime: 10_000,
    refetchInterval: every(30_000),
  })

/** Takes a service of Cinder's into use or out of it; the scheduler's list of pools follows. */
export const volumeServiceUseMutation = (scope: Scope, service: CloudService) =>
  mutationOptions({
    mutationFn: (use: ServiceUse) => setVolumeServiceUse(scope, service, use),
    meta: { refreshes: [servicesKey(scope), poolsKey(scope)] },
  })
