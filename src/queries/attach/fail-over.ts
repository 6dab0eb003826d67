import type { QueryClient } from '@tanstack/react-query'

import type { Scope } from '#src/model/cloud/scope.ts'
import type { CloudPicture } from '#src/model/fail-over/fail-over-case.ts'
import { hostStates } from '#src/model/fail-over/host-impact.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import { computeServicesQuery } from '#src/queries/services/services.ts'
import { lookAtVolume } from '#src/queries/volumes/volumes.ts'

import { instancesQuery } from './instances.ts'

/** Asks both services once more what a fail over rests on; what the page shows is refreshed by it. */
export async function recheckPlan(
  client: QueryClient,
  scope: Scope,
  volumeId: VolumeId,
): Promise<CloudPicture> {
  const [volume, instances, services] = await Promise.all([
    lookAtVolume(client, scope, volumeId),
    client.fetchQuery({ ...instancesQuery(scope), staleTime: 0 }),
    client.fetchQuery({ ...computeServicesQuery(scope), staleTime: 0 }),
  ])
  return { volume, instances: instances.byId, hosts: hostStates(services.items) }
}
