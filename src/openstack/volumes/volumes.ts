import { z } from 'zod/mini'

import { speaks } from '#src/model/cloud/microversion.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { NewWords } from '#src/model/volume/new-words.ts'
import type { Volume, VolumeAttachment, VolumeId } from '#src/model/volume/volume.ts'
import {
  flag,
  needed,
  neededNumber,
  number,
  pairs,
  text,
  time,
} from '#src/openstack/http/fields.ts'
import { request, cinder } from '#src/openstack/http/http.ts'
import {
  allTenants,
  listOf,
  nextMarker,
  type Page,
  pageLinks,
} from '#src/openstack/http/pagination.ts'

/** Without its id an attachment can't be acted on, so that a volume with such a one is not read at all. */
const attachmentSchema = z.pipe(
  z.object({
    attachment_id: needed,
    server_id: text,
    device: text,
    host_name: text,
    attached_at: time,
  }),
  z.transform((raw): VolumeAttachment => ({
    id: raw.attachment_id,
    instanceId: raw.server_id || null,
    device: raw.device,
    hostName: raw.host_name,
    attachedAt: raw.attached_at,
  })),
)

/**
 * A volume as Cinder tells it: api-ref/source/v3/volumes-v3-volumes.inc, "Show a volume's details". One whose id, status, size or
 * attachments can't be read is not shown as free or empty: it counts as unread.
 */
export const volumeSchema = z.pipe(
  z.object({
    id: needed,
    name: text,
    description: text,
    size: neededNumber,
    status: needed,
    volume_type: text,
    availability_zone: text,
    // Cinder says "true" and "false" in words: cinder/api/v3/views/volumes.py.
    bootable: flag,
    encrypted: flag,
    multiattach: flag,
    attachments: z.array(attachmentSchema),
    created_at: time,
    updated_at: time,
    snapshot_id: text,
    source_volid: text,
    group_id: text,
    metadata: pairs,
    volume_image_metadata: pairs,
    'os-vol-tenant-attr:tenant_id': text,
    'os-vol-host-attr:host': text,
    'os-vol-mig-status-attr:migstat': text,
  }),
  z.transform((raw): Volume => ({
    id: raw.id,
    name: raw.name ?? '',
    description: raw.description ?? '',
    sizeGiB: raw.size,
    status: raw.status,
    typeName: raw.volume_type || null,
    availabilityZone: raw.availability_zone,
    bootable: raw.bootable ?? false,
    encrypted: raw.encrypted ?? false,
    shareable: raw.multiattach ?? false,
    attachments: raw.attachments,
    createdAt: raw.created_at,
    updatedAt: raw.updated_at,
    projectId: raw['os-vol-tenant-attr:tenant_id'],
    host: raw['os-vol-host-attr:host'],
    migrationStatus: raw['os-vol-mig-status-attr:migstat'],
    snapshotId: raw.snapshot_id,
    sourceVolumeId: raw.source_volid,
    groupId: raw.group_id,
    metadata: raw.metadata ?? {},
    imageMetadata: raw.volume_image_metadata,
  })),
)

/** One volume as Cinder answers for it. */
export const oneVolume = z.object({ volume: volumeSchema })
const volumePage = z.object({
  volumes: listOf(volumeSchema),
  volumes_links: pageLinks,
  count: number,
})

const volumeCount = z.object({ count: number })

/** A page of volumes. `total` counts all of them, where the cloud can (3.45). */
export type VolumePage = Page<Volume> & { total?: number }

/** Which volumes to list. `limit` is cut by the cloud at its own maximum, usually 1,000. */
export type VolumeListing = {
  limit?: number | undefined
  marker?: string | undefined
  /** Those changed at or after this time, in ms since the epoch; needs 3.60. Never changed ones are left out. */
  changedSince?: number
  status?: string
}

/** Cinder reads times without a zone, and as UTC. */
const asFilterTime = (ms: number) => new Date(ms).toISOString().slice(0, 19)

/** One page of the project's volumes, newest first. */
export async function listVolumes(
  cloud: CloudScope,
  { limit, marker, changedSince, status }: VolumeListing = {},
  signal?: AbortSignal,
): Promise<VolumePage> {
  const body = await cinder(cloud).get('/volumes/detail', volumePage, {
    query: {
      all_tenants: allTenants(cloud),
      limit,
      marker,
      status,
      sort: 'created_at:desc,id:desc',
      with_count: marker === undefined && speaks(cloud, 'volume', '3.45') ? true : undefined,
      updated_at: changedSince === undefined ? undefined : `gte:${asFilterTime(changedSince)}`,
    },
    signal,
  })
  return {
    ...body.volumes,
    ...(body.count !== null && { total: body.count }),
    next: nextMarker(body.volumes_links),
  }
}

/** The call for one volume. */
export const volumeCall = (cloud: CloudScope, id: VolumeId, signal?: AbortSignal) => ({
  cloud,
  service: 'volume' as const,
  path: `/volumes/${encodeURIComponent(id)}`,
  signal,
})

/** One volume. */
export async function getVolume(
  cloud: CloudScope,
  id: VolumeId,
  signal?: AbortSignal,
): Promise<Volume> {
  const { body } = await request(volumeCall(cloud, id, signal), oneVolume)
  return body.volume
}

/**
 * How many volumes there are, in the shortest answer that tells.
 * @returns undefined where the cloud does not count (before 3.45)
 */
export async function countVolumes(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const body = await cinder(cloud).get('/volumes', volumeCount, {
    query: { all_tenants: allTenants(cloud), limit: 1, with_count: true },
    signal,
  })
  return body.count ?? undefined
}

/** A new volume. Without a type it gets the cloud's default; without a source it is empty. */
export type CreateVolumeRequest = {
  name: string
  description: string
  sizeGiB: number
  type?: string
  availabilityZone?: string
  /** At most one of the three. */
  snapshotId?: string
  sourceVolumeId?: string
  imageId?: string
}

/** Asks for a volume; it is being created when the answer comes. The body's names are in api-ref, "Create a volume". */
export async function createVolume(
  cloud: CloudScope,
  { name, description, sizeGiB, type, availabilityZone, ...source }: CreateVolumeRequest,
): Promise<Volume> {
  // Absent ones are left out of the JSON.
  const volume = {
    name,
    description,
    size: sizeGiB,
    volume_type: type,
    availability_zone: availabilityZone,
    snapshot_id: source.snapshotId,
    source_volid: source.sourceVolumeId,
    imageRef: source.imageId,
  }
  const body = await cinder(cloud).post('/volumes', oneVolume, { body: { volume } })
  return body.volume
}

/** Changes a volume's name or description; what is not given stays. */
export async function updateVolume(
  cloud: CloudScope,
  id: VolumeId,
  change: NewWords,
): Promise<Volume> {
  const body = await cinder(cloud).put(`/volumes/${encodeURIComponent(id)}`, oneVolume, {
    body: { volume: change },
  })
  return body.volume
}
