import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/workplace.ts'

import { ask } from './http.ts'

const zoneList = z.object({
  availabilityZoneInfo: z.array(
    z.object({ zoneName: z.string(), zoneState: z.object({ available: z.boolean() }) }),
  ),
})

/** Names of the availability zones in which volumes can be made now. */
export async function listAvailabilityZones(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<string[]> {
  const { body } = await ask(
    { cloud, service: 'volume', path: '/os-availability-zone', ...(signal && { signal }) },
    zoneList,
  )
  return body.availabilityZoneInfo
    .filter(({ zoneState }) => zoneState.available)
    .map(({ zoneName }) => zoneName)
}
