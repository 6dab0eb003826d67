import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/scope.ts'
import { flag, needed } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'
import { listOf } from '#src/openstack/http/pagination.ts'

const zoneList = z.object({
  availabilityZoneInfo: listOf(
    z.object({ zoneName: needed, zoneState: z.object({ available: flag }) }),
  ),
})

/** Names of the availability zones in which volumes can be made now. */
export async function listAvailabilityZones(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<string[]> {
  const body = await cinder(cloud).get('/os-availability-zone', zoneList, { signal })
  return body.availabilityZoneInfo.items
    .filter(({ zoneState }) => zoneState.available)
    .map(({ zoneName }) => zoneName)
}
