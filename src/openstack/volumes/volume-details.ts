import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { MoreOfVolume, VolumeDetails } from '#src/model/volume/volume-details.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import { flag, pairs, text } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'

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
  z.transform((raw): MoreOfVolume => ({
    userId: raw.user_id,
    typeId: raw.volume_type_id,
    imageId: raw.volume_image_metadata?.['image_id'] ?? null,
    imageName: raw.volume_image_metadata?.['image_name'] ?? null,
    replicationStatus: raw.replication_status,
    consistencyGroupId: raw.consistencygroup_id,
    clusterName: raw.cluster_name,
    providerId: raw.provider_id,
    serviceId: raw.service_uuid,
    consumesQuota: raw.consumes_quota,
  })),
)

/** Reads the answer and keeps it as it came, fields that nobody here knows included. */
const detailsSchema = z.pipe(
  z.pipe(
    z.looseObject({ volume: z.unknown() }),
    z.transform((raw): { raw: unknown; ours: unknown; more: unknown } => ({
      raw,
      ours: raw.volume,
      more: raw.volume,
    })),
  ),
  z.object({ raw: z.unknown(), ours: volumeSchema, more: moreSchema }),
)

/** One volume with all that the cloud says of it. */
export async function getVolumeDetails(
  cloud: CloudScope,
  id: VolumeId,
  signal?: AbortSignal,
): Promise<VolumeDetails> {
  const body = await cinder(cloud).get(`/volumes/${encodeURIComponent(id)}`, detailsSchema, {
    signal,
  })
  return { volume: body.ours, more: body.more, raw: body.raw }
}
