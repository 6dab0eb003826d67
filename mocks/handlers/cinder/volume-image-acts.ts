import { enforce } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import type { Volume, VolumeType } from '#mocks/cloud/storage/block-storage.ts'
import { reimage } from '#mocks/cloud/storage/reimage.ts'
import { uploadImage } from '#mocks/cloud/storage/volume-actions.ts'
import { accepted, emptyPage, ok, type Answer } from '#mocks/handlers/answer.ts'
import { since, type Ask } from '#mocks/handlers/ask.ts'
import {
  booleanOf,
  databaseTime,
  databaseTimeOrNull,
  textOf,
  type Json,
} from '#mocks/handlers/values.ts'

import { policy, type Acts } from './volume-acts.ts'
import { metadataKeys, pairsIn } from './volume-changes.ts'

const diskFormats = ['raw', 'vmdk', 'vdi', 'qcow2', 'vhd', 'vhdx', 'ploop']

/** A type as Cinder's database has it, which no other answer shows. */
const typeRecord = (type: VolumeType) => ({
  id: type.id,
  name: type.name,
  description: type.description,
  is_public: type.isPublic,
  extra_specs: type.extraSpecs,
  qos_specs_id: null,
  created_at: databaseTime(type.createdAt),
  updated_at: null,
  deleted: false,
  deleted_at: null,
})

const visibilityIn = ({ visibility }: Json) =>
  (['community', 'public', 'private', 'shared'] as const).find((one) => one === visibility)

function upload(ask: Ask, volume: Volume, wish: Json): Answer {
  const name = textOf(wish['image_name']) ?? ''
  const diskFormat = textOf(wish['disk_format']) ?? 'raw'
  const containerFormat = textOf(wish['container_format']) ?? 'bare'
  // Before there was a choice, Glance's default held.
  const visibility = since(ask, 3, 1) ? (visibilityIn(wish) ?? 'private') : 'shared'
  const isProtected = booleanOf(wish['protected']) ?? false
  if (visibility === 'public') enforce(ask.caller, policy('upload_public'))
  const imageId = uploadImage(ask.region, ask.caller, volume, {
    name,
    diskFormat,
    containerFormat,
    visibility,
    isProtected,
  })
  const type = ask.region.storage.typeOf(volume)
  return accepted({
    'os-volume_upload_image': {
      id: volume.id,
      updated_at: databaseTimeOrNull(volume.updatedAt),
      status: volume.status,
      display_description: volume.description,
      size: volume.size,
      volume_type: type && typeRecord(type),
      image_id: imageId,
      container_format: containerFormat,
      disk_format: diskFormat,
      image_name: name,
      protected: isProtected,
      visibility,
    },
  })
}

function setImageMetadata(ask: Ask, volume: Volume, wish: Json): Answer {
  enforce(ask.caller, 'volume_extension:volume_image_metadata:set', volume.projectId)
  const metadata = { ...volume.imageMetadata, ...pairsIn(wish['metadata']) }
  volume.imageMetadata = Object.keys(metadata).length > 0 ? metadata : null
  return ok({ metadata })
}

const noMetadata = ({ id }: Volume) =>
  new Refusal(404, `Glance metadata for volume/snapshot ${id} cannot be found.`)

function unsetImageMetadata(ask: Ask, volume: Volume, wish: Json): Answer {
  enforce(ask.caller, 'volume_extension:volume_image_metadata:remove', volume.projectId)
  const key = textOf(wish['key']) ?? ''
  const { [key]: value, ...rest } = volume.imageMetadata ?? {}
  if (value === undefined) throw noMetadata(volume)
  volume.imageMetadata = Object.keys(rest).length > 0 ? rest : null
  return emptyPage(200)
}

/** What may be done with volumes and images. */
export const imageActs: Acts = {
  'os-volume_upload_image': {
    rule: (ask) => ({
      is: 'object',
      required: ['image_name'],
      fields: {
        image_name: { is: 'text', min: 1, max: 255 },
        force: { is: 'boolean' },
        disk_format: { is: 'one of', values: diskFormats },
        container_format: { is: 'text', orNull: true, max: 255 },
        ...(since(ask, 3, 1) && {
          visibility: { is: 'one of', values: ['community', 'public', 'private', 'shared'] },
          protected: { is: 'boolean' },
        }),
      },
    }),
    run: upload,
  },
  'os-set_image_metadata': {
    rule: {
      is: 'object',
      required: ['metadata'],
      fields: { metadata: { is: 'texts', keys: metadataKeys, max: 65_535 } },
    },
    run: setImageMetadata,
  },
  'os-show_image_metadata': {
    run: (_ask, volume) => {
      if (!volume.imageMetadata) throw noMetadata(volume)
      return ok({ metadata: volume.imageMetadata })
    },
  },
  'os-unset_image_metadata': {
    rule: {
      is: 'object',
      required: ['key'],
      fields: { key: { is: 'text', min: 1, max: 255 } },
    },
    run: unsetImageMetadata,
  },
  'os-reimage': {
    since: [3, 68],
    rule: {
      is: 'object',
      required: ['image_id'],
      fields: { image_id: { is: 'uuid' }, reimage_reserved: { is: 'boolean' } },
    },
    run: (ask, volume, wish) =>
      reimage(ask.region, ask.caller, volume, {
        imageId: textOf(wish['image_id']) ?? '',
        mayBeReserved: booleanOf(wish['reimage_reserved']) ?? false,
      }),
  },
}
