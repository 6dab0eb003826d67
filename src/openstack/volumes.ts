import { z } from 'zod/mini'

import { speaks } from '#src/model/microversion.ts'
import type { Volume, VolumeId } from '#src/model/volume.ts'
import type { CloudScope, Reach } from '#src/model/workplace.ts'

import { parseCloudTime } from './cloud-time.ts'
import { ask, tell } from './http.ts'
import { allTenants, nextMarker, pageLinks } from './pages.ts'

const attachmentSchema = z.object({
  attachment_id: z.string(),
  server_id: z.nullish(z.string()),
  device: z.nullish(z.string()),
  host_name: z.nullish(z.string()),
  attached_at: z.nullish(z.string()),
})

/** A volume as Cinder tells it: api-ref/source/v3/volumes-v3-volumes.inc, "Show a volume's details". */
export const volumeSchema = z.pipe(
  z.object({
    id: z.string(),
    name: z.nullish(z.string()),
    description: z.nullish(z.string()),
    size: z.nullish(z.number()),
    status: z.string(),
    volume_type: z.nullish(z.string()),
    availability_zone: z.nullish(z.string()),
    bootable: z.nullish(z.union([z.string(), z.boolean()])),
    encrypted: z.nullish(z.boolean()),
    multiattach: z.nullish(z.boolean()),
    attachments: z.nullish(z.array(attachmentSchema)),
    created_at: z.nullish(z.string()),
    updated_at: z.nullish(z.string()),
    snapshot_id: z.nullish(z.string()),
    source_volid: z.nullish(z.string()),
    group_id: z.nullish(z.string()),
    metadata: z.nullish(z.record(z.string(), z.string())),
    volume_image_metadata: z.nullish(z.record(z.string(), z.string())),
    'os-vol-tenant-attr:tenant_id': z.nullish(z.string()),
    'os-vol-host-attr:host': z.nullish(z.string()),
    'os-vol-mig-status-attr:migstat': z.catch(z.nullish(z.string()), null),
  }),
  z.transform((told): Volume => ({
    id: told.id,
    name: told.name ?? '',
    description: told.description ?? '',
    sizeGiB: told.size ?? 0,
    status: told.status,
    typeName: told.volume_type || null,
    availabilityZone: told.availability_zone ?? null,
    // Cinder says "true" and "false" in words: cinder/api/v3/views/volumes.py.
    bootable: told.bootable === true || told.bootable === 'true',
    encrypted: told.encrypted ?? false,
    shareable: told.multiattach ?? false,
    attachments: (told.attachments ?? []).map((one) => ({
      id: one.attachment_id,
      instanceId: one.server_id ?? null,
      device: one.device ?? null,
      hostName: one.host_name ?? null,
      attachedAt: parseCloudTime(one.attached_at),
    })),
    createdAt: parseCloudTime(told.created_at),
    updatedAt: parseCloudTime(told.updated_at),
    projectId: told['os-vol-tenant-attr:tenant_id'] ?? null,
    host: told['os-vol-host-attr:host'] ?? null,
    migrationStatus: told['os-vol-mig-status-attr:migstat'] ?? null,
    snapshotId: told.snapshot_id ?? null,
    sourceVolumeId: told.source_volid ?? null,
    groupId: told.group_id ?? null,
    metadata: told.metadata ?? {},
    imageMetadata: told.volume_image_metadata ?? null,
  })),
)

/** One volume as Cinder answers for it. */
export const oneVolume = z.object({ volume: volumeSchema })
const volumePage = z.object({
  volumes: z.array(volumeSchema),
  volumes_links: pageLinks,
  count: z.optional(z.number()),
})

const volumeCount = z.object({ count: z.optional(z.number()) })

/** A page of volumes. `total` counts all of them, where the cloud can (3.45). */
export type VolumePage = { volumes: Volume[]; total?: number; next?: string }

/** Which volumes to list. `limit` is cut by the cloud at its own maximum, usually 1,000. */
export type VolumeListing = {
  limit?: number
  marker?: string
  /** Those changed at or after this time, in ms since the epoch; needs 3.60. Never changed ones are left out. */
  changedSince?: number
  status?: string
}

/** Cinder reads times without a zone, and as UTC. */
const asFilterTime = (ms: number) => new Date(ms).toISOString().slice(0, 19)

/** One page of the project's volumes, newest first. */
export async function listVolumes(
  cloud: Reach,
  { limit, marker, changedSince, status }: VolumeListing = {},
  signal?: AbortSignal,
): Promise<VolumePage> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      path: '/volumes/detail',
      query: {
        all_tenants: allTenants(cloud),
        limit,
        marker,
        status,
        sort: 'created_at:desc,id:desc',
        with_count: marker === undefined && speaks(cloud, 'volume', '3.45') ? true : undefined,
        updated_at: changedSince === undefined ? undefined : `gte:${asFilterTime(changedSince)}`,
      },
      ...(signal && { signal }),
    },
    volumePage,
  )
  const next = nextMarker(body.volumes_links)
  return {
    volumes: body.volumes,
    ...(body.count !== undefined && { total: body.count }),
    ...(next !== undefined && { next }),
  }
}

/** The call for one volume. */
export const volumeCall = (cloud: CloudScope, id: VolumeId, signal?: AbortSignal) => ({
  cloud,
  service: 'volume' as const,
  path: `/volumes/${encodeURIComponent(id)}`,
  ...(signal && { signal }),
})

/** One volume. */
export async function getVolume(
  cloud: CloudScope,
  id: VolumeId,
  signal?: AbortSignal,
): Promise<Volume> {
  const { body } = await ask(volumeCall(cloud, id, signal), oneVolume)
  return body.volume
}

/**
 * How many volumes there are, in the shortest answer that tells.
 * @returns undefined where the cloud does not count (before 3.45)
 */
export async function countVolumes(
  cloud: Reach,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      path: '/volumes',
      query: { all_tenants: allTenants(cloud), limit: 1, with_count: true },
      ...(signal && { signal }),
    },
    volumeCount,
  )
  return body.count
}

/** What a new volume is to be. The body's names are Cinder's: api-ref, "Create a volume". */
export type NewVolume = {
  name: string
  description: string
  size: number
  volume_type?: string
  availability_zone?: string
  snapshot_id?: string
  source_volid?: string
  imageRef?: string
}

/** Asks for a volume; it is being created when the answer comes. */
export async function createVolume(cloud: CloudScope, volume: NewVolume): Promise<Volume> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      method: 'POST',
      path: '/volumes',
      body: { volume },
    },
    oneVolume,
  )
  return body.volume
}

/** Asks for a volume to be deleted, with `cascade` its snapshots too; it is being deleted when the answer comes. */
export const deleteVolume = (cloud: CloudScope, id: VolumeId, { cascade = false } = {}) =>
  tell({
    cloud,
    service: 'volume',
    method: 'DELETE',
    path: `/volumes/${encodeURIComponent(id)}`,
    query: { cascade: cascade || undefined },
  })

/** Changes a volume's name and description. */
export async function updateVolume(
  cloud: CloudScope,
  id: VolumeId,
  change: { name: string; description: string },
): Promise<Volume> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      method: 'PUT',
      path: `/volumes/${encodeURIComponent(id)}`,
      body: { volume: change },
    },
    oneVolume,
  )
  return body.volume
}
