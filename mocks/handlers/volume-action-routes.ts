import { hostWished, migrateVolume, unmanageVolume } from '#mocks/cloud/administer-volumes.ts'
import {
  attachByHand,
  detachByHand,
  forceDetach,
  reserveByHand,
} from '#mocks/cloud/attach-by-hand.ts'
import type { Volume, VolumeType } from '#mocks/cloud/block-storage.ts'
import { enforce } from '#mocks/cloud/caller.ts'
import { forceDeleteVolume } from '#mocks/cloud/delete-volume.ts'
import { invalidVolume, Refusal } from '#mocks/cloud/refusal.ts'
import { beginDetaching, rollDetaching } from '#mocks/cloud/reservations.ts'
import { revertVolume } from '#mocks/cloud/revert.ts'
import {
  extendVolume,
  resetStatus,
  retypeVolume,
  setReadOnly,
  uploadImage,
} from '#mocks/cloud/volume-actions.ts'

import { accepted, emptyPage, ok, type Answer } from './answer.ts'
import { cinderActionOf, route, since, type Ask, type Known, type ServiceRoute } from './ask.ts'
import { check, noSchemaFits, type Rule } from './validation.ts'
import {
  booleanOf,
  databaseTime,
  databaseTimeOrNull,
  isObject,
  textOf,
  type Json,
} from './values.ts'
import { pairsIn, volumeOf } from './volume-changes.ts'

type Act = Known & {
  rule?: Rule | ((ask: Ask) => Rule)
  run: (ask: Ask, volume: Volume, wish: Json) => Answer | void
}

const boolean = (field: string): Rule => ({
  is: 'object',
  required: [field],
  fields: { [field]: { is: 'boolean' } },
})

const policy = (name: string) => `volume_extension:volume_actions:${name}`

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
  volume.imageMetadata = { ...volume.imageMetadata, ...pairsIn(wish['metadata']) }
  return ok({ metadata: volume.imageMetadata })
}

function unsetImageMetadata(ask: Ask, volume: Volume, wish: Json): Answer {
  enforce(ask.caller, 'volume_extension:volume_image_metadata:remove', volume.projectId)
  const key = textOf(wish['key']) ?? ''
  const { [key]: value, ...rest } = volume.imageMetadata ?? {}
  if (value === undefined)
    throw new Refusal(404, `Glance metadata for volume/snapshot ${volume.id} cannot be found.`)
  volume.imageMetadata = Object.keys(rest).length > 0 ? rest : null
  return emptyPage(200)
}

const actions: Record<string, Act> = {
  'os-extend': {
    rule: { is: 'object', required: ['new_size'], fields: { new_size: { is: 'size' } } },
    run: (ask, volume, wish) =>
      extendVolume(ask.region, ask.caller, volume, {
        sizeGiB: Number(wish['new_size']),
        online: since(ask, 3, 42),
      }),
  },
  'os-retype': {
    rule: {
      is: 'object',
      required: ['new_type'],
      fields: {
        new_type: { is: 'text' },
        migration_policy: { is: 'one of', values: ['on-demand', 'never'], orNull: true },
      },
    },
    run: (ask, volume, wish) =>
      retypeVolume(ask.region, ask.caller, volume, {
        typeName: textOf(wish['new_type']) ?? '',
        mayMigrate: wish['migration_policy'] === 'on-demand',
      }),
  },
  revert: {
    since: [3, 40],
    run: (ask, volume, wish) =>
      revertVolume(ask.region, ask.caller, volume, textOf(wish['snapshot_id'])),
  },
  'os-reset_status': {
    rule: {
      is: 'object',
      fields: {
        status: { is: 'text', orNull: true },
        attach_status: { is: 'text', orNull: true },
        migration_status: { is: 'text', orNull: true },
      },
    },
    run: (ask, volume, wish) =>
      resetStatus(ask.region, ask.caller, volume, {
        status: textOf(wish['status']),
        attachStatus: textOf(wish['attach_status']),
        migrationStatus: textOf(wish['migration_status']),
      }),
  },
  'os-force_delete': {
    run: (ask, volume) => forceDeleteVolume(ask.region, ask.caller, volume),
  },
  'os-detach': {
    rule: { is: 'object', orNull: true, fields: { attachment_id: { is: 'uuid', orNull: true } } },
    run: (ask, volume, wish) =>
      detachByHand(ask.region, ask.caller, volume, textOf(wish['attachment_id'])),
  },
  'os-force_detach': {
    rule: {
      is: 'object',
      fields: { connector: { is: 'anything' }, attachment_id: { is: 'text', orNull: true } },
    },
    run: (ask, volume, wish) =>
      forceDetach(ask.region, ask.caller, volume, textOf(wish['attachment_id'])),
  },
  'os-attach': {
    rule: {
      is: 'object',
      required: ['mountpoint'],
      fields: {
        instance_uuid: { is: 'uuid' },
        mountpoint: { is: 'text', min: 1, max: 255 },
        host_name: { is: 'text', max: 255 },
        mode: { is: 'one of', values: ['rw', 'ro'] },
      },
    },
    run: (ask, volume, wish) => {
      const instanceId = textOf(wish['instance_uuid']) ?? null
      const host = textOf(wish['host_name']) ?? null
      if (instanceId === null && host === null) throw noSchemaFits('os-attach', wish)
      const mountpoint = textOf(wish['mountpoint']) ?? null
      const mode = textOf(wish['mode']) ?? 'rw'
      attachByHand(ask.region, ask.caller, volume, { instanceId, host, mountpoint, mode })
    },
  },
  'os-reserve': { run: (ask, volume) => reserveByHand(ask.region, ask.caller, volume, true) },
  'os-unreserve': { run: (ask, volume) => reserveByHand(ask.region, ask.caller, volume, false) },
  'os-begin_detaching': {
    run: (ask, volume) => {
      enforce(ask.caller, policy('begin_detaching'), volume.projectId)
      beginDetaching(ask.region, volume)
    },
  },
  'os-roll_detaching': {
    run: (ask, volume) => {
      enforce(ask.caller, policy('roll_detaching'), volume.projectId)
      rollDetaching(ask.region, volume)
    },
  },
  'os-update_readonly_flag': {
    rule: boolean('readonly'),
    run: (ask, volume, wish) =>
      setReadOnly(ask.region, ask.caller, volume, booleanOf(wish['readonly']) ?? false),
  },
  'os-set_bootable': {
    rule: boolean('bootable'),
    run: (ask, volume, wish) => {
      enforce(ask.caller, 'volume:update', volume.projectId)
      volume.bootable = booleanOf(wish['bootable']) ?? false
      return { status: 200 }
    },
  },
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
  'os-set_image_metadata': { run: setImageMetadata },
  'os-show_image_metadata': {
    run: (_ask, volume) => ok({ metadata: volume.imageMetadata ?? {} }),
  },
  'os-unset_image_metadata': { run: unsetImageMetadata },
  'os-extend_volume_completion': {
    // A request in an older microversion of such a Cinder finds it too.
    withNewest: [3, 71],
    run: (ask, volume) => {
      enforce(
        ask.caller,
        'volume_extension:volume_admin_actions:extend_volume_completion',
        volume.projectId,
      )
      throw invalidVolume(
        volume.status === 'extending'
          ? 'Required volume admin metadata is malformed or missing.'
          : 'Volume is not being extended.',
      )
    },
  },
  'os-unmanage': { run: (ask, volume) => unmanageVolume(ask.region, ask.caller, volume) },
  'os-migrate_volume': {
    rule: (ask) => ({
      is: 'object',
      required: since(ask, 3, 16) ? [] : ['host'],
      fields: {
        host: { is: 'text', max: 255, orNull: since(ask, 3, 16) },
        force_host_copy: { is: 'boolean' },
        lock_volume: { is: 'boolean' },
        ...(since(ask, 3, 16) && { cluster: { is: 'text', orNull: true, max: 255 } }),
      },
    }),
    run: (ask, volume, wish) => {
      enforce(ask.caller, 'volume_extension:volume_admin_actions:migrate_volume', volume.projectId)
      migrateVolume(ask.region, ask.caller, volume, {
        host: hostWished(textOf(wish['host']), textOf(wish['cluster'])),
        lock: booleanOf(wish['lock_volume']) ?? false,
      })
    },
  },
}

function act(ask: Ask): Answer {
  const { name, action, wish } = cinderActionOf(ask, actions)
  const { rule } = action
  if (rule) check(name, wish, typeof rule === 'function' ? rule(ask) : rule)
  return action.run(ask, volumeOf(ask), isObject(wish) ? wish : {}) ?? accepted()
}

export const volumeActionRoutes: readonly ServiceRoute[] = [
  route('POST', 'volumes/:id/action', act),
]
