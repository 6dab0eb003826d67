import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import { cinder } from '#src/openstack/http/http.ts'

const pathOf = (id: VolumeId) => `/volumes/${encodeURIComponent(id)}`

const act = (cloud: CloudScope, id: VolumeId, body: object) =>
  cinder(cloud).send('POST', `${pathOf(id)}/action`, { body })

/** Asks for a volume to be made larger; since 3.42 also one that is in use. It is `extending` when the answer comes. */
export const extendVolume = (cloud: CloudScope, id: VolumeId, sizeGiB: number) =>
  act(cloud, id, { 'os-extend': { new_size: sizeGiB } })

/** Whether a volume's data may be moved to another back end for its new type. */
export type MigrationPolicy = 'never' | 'on-demand'

/**
 * Asks for another type. It is `retyping` when the answer comes; where the change fails then, the volume goes back to its
 * status and type without a word.
 */
export const retypeVolume = (
  cloud: CloudScope,
  id: VolumeId,
  { type, migrationPolicy }: { type: string; migrationPolicy: MigrationPolicy },
) => act(cloud, id, { 'os-retype': { new_type: type, migration_policy: migrationPolicy } })

/** Formats in which Cinder writes an image: cinder/api/schemas/volume_actions.py, `volume_upload_image`. */
export const diskFormats = ['raw', 'qcow2', 'vmdk', 'vdi', 'vhd', 'vhdx', 'ploop'] as const
export type DiskFormat = (typeof diskFormats)[number]

/** What Glance may wrap an image in; Cinder leaves the word to it. */
export const containerFormats = ['bare', 'compressed', 'docker', 'ova', 'ovf'] as const
export type ContainerFormat = (typeof containerFormats)[number]

/** An image to be made of a volume. */
export type UploadImageRequest = {
  name: string
  diskFormat: DiskFormat
  containerFormat: ContainerFormat
}

const upload = z.object({ 'os-volume_upload_image': z.object({ image_id: z.string() }) })

/** Asks for an image of a volume, and gives the image's id. The volume is `uploading` when the answer comes. */
export async function uploadToImage(
  cloud: CloudScope,
  id: VolumeId,
  { name, diskFormat, containerFormat }: UploadImageRequest,
): Promise<string> {
  const body = await cinder(cloud).post(`${pathOf(id)}/action`, upload, {
    body: {
      'os-volume_upload_image': {
        image_name: name,
        disk_format: diskFormat,
        container_format: containerFormat,
      },
    },
  })
  return body['os-volume_upload_image'].image_id
}

/** Sets whether instances that attach the volume from now on get it read-only, all of them. */
export const setReadOnly = (cloud: CloudScope, id: VolumeId, readOnly: boolean) =>
  act(cloud, id, { 'os-update_readonly_flag': { readonly: readOnly } })

/** Sets whether an instance can be booted from the volume. */
export const setBootable = (cloud: CloudScope, id: VolumeId, bootable: boolean) =>
  act(cloud, id, { 'os-set_bootable': { bootable } })

/** Adds pairs to the metadata of the image that a volume was made of, or gives them other values. */
export const setImageMetadata = (
  cloud: CloudScope,
  id: VolumeId,
  metadata: Readonly<Record<string, string>>,
) => act(cloud, id, { 'os-set_image_metadata': { metadata } })

/** Removes a pair from the metadata of the image that a volume was made of. */
export const unsetImageMetadata = (cloud: CloudScope, id: VolumeId, key: string) =>
  act(cloud, id, { 'os-unset_image_metadata': { key } })
