import { z } from 'zod/mini'

import { speaks } from '#src/model/cloud/microversion.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { StateRequest } from '#src/model/volume/volume-administration.ts'
import type { AttachmentId, Volume, VolumeId } from '#src/model/volume/volume.ts'
import { flag, neededNumber, text } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'
import { listOf } from '#src/openstack/http/pagination.ts'

import { volumeSchema } from './volumes.ts'

const act = (cloud: CloudScope, id: VolumeId, body: object) =>
  cinder(cloud).send('POST', `/volumes/${encodeURIComponent(id)}/action`, { body })

/** Sets what Cinder's record says of a volume, and nothing else. Needs volume_admin_actions:reset_status. */
export const resetVolumeStatus = (
  cloud: CloudScope,
  id: VolumeId,
  { status, attachStatus, migrationStatus }: StateRequest,
) =>
  act(cloud, id, {
    'os-reset_status': {
      status,
      attach_status: attachStatus,
      migration_status: migrationStatus,
    },
  })

/**
 * Has Cinder end an attachment on its side: cinder/api/contrib/admin_actions.py, `_force_detach`.
 * @throws ApiError of kind `conflict` since CVE-2023-2088, where Nova uses the volume or it has several attachments:
 * cinder/volume/api.py, `attachment_deletion_allowed`
 */
export const forceDetachVolume = (cloud: CloudScope, id: VolumeId, attachment: AttachmentId) =>
  act(cloud, id, { 'os-force_detach': { attachment_id: attachment } })

/** Asks for a volume's data to be moved to another pool. What comes of it stands in its migration status. */
export const migrateVolume = (
  cloud: CloudScope,
  id: VolumeId,
  wish: { host: string; forceHostCopy: boolean; lockVolume: boolean },
) =>
  act(cloud, id, {
    'os-migrate_volume': {
      host: wish.host,
      force_host_copy: wish.forceHostCopy,
      lock_volume: wish.lockVolume,
    },
  })

/** Has Cinder forget a volume; what is on the back end stays there. */
export const unmanageVolume = (cloud: CloudScope, id: VolumeId) =>
  act(cloud, id, { 'os-unmanage': {} })

/** Storage on a back end that Cinder is to manage: cinder/api/schemas/volume_manage.py. */
export type ManageRequest = {
  host: string
  ref: Partial<Record<'source-name' | 'source-id', string>>
  name: string
  description: string
  type?: string
  availabilityZone?: string
  bootable: boolean
  metadata: Readonly<Record<string, string>>
}

/** Manageable volumes have an address of their own since 3.8. */
const managePath = (cloud: CloudScope) =>
  speaks(cloud, 'volume', '3.8') ? '/manageable_volumes' : '/os-volume-manage'

/**
 * Brings existing storage under Cinder's management, in the session's project. It looks like a volume that is being created; if
 * the back end does not know it, it ends in `error`.
 */
export async function manageVolume(
  cloud: CloudScope,
  { type, availabilityZone, ...rest }: ManageRequest,
): Promise<Volume> {
  const volume = { ...rest, volume_type: type, availability_zone: availabilityZone }
  const body = await cinder(cloud).post(managePath(cloud), z.object({ volume: volumeSchema }), {
    body: { volume },
  })
  return body.volume
}

/** Something on a back end that Cinder could take over. */
export type Manageable = {
  reference: { 'source-name': string | null; 'source-id': string | null }
  sizeGiB: number
}

const manageableList = z.object({
  'manageable-volumes': listOf(
    z.object({
      reference: z.object({ 'source-name': text, 'source-id': text }),
      size: neededNumber,
      safe_to_manage: flag,
    }),
  ),
})

/**
 * What a back end has that Cinder could take over.
 * @throws ApiError of kind `server-fault` where its driver can't tell
 */
export async function listManageable(
  cloud: CloudScope,
  host: string,
  signal?: AbortSignal,
): Promise<Manageable[]> {
  const body = await cinder(cloud).get(managePath(cloud), manageableList, {
    query: { host },
    signal,
  })
  return body['manageable-volumes'].items
    .filter(({ safe_to_manage: isSafe }) => isSafe)
    .map(({ reference, size }) => ({ reference, sizeGiB: size }))
}
