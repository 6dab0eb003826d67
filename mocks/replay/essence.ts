import type { Reply } from '#mocks/client/target.ts'

/** One exchange with a cloud, recorded from a real one or just made. */
export type Exchange = {
  request: { method: string; url: string; headers: Record<string, string>; body: unknown }
  response: { status: number; headers: Record<string, string>; body: unknown }
}

export const exchangeOf = ({ request, status, headers, body }: Reply): Exchange => ({
  request: { ...request, headers: Object.fromEntries(request.headers) },
  response: { status, headers: Object.fromEntries(headers), body },
})

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const hex = String.raw`\b[0-9a-f]{32}\b`
const nobody = '00000000-0000-0000-0000-000000000000'

const services: Record<string, string> = {
  'http://127.0.0.1:5000': '<identity>',
  'http://127.0.0.1:8776': '<volume>',
  'http://127.0.0.1:8774': '<compute>',
  'http://127.0.0.1:9292': '<image>',
  'http://127.0.0.1:8778': '<placement>',
  'http://127.0.0.1:9696': '<network>',
  'http://cloud.test/cloud/identity': '<identity>',
  'http://cloud.test/cloud/volume': '<volume>',
  'http://cloud.test/cloud/compute': '<compute>',
  'http://cloud.test/cloud/image': '<image>',
  'http://cloud.test/cloud/placement': '<placement>',
  'http://cloud.test/cloud/network': '<network>',
}

const clean = (text: string) =>
  Object.entries(services)
    .reduce((result, [address, name]) => result.replaceAll(address, name), text)
    .replaceAll(/TOKEN|gAAAAAB[\w-]+/g, '<token>')
    .replaceAll(new RegExp(`req-${uuid}`, 'g'), '<request>')
    .replaceAll(
      /\d{4}-\d\d-\d\d([T ])\d\d:\d\d:\d\d(\.\d{3,6})?(Z?)/g,
      (_all, gap: string, fraction: string | undefined, zone: string) =>
        `<time${gap}${fraction === undefined ? '' : /^\.0+$/.test(fraction) ? fraction : `.${'f'.repeat(fraction.length - 1)}`}${zone}>`,
    )
    .replaceAll(/\b[0-9a-f]{56}\b/g, '<host>')
    .replaceAll(/\b[0-9a-f]{128}\b/g, '<sha512>')
    // The recorded hypervisor has SCSI disks, ours has virtio disks.
    .replaceAll(/\/dev\/[sv]d([a-z]+)/g, '/dev/vd$1')

/** Gives the ids that the request carries names by their order, so that the answer must mean the same ones. */
function withIds(text: string, request: string): string {
  const ids = [...new Set(request.match(new RegExp(`${uuid}|${hex}`, 'g')) ?? [])].filter(
    (id) => id !== nobody,
  )
  return ids
    .reduce((result, id, index) => result.replaceAll(id, `<id ${index + 1}>`), text)
    .replaceAll(new RegExp(uuid, 'g'), (id) => (id === nobody ? id : '<id>'))
    .replaceAll(new RegExp(hex, 'g'), '<hex>')
}

/** Lists that a cloud gives in the order of ids, which are random. */
const byId = new Set(['attachments', 'projects', 'roles', 'volumeAttachments'])

/** Fields that hold what is drawn by lot. */
const random = new Set(['audit_ids', 'auth_key', 'OS-EXT-SRV-ATTR:reservation_id'])

function ordered(value: unknown, key = ''): unknown {
  if (random.has(key)) return '<random>'
  if (Array.isArray(value)) {
    const items: unknown[] = value.map((item) => ordered(item))
    return byId.has(key)
      ? items.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
      : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner, name)]),
  )
}

const asked = new Set(['openstack-api-version', 'x-openstack-nova-api-version', 'content-type'])
const answered = new Set([
  'content-type',
  'vary',
  'openstack-api-version',
  'x-openstack-nova-api-version',
  'location',
  'retry-after',
  'www-authenticate',
  'allow',
  'x-openstack-request-id',
  'x-compute-request-id',
])

const some = (headers: Record<string, string>, names: ReadonlySet<string>) =>
  Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => names.has(name)),
  )

const withoutDefault = ({ 'content-type': type, ...headers }: Record<string, string>) =>
  type === undefined || type === 'application/json' ? headers : { ...headers, 'content-type': type }

/** What of an exchange is the same in every cloud: ids, times, hosts and passwords taken out. */
export function essence({ request, response }: Exchange): unknown {
  const url = decodeURIComponent(request.url)
  const question = JSON.stringify([url, request.body ?? null])
  const whole = {
    request: {
      method: request.method,
      url,
      headers: withoutDefault(some(request.headers, asked)),
      body: request.body ?? null,
    },
    response: {
      status: response.status,
      headers: some(response.headers, answered),
      body: response.body,
    },
  }
  const text = withIds(clean(JSON.stringify(whole)), clean(question)).replaceAll(
    '"password":"live"',
    '"password":"mooring"',
  )
  return ordered(JSON.parse(text))
}
