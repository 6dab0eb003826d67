import { enforce } from '#mocks/cloud/identity/caller.ts'
import {
  attachByHand,
  detachByHand,
  forceDetach,
  reserveByHand,
} from '#mocks/cloud/storage/attach-by-hand.ts'
import { beginDetaching, rollDetaching } from '#mocks/cloud/storage/reservations.ts'
import { ok } from '#mocks/handlers/answer.ts'
import { noSchemaFits, type Rule } from '#mocks/handlers/validation.ts'
import { textOf } from '#mocks/handlers/values.ts'

import { policy, type Acts } from './volume-acts.ts'

const withConnector: Rule = {
  is: 'object',
  required: ['connector'],
  fields: { connector: { is: 'anything' } },
}

/** What is done with a volume from before there were attachments of their own, in 3.27. */
export const connectionActs: Acts = {
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
  'os-initialize_connection': {
    rule: withConnector,
    run: (ask, volume) => {
      enforce(ask.caller, policy('initialize_connection'), volume.projectId)
      const { id: volume_id, encrypted } = volume
      const data = { volume_id, qos_specs: null, access_mode: 'rw', encrypted, cacheable: false }
      return ok({ connection_info: { driver_volume_type: 'fake', data } })
    },
  },
  'os-terminate_connection': {
    rule: withConnector,
    run: (ask, volume) => enforce(ask.caller, policy('terminate_connection'), volume.projectId),
  },
}
