import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/workplace.ts'

import { flag, needed } from './fields.ts'
import { ask } from './http.ts'
import { listOf } from './pages.ts'

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
  const { body } = await ask(
    { cloud, service: 'volume', path: '/os-availability-zone', ...(signal && { signal }) },
    zoneList,
  )
  return body.availabilityZoneInfo.items
    .filter(({ zoneState }) => zoneState.available)
    .map(({ zoneName }) => zoneName)
}
