import { z } from 'zod/mini'

import { speaks } from '#src/model/cloud/microversion.ts'
import type { CloudScope, Reach } from '#src/model/cloud/workplace.ts'
import type { NewWords } from '#src/model/volume/new-words.ts'
import type { Volume, VolumeAttachment, VolumeId } from '#src/model/volume/volume.ts'

import { flag, needed, neededNumber, number, pairs, text, time } from './fields.ts'
import { ask } from './http.ts'
import { allTenants, listOf, nextMarker, type Page, pageLinks } from './pages.ts'

/** Without its id an attachment can't be acted on, so that a volume with such a one is not read at all. */
const attachmentSchema = z.pipe(
  z.object({
    attachment_id: needed,
    server_id: text,
    device: text,
    host_name: text,
    attached_at: time,
  }),
  z.transform((told): VolumeAttachment => ({
    id: told.attachment_id,
    instanceId: told.server_id || null,
    device: told.device,
    hostName: told.host_name,
    attachedAt: told.attached_at,
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
  z.transform((told): Volume => ({
    id: told.id,
    name: told.name ?? '',
    description: told.description ?? '',
    sizeGiB: told.size,
    status: told.status,
    typeName: told.volume_type || null,
    availabilityZone: told.availability_zone,
    bootable: told.bootable ?? false,
    encrypted: told.encrypted ?? false,
    shareable: told.multiattach ?? false,
    attachments: told.attachments,
    createdAt: told.created_at,
    updatedAt: told.updated_at,
    projectId: told['os-vol-tenant-attr:tenant_id'],
    host: told['os-vol-host-attr:host'],
    migrationStatus: told['os-vol-mig-status-attr:migstat'],
    snapshotId: told.snapshot_id,
    sourceVolumeId: told.source_volid,
    groupId: told.group_id,
    metadata: told.metadata ?? {},
    imageMetadata: told.volume_image_metadata,
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
  return body.count ?? undefined
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

/** Changes a volume's name or description; what is not given stays. */
export async function updateVolume(
  cloud: CloudScope,
  id: VolumeId,
  change: NewWords,
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
