import { enforce } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import type { Snapshot } from '#mocks/cloud/storage/block-storage.ts'
import { removeSnapshot } from '#mocks/cloud/storage/delete-volume.ts'
import { accepted, emptyPage, type Answer } from '#mocks/handlers/answer.ts'
import {
  cinderActionOf,
  route,
  type Ask,
  type Known,
  type ServiceRoute,
} from '#mocks/handlers/ask.ts'
import { check, type Rule } from '#mocks/handlers/validation.ts'
import { isObject, pythonRepr, textOf, type Json } from '#mocks/handlers/values.ts'

import { snapshotOf } from './snapshots.ts'

type Act = Known & {
  rule?: Rule
  run: (ask: Ask, snapshot: Snapshot, wish: Json) => Answer | void
}

/** cinder/objects/fields.py, SnapshotStatus. */
const statuses = [
  'error',
  'available',
  'creating',
  'deleting',
  'deleted',
  'updating',
  'error_deleting',
  'unmanaging',
  'backing-up',
  'restoring',
]

const ofAdmins = (name: string) => `volume_extension:snapshot_admin_actions:${name}`

/** Which status may follow which, for those who take snapshots of their own (cinder/api/contrib/snapshot_actions.py). */
const following: Record<string, readonly string[]> = {
  creating: ['creating', 'available', 'error'],
  deleting: ['deleting', 'error_deleting'],
}

function updateStatus(ask: Ask, snapshot: Snapshot, wish: Json) {
  const status = textOf(wish['status']) ?? ''
  enforce(
    ask.caller,
    'snapshot_extension:snapshot_actions:update_snapshot_status',
    snapshot.projectId,
  )
  const allowed = following[snapshot.status]
  if (!allowed)
    throw new Refusal(
      400,
      `Snapshot status ${snapshot.status} not allowed for update_snapshot_status`,
    )
  if (!allowed.includes(status))
    throw new Refusal(
      400,
      `Provided snapshot status ${status} not allowed for snapshot with status ${snapshot.status}.`,
    )
  snapshot.status = status
  snapshot.updatedAt = ask.region.clock.now()
}

const withStatus: Rule = { is: 'object', required: ['status'], fields: { status: { is: 'text' } } }

const actions: Record<string, Act> = {
  'os-reset_status': {
    rule: withStatus,
    run: (ask, snapshot, wish) => {
      const status = textOf(wish['status']) ?? ''
      if (!statuses.includes(status.toLowerCase()))
        throw new Refusal(
          400,
          `Snapshot status: ${status} is invalid, valid statuses are: (${statuses.map(pythonRepr).join(', ')}).`,
        )
      enforce(ask.caller, ofAdmins('reset_status'), snapshot.projectId)
      snapshot.status = status.toLowerCase()
      snapshot.updatedAt = ask.region.clock.now()
    },
  },
  'os-update_snapshot_status': {
    rule: {
      is: 'object',
      required: ['status'],
      fields: { status: { is: 'text' }, progress: { is: 'anything' } },
    },
    run: updateStatus,
  },
  'os-force_delete': {
    run: (ask, snapshot) => {
      enforce(ask.caller, ofAdmins('force_delete'), snapshot.projectId)
      removeSnapshot(ask.region, snapshot)
    },
  },
  'os-unmanage': {
    run: (ask, snapshot) => {
      enforce(ask.caller, 'snapshot_extension:snapshot_unmanage', snapshot.projectId)
      if (snapshot.status !== 'available' && snapshot.status !== 'error')
        throw new Refusal(
          400,
          'Invalid snapshot: Snapshot status must be available or error and must not be part of a group.',
        )
      removeSnapshot(ask.region, snapshot, 'unmanaging')
      return emptyPage(202)
    },
  },
}

/** What may be done with a snapshot (cinder/api/contrib, admin_actions.py, snapshot_actions.py and snapshot_unmanage.py). */
export const snapshotActionRoutes: readonly ServiceRoute[] = [
  route('POST', 'snapshots/:id/action', (ask) => {
    const { name, action, wish } = cinderActionOf(ask, actions)
    if (action.rule) check(name, wish, action.rule)
    return action.run(ask, snapshotOf(ask), isObject(wish) ? wish : {}) ?? accepted()
  }),
]
