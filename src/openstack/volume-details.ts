import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/workplace.ts'
import type { MoreOfVolume, VolumeDetails } from '#src/model/volume/volume-details.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'

import { flag, pairs, text } from './fields.ts'
import { ask } from './http.ts'
import { volumeSchema } from './volumes.ts'

/** The fields beside those of `volumeSchema`: api-ref/source/v3/volumes-v3-volumes.inc, "Show a volume's details". */
const moreSchema = z.pipe(
  z.object({
    user_id: text,
    volume_type_id: text,
    volume_image_metadata: pairs,
    replication_status: text,
    consistencygroup_id: text,
    cluster_name: text,
    provider_id: text,
    service_uuid: text,
    consumes_quota: flag,
  }),
  z.transform((told): MoreOfVolume => ({
    userId: told.user_id,
    typeId: told.volume_type_id,
    imageId: told.volume_image_metadata?.['image_id'] ?? null,
    imageName: told.volume_image_metadata?.['image_name'] ?? null,
    replicationStatus: told.replication_status,
    consistencyGroupId: told.consistencygroup_id,
    clusterName: told.cluster_name,
    providerId: told.provider_id,
    serviceId: told.service_uuid,
    consumesQuota: told.consumes_quota,
  })),
)

/** Reads the answer and keeps it as it came, fields that nobody here knows included. */
const detailsSchema = z.pipe(
  z.pipe(
    z.looseObject({ volume: z.unknown() }),
    z.transform((told): { told: unknown; ours: unknown; more: unknown } => ({
      told,
      ours: told.volume,
      more: told.volume,
    })),
  ),
  z.object({ told: z.unknown(), ours: volumeSchema, more: moreSchema }),
)

/** One volume with all that the cloud says of it. */
export async function getVolumeDetails(
  cloud: CloudScope,
  id: VolumeId,
  signal?: AbortSignal,
): Promise<VolumeDetails> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      path: `/volumes/${encodeURIComponent(id)}`,
      ...(signal && { signal }),
    },
    detailsSchema,
  )
  return { volume: body.ours, more: body.more, told: body.told }
}
