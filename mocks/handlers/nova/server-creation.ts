import { createServers, type MappingWish } from '#mocks/cloud/compute/create-server.ts'
import { isUuid, newPassword } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { accepted } from '#mocks/handlers/answer.ts'
import { route, sent, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { checkBody, type Rule } from '#mocks/handlers/validation.ts'
import { booleanOf, isObject, objectIn, textOf, type Json } from '#mocks/handlers/values.ts'

import { linksTo } from './server-view.ts'

const anything: Rule = { is: 'anything' }

const mappingRule: Rule = {
  is: 'object',
  fields: {
    source_type: { is: 'one of', values: ['volume', 'image', 'snapshot', 'blank'] },
    destination_type: { is: 'one of', values: ['local', 'volume'] },
    uuid: { is: 'text', min: 1, max: 255 },
    boot_index: anything,
    device_name: anything,
    device_type: anything,
    disk_bus: anything,
    guest_format: anything,
    tag: { is: 'text', min: 1, max: 60 },
    volume_id: { is: 'uuid' },
    volume_size: { is: 'size' },
    volume_type: anything,
    delete_on_termination: { is: 'boolean' },
    no_device: { is: 'boolean' },
  },
}

/** Fields that a client may send and that change nothing here. */
const unused = [
  'OS-DCF:diskConfig',
  'accessIPv4',
  'accessIPv6',
  'config_drive',
  'host',
  'hypervisor_hostname',
  'key_name',
  'personality',
  'return_reservation_id',
  'security_groups',
  'tags',
  'trusted_image_certificates',
  'user_data',
]

/** Since 2.94 a hostname may be a domain name (nova/api/validation/parameter_types.py, fqdn). */
const hostnameRule = (ask: Ask): Rule => ({
  is: 'text',
  min: 2,
  max: since(ask, 2, 94) ? 255 : 63,
  pattern: since(ask, 2, 94)
    ? '^[a-zA-Z0-9]+[a-zA-Z0-9-.]*[a-zA-Z0-9]+$'
    : '^[a-zA-Z0-9]+[a-zA-Z0-9-]*[a-zA-Z0-9]+$',
})

function serverRule(ask: Ask): Rule {
  return {
    is: 'object',
    required: ['name', 'flavorRef', ...(since(ask, 2, 37) ? ['networks'] : [])],
    fields: {
      ...Object.fromEntries(unused.map((name) => [name, anything])),
      name: { is: 'text', min: 1, max: 255 },
      imageRef: { is: 'any of', schemas: [isUuid, (value) => value === ''] },
      flavorRef: anything,
      adminPass: { is: 'text' },
      metadata: { is: 'texts', keys: '^[a-zA-Z0-9-_:. ]{1,255}$' },
      networks: {
        is: 'any of',
        schemas: [
          Array.isArray,
          (value) => since(ask, 2, 37) && ['none', 'auto'].includes(String(value)),
        ],
      },
      availability_zone: { is: 'text', min: 1, max: 255 },
      block_device_mapping_v2: { is: 'list', of: mappingRule },
      min_count: { is: 'size' },
      max_count: { is: 'size' },
      ...(since(ask, 2, 90) && { hostname: hostnameRule(ask) }),
      ...(since(ask, 2, 19) && { description: { is: 'text', orNull: true, max: 255 } }),
    },
  }
}

const wholeNumberOf = (value: unknown) => {
  const number = Number(value ?? Number.NaN)
  return Number.isInteger(number) ? number : null
}

function mappingOf(value: unknown): MappingWish {
  const entry = isObject(value) ? value : {}
  return {
    source: textOf(entry['source_type']) ?? 'blank',
    destination: textOf(entry['destination_type']) ?? 'local',
    id: textOf(entry['uuid']) ?? null,
    bootIndex: wholeNumberOf(entry['boot_index']),
    tag: textOf(entry['tag']) ?? null,
    deleteOnTermination: booleanOf(entry['delete_on_termination']) ?? false,
  }
}

/** How many are wanted; there is always room for the most. */
function countOf(wish: Json): number {
  const least = wholeNumberOf(wish['min_count']) ?? 1
  const most = wholeNumberOf(wish['max_count']) ?? least
  if (least > most) throw new Refusal(400, 'min_count must be <= max_count')
  return most
}

/** A client that does not know of descriptions gets the name as one. */
const descriptionOf = (ask: Ask, name: string, description: unknown) =>
  since(ask, 2, 19) ? (textOf(description) ?? null) : name

function create(ask: Ask) {
  checkBody(ask.body, 'server', serverRule(ask))
  const wish = sent(ask, 'server')
  const name = textOf(wish['name'])?.trim() ?? ''
  const imageId = textOf(wish['imageRef']) ?? ''
  const mappings: unknown[] = Array.isArray(wish['block_device_mapping_v2'])
    ? wish['block_device_mapping_v2']
    : []
  const [server] = createServers(ask.region, ask.caller, {
    name,
    hostname: textOf(wish['hostname']) ?? null,
    description: descriptionOf(ask, name, wish['description']),
    flavorId: String(wish['flavorRef']),
    imageId: imageId === '' ? null : imageId,
    mappings: mappings.map(mappingOf),
    availabilityZone: textOf(wish['availability_zone']) ?? null,
    count: countOf(wish),
    metadata: Object.fromEntries(
      Object.entries(objectIn(wish, 'metadata')).map(([key, value]) => [key, String(value)]),
    ),
    knowsMultiattach: since(ask, 2, 60),
  })
  if (!server) throw new Error('no instance was made')
  const links = linksTo(ask, `servers/${server.id}`)
  return {
    ...accepted({
      server: {
        id: server.id,
        links,
        'OS-DCF:diskConfig': 'MANUAL',
        security_groups: [{ name: 'default' }],
        adminPass: textOf(wish['adminPass']) ?? newPassword(),
      },
    }),
    headers: { location: `${ask.linkBase}/servers/${server.id}` },
  }
}

export const serverCreationRoutes: readonly ServiceRoute[] = [route('POST', 'servers', create)]
