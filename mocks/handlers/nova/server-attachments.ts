import { attach, attachUnheard, detach, deviceOf } from '#mocks/cloud/compute/attach.ts'
import type { BlockDevice, Server } from '#mocks/cloud/compute/compute.ts'
import { swap } from '#mocks/cloud/compute/swap.ts'
import { enforce } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { accepted, emptyPage, ok } from '#mocks/handlers/answer.ts'
import { route, sent, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { atLeast } from '#mocks/handlers/microversion.ts'
import { checkBody, type Rule } from '#mocks/handlers/validation.ts'
import { booleanOf, textOf } from '#mocks/handlers/values.ts'

import { checkQuery, countIn } from './nova-query.ts'

const serverOf = (ask: Ask) => ask.region.compute.serverFor(ask.caller, ask.params['server'] ?? '')

const rule = (name: string) => `os_compute_api:os-volumes-attachments:${name}`

/** A volume that an instance holds, as Nova shows it. */
const deviceView = (ask: Ask, device: BlockDevice) => ({
  ...(!since(ask, 2, 89) && { id: device.volumeId }),
  volumeId: device.volumeId,
  serverId: device.instanceId,
  ...(device.device !== null && { device: device.device }),
  ...(since(ask, 2, 70) && { tag: device.tag }),
  ...(since(ask, 2, 79) && { delete_on_termination: device.deleteOnTermination }),
  ...(since(ask, 2, 89) && { attachment_id: device.attachmentId, bdm_uuid: device.id }),
})

/** The answer to an attach, which in no microversion tells Cinder's id of the attachment. */
const attachedView = (ask: Ask, device: BlockDevice) => ({
  id: device.volumeId,
  serverId: device.instanceId,
  volumeId: device.volumeId,
  device: device.device,
  ...(since(ask, 2, 70) && { tag: device.tag }),
  ...(since(ask, 2, 79) && { delete_on_termination: device.deleteOnTermination }),
})

/** Nova counts the local root disk among the devices, though it does not list it. */
function pageOfDevices({ query }: Ask, { devices, imageId }: Server): readonly BlockDevice[] {
  const all: readonly (BlockDevice | undefined)[] =
    imageId === null ? devices : [undefined, ...devices]
  const start = countIn(query, 'offset') ?? 0
  const limit = countIn(query, 'limit')
  return all
    .slice(start, limit === undefined ? undefined : start + limit)
    .filter((device) => device !== undefined)
}

const devicePattern = '(^/dev/x{0,1}[a-z]{0,1}d{0,1})([a-z]+)[0-9]*$'

function attachRule(ask: Ask): Rule {
  return {
    is: 'object',
    required: ['volumeId'],
    fields: {
      volumeId: { is: 'uuid' },
      device: { is: 'text', orNull: true, pattern: devicePattern },
      ...(since(ask, 2, 49) && { tag: { is: 'text', min: 1, max: 60, pattern: '^[^,/]*$' } }),
      ...(since(ask, 2, 79) && { delete_on_termination: { is: 'boolean', letters: false } }),
    },
  }
}

function create(ask: Ask) {
  checkBody(ask.body, 'volumeAttachment', attachRule(ask))
  const wish = sent(ask, 'volumeAttachment')
  const asked = {
    volumeId: textOf(wish['volumeId']) ?? '',
    device: textOf(wish['device']) ?? null,
    tag: textOf(wish['tag']) ?? null,
    deleteOnTermination: booleanOf(wish['delete_on_termination']) ?? false,
    knowsMultiattach: since(ask, 2, 60),
  }
  const server = serverOf(ask)
  if (since(ask, 2, 101)) {
    attachUnheard(ask.region, ask.caller, server, asked)
    return emptyPage(202)
  }
  const device = attach(ask.region, ask.caller, server, asked)
  return ok({ volumeAttachment: attachedView(ask, device) })
}

/** Since 2.85 all that an attachment has may be sent, of which only one field may differ. */
const updateRule = (ask: Ask): Rule => ({
  is: 'object',
  required: ['volumeId'],
  fields: {
    volumeId: { is: 'uuid' },
    ...(since(ask, 2, 85) && {
      device: { is: 'text', orNull: true },
      tag: { is: 'text', orNull: true },
      delete_on_termination: { is: 'boolean', letters: false },
      serverId: { is: 'uuid' },
      id: { is: 'uuid' },
    }),
  },
})

/** Sets `delete_on_termination`, or, naming another volume, swaps one volume for another. */
function update(ask: Ask) {
  checkBody(ask.body, 'volumeAttachment', updateRule(ask))
  const wish = sent(ask, 'volumeAttachment')
  const server = serverOf(ask)
  const oldId = ask.params['volume'] ?? ''
  const newId = textOf(wish['volumeId']) ?? ''
  if (newId !== oldId || !since(ask, 2, 85)) {
    enforce(ask.caller, rule('swap'), server.projectId)
    const old = ask.region.storage.volumeFor(ask.caller, oldId)
    // Since Nova 32 (2025.2, whose microversions end at 2.100, as those of 2025.1 do), in all microversions.
    if (atLeast(ask.newest, [2, 101]) && old.migrationStatus === null)
      throw new Refusal(
        409,
        `volume ${oldId} is not migrating; this API should only be called by Cinder`,
      )
    swap(ask.region, ask.caller, server, oldId, newId)
    return accepted()
  }
  enforce(ask.caller, rule('update'), server.projectId)
  const device = server.devices.find(({ volumeId }) => volumeId === oldId)
  if (!device) throw new Refusal(404, `No volume Block Device Mapping with id ${oldId}.`)
  device.deleteOnTermination =
    booleanOf(wish['delete_on_termination']) ?? device.deleteOnTermination
  return accepted()
}

const list = 'servers/:server/os-volume_attachments'
const one = `${list}/:volume`

export const serverAttachmentRoutes: readonly ServiceRoute[] = [
  route('GET', list, (ask) => {
    const server = serverOf(ask)
    enforce(ask.caller, rule('index'), server.projectId)
    checkQuery(ask, 75, ['limit', 'offset'])
    const devices = pageOfDevices(ask, server)
    return ok({ volumeAttachments: devices.map((device) => deviceView(ask, device)) })
  }),
  route('POST', list, create),
  route('GET', one, (ask) => {
    const server = serverOf(ask)
    enforce(ask.caller, rule('show'), server.projectId)
    return ok({ volumeAttachment: deviceView(ask, deviceOf(server, ask.params['volume'] ?? '')) })
  }),
  route('PUT', one, update),
  route('DELETE', one, (ask) => {
    detach(ask.region, ask.caller, serverOf(ask), ask.params['volume'] ?? '')
    return accepted()
  }),
]
