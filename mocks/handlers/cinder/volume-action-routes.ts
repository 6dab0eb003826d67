import { enforce } from '#mocks/cloud/identity/caller.ts'
import { invalidVolume } from '#mocks/cloud/refusal.ts'
import {
  hostWished,
  migrateVolume,
  unmanageVolume,
} from '#mocks/cloud/storage/administer-volumes.ts'
import type { Volume } from '#mocks/cloud/storage/block-storage.ts'
import { forceDeleteVolume } from '#mocks/cloud/storage/delete-volume.ts'
import { revertVolume } from '#mocks/cloud/storage/revert.ts'
import {
  extendVolume,
  resetStatus,
  retypeVolume,
  setReadOnly,
} from '#mocks/cloud/storage/volume-actions.ts'
import { accepted, ok, type Answer } from '#mocks/handlers/answer.ts'
import { cinderActionOf, route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { check, type Rule } from '#mocks/handlers/validation.ts'
import { booleanOf, isObject, textOf, type Json } from '#mocks/handlers/values.ts'

import type { Acts } from './volume-acts.ts'
import { volumeOf } from './volume-changes.ts'
import { connectionActs } from './volume-connection-acts.ts'
import { imageActs } from './volume-image-acts.ts'

const boolean = (field: string): Rule => ({
  is: 'object',
  required: [field],
  fields: { [field]: { is: 'boolean' } },
})

const mover = 'volume_extension:volume_admin_actions:migrate_volume'

/** The end of a move that Nova made: without one, only the id of the other volume is told. */
function completeMove(ask: Ask, volume: Volume, wish: Json): Answer {
  const other = ask.region.storage.volumeFor(ask.caller, textOf(wish['new_volume']) ?? '')
  enforce(ask.caller, `${mover}_completion`, volume.projectId)
  if (volume.migrationStatus === null && other.migrationStatus === null)
    return ok({ save_volume_id: other.id })
  if (volume.migrationStatus === null) throw invalidVolume('Source volume not mid-migration.')
  if (other.migrationStatus === null) throw invalidVolume('Destination volume not mid-migration.')
  throw invalidVolume(
    `Destination has migration_status ${other.migrationStatus}, expected target:${volume.id}.`,
  )
}

const actions: Acts = {
  ...connectionActs,
  ...imageActs,
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
  'os-migrate_volume_completion': {
    rule: {
      is: 'object',
      required: ['new_volume'],
      fields: { new_volume: { is: 'uuid' }, error: { is: 'anything' } },
    },
    run: completeMove,
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
      enforce(ask.caller, mover, volume.projectId)
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
