import type { Attachment, Volume } from '#mocks/cloud/storage/block-storage.ts'
import { since, type Ask } from '#mocks/handlers/ask.ts'
import { databaseTime, databaseTimeOrNull, freshTime } from '#mocks/handlers/values.ts'

/** Links to a resource: with the version, and the bookmark without it. */
export const linksTo = ({ base, linkBase }: Ask, path: string) => [
  { rel: 'self', href: `${linkBase}/${path}` },
  { rel: 'bookmark', href: `${base}${linkBase.slice(base.length).replace('/v3', '')}/${path}` },
]

const heldView = ({ caller }: Ask, attachment: Attachment) => ({
  id: attachment.volumeId,
  attachment_id: attachment.id,
  volume_id: attachment.volumeId,
  server_id: attachment.instanceId,
  host_name: caller.isAdmin ? attachment.hostName : null,
  device: attachment.mountpoint,
  attached_at: databaseTimeOrNull(attachment.attachedAt),
})

/** A volume in a list without details. */
export const volumeSummary = (ask: Ask, { id, name }: Volume) => ({
  id,
  name,
  links: linksTo(ask, `volumes/${id}`),
})

function byMicroversion(ask: Ask, volume: Volume) {
  const { isAdmin } = ask.caller
  return {
    ...(isAdmin && { migration_status: volume.migrationStatus }),
    ...(since(ask, 3, 13) && { group_id: volume.groupId }),
    ...(since(ask, 3, 21) && isAdmin && { provider_id: null }),
    ...(since(ask, 3, 48) && {
      shared_targets: volume.host === null,
      service_uuid: serviceIdOf(volume.host),
    }),
    ...(since(ask, 3, 61) && isAdmin && { cluster_name: null }),
    ...(since(ask, 3, 63) && { volume_type_id: volume.typeId }),
    ...(since(ask, 3, 65) && { consumes_quota: true }),
  }
}

const serviceIds: Record<string, string> = {
  'vm@shared': 'e25d17bc-f15b-4042-84d9-c70c7f3bdcad',
  'vm@single': '24406b58-b42d-4c26-98ad-6f4093268c75',
}

/** The service that looks after the volumes of a pool. */
export const serviceIdOf = (host: string | null) => serviceIds[host?.split('#')[0] ?? ''] ?? null

/** Cinder keeps these from old clients (api/v3/views/volumes.py, _get_volume_status). */
const shownStatus: Record<string, string> = {
  managing: 'creating',
  error_managing: 'error',
  error_managing_deleting: 'deleting',
}

function details(ask: Ask, volume: Volume) {
  const { storage } = ask.region
  const held = storage
    .attachmentsOf(volume.id)
    .filter(({ status }) => status === 'attached')
    .map((attachment) => heldView(ask, attachment))
  return {
    id: volume.id,
    status: shownStatus[volume.status] ?? volume.status,
    size: volume.size,
    availability_zone: volume.availabilityZone,
    created_at: databaseTime(volume.createdAt),
    updated_at: databaseTimeOrNull(volume.updatedAt),
    name: volume.name,
    description: volume.description,
    volume_type: storage.typeOf(volume)?.name ?? null,
    snapshot_id: volume.snapshotId,
    source_volid: volume.sourceVolumeId,
    metadata: { ...volume.metadata, ...volume.adminMetadata },
    links: linksTo(ask, `volumes/${volume.id}`),
    user_id: volume.userId,
    bootable: String(volume.bootable),
    encrypted: volume.encrypted,
    replication_status: null,
    consistencygroup_id: null,
    multiattach: volume.multiattach,
    attachments: held,
    ...byMicroversion(ask, volume),
  }
}

/** A volume with what the extensions add to lists and single answers. */
export const volumeView = (ask: Ask, volume: Volume) => ({
  ...details(ask, volume),
  'os-vol-tenant-attr:tenant_id': volume.projectId,
  ...(ask.caller.isAdmin && {
    'os-vol-mig-status-attr:migstat': volume.migrationStatus,
    'os-vol-mig-status-attr:name_id': null,
    'os-vol-host-attr:host': volume.host,
  }),
  ...(volume.imageMetadata && { volume_image_metadata: volume.imageMetadata }),
})

/** A volume as the answer to its creation shows it. */
export const createdVolumeView = (ask: Ask, volume: Volume) => ({
  ...details(ask, volume),
  created_at: freshTime(volume.createdAt),
})

/** A volume as the answer to a change shows it. */
export const updatedVolumeView = details
