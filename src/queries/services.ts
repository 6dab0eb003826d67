import { mutationOptions, queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import type { Workplace } from '#src/model/cloud/workplace.ts'
import type { CloudService } from '#src/model/services/cloud-service.ts'
import {
  listComputeServices,
  listVolumeServices,
  type ServiceUse,
  setVolumeServiceUse,
} from '#src/openstack/services.ts'

import { every } from './pace.ts'
import { poolsKey } from './pools.ts'
import { placeOf } from './session.ts'

const servicesKey = (session: Workplace) => ['services', ...placeOf(session)] as const

/** The services of Cinder; for administrators. */
export const volumeServicesQuery = (session: Workplace) =>
  queryOptions({
    queryKey: [...servicesKey(session), 'volume'],
    queryFn: ({ signal }) => listVolumeServices(session, signal),
    select: itemsOf<CloudService>,
    staleTime: 10_000,
    refetchInterval: every(30_000),
  })

/** The compute hosts; for administrators. */
export const computeServicesQuery = (session: Workplace) =>
  queryOptions({
    queryKey: [...servicesKey(session), 'compute'],
    queryFn: ({ signal }) => listComputeServices(session, signal),
    select: itemsOf<CloudService>,
    staleTime: 10_000,
    refetchInterval: every(30_000),
  })

/** Takes a service of Cinder's into use or out of it; the scheduler's list of pools follows. */
export const volumeServiceUseMutation = (session: Workplace, service: CloudService) =>
  mutationOptions({
    mutationFn: (use: ServiceUse) => setVolumeServiceUse(session, service, use),
    meta: { refreshes: [servicesKey(session), poolsKey(session)] },
  })
