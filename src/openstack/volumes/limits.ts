import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { VolumeQuota } from '#src/model/volume/quota.ts'
import { neededNumber, number } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'

const limitsSchema = z.object({
  limits: z.object({
    absolute: z.object({
      maxTotalVolumes: neededNumber,
      totalVolumesUsed: neededNumber,
      maxTotalVolumeGigabytes: neededNumber,
      totalGigabytesUsed: neededNumber,
      maxTotalSnapshots: number,
      totalSnapshotsUsed: number,
    }),
  }),
})

/** What the project may have of block storage, and has. Cinder's gigabytes are GiB. */
export async function getVolumeQuota(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<VolumeQuota> {
  const body = await cinder(cloud).get('/limits', limitsSchema, { signal })
  const { absolute } = body.limits
  const { maxTotalSnapshots: limit, totalSnapshotsUsed: used } = absolute
  return {
    ...(limit !== null && used !== null && { snapshots: { used, limit } }),
    volumes: { used: absolute.totalVolumesUsed, limit: absolute.maxTotalVolumes },
    gibibytes: { used: absolute.totalGigabytesUsed, limit: absolute.maxTotalVolumeGigabytes },
  }
}
