import type { Server } from '#mocks/cloud/compute/compute.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { since, type Ask } from '#mocks/handlers/ask.ts'
import { booleanOf, own } from '#mocks/handlers/values.ts'

import { invalidQuery, momentOf } from './nova-query.ts'
import { hostnameOf, powerStateOf, serverStatuses, statusOf } from './server-view.ts'

type Test = (server: Server) => boolean

const flags = "'0', '1', 'f', 'false', 'n', 'no', 'off', 'on', 't', 'true', 'y', 'yes'"

/** A yes or no of the query, in the words of oslo.utils. */
export function flagOf(text: string): boolean {
  const flag = booleanOf(text)
  if (flag === undefined)
    throw new Refusal(400, `Unrecognized value '${text}', acceptable values are: ${flags}`)
  return flag
}

const exactly =
  (of: (server: Server) => string | number | null) =>
  (text: string): Test =>
  (server) =>
    String(of(server) ?? '').toLowerCase() === text.toLowerCase()

/** Whatever is looked for, no instance has it. */
const nobody = (): Test => () => false

function patternTest(text: string, of: (server: Server) => string | null): Test {
  const pattern = new RegExp(text, 'i')
  return (server) => pattern.test(of(server) ?? '')
}

const timeTest =
  (name: string, compare: (updated: number, wanted: number) => boolean) =>
  (text: string): Test => {
    const wanted = momentOf(name, text)
    return ({ updatedAt }) => compare(updatedAt, wanted)
  }

/** What filters instances, by the names of the query. No instance here has addresses, tags, keys or a drive for its configuration. */
const filters: Record<string, (text: string) => Test> = {
  name: (text) => patternTest(text, ({ name }) => name),
  display_name: (text) => patternTest(text, ({ name }) => name),
  uuid: exactly(({ id }) => id),
  image: exactly(({ imageId }) => imageId),
  image_ref: exactly(({ imageId }) => imageId),
  flavor: exactly(({ flavor }) => flavor.id),
  locked: (text) => {
    const wanted = flagOf(text)
    return ({ locked }) => locked === wanted
  },
  'changes-since': timeTest('changes-since', (updated, wanted) => updated >= wanted),
  'changes-before': timeTest('changes-before', (updated, wanted) => updated <= wanted),
  vm_state: exactly(({ vmState }) => vmState),
  task_state: exactly(({ taskState }) => taskState),
  power_state: exactly((server) => powerStateOf(server)),
  progress: exactly(() => 0),
  launch_index: exactly(() => 0),
  user_id: exactly(({ userId }) => userId),
  project_id: exactly(({ projectId }) => projectId),
  tenant_id: exactly(({ projectId }) => projectId),
  availability_zone: exactly(({ availabilityZone }) => availabilityZone),
  host: exactly(({ host }) => host),
  node: exactly(({ host }) => host),
  hostname: exactly((server) => hostnameOf(server)),
  deleted: (text) => () => booleanOf(text) !== true,
  'not-tags': () => () => true,
  'not-tags-any': () => () => true,
  ...Object.fromEntries(
    'reservation_id ip ip6 tags tags-any config_drive key_name created_at launched_at terminated_at root_device_name ramdisk_id kernel_id soft_deleted access_ip_v4 access_ip_v6 auto_disk_config display_description instance_type_id'
      .split(' ')
      .map((name) => [name, nobody]),
  ),
}

/** What those who are no administrators may filter by, and since when; what else they ask for is passed over. */
const ofEverybody: Record<string, number> = {
  reservation_id: 1,
  name: 1,
  image: 1,
  flavor: 1,
  ip: 1,
  'changes-since': 1,
  ip6: 5,
  tags: 26,
  'tags-any': 26,
  'not-tags': 26,
  'not-tags-any': 26,
  'changes-before': 66,
  locked: 73,
  ...Object.fromEntries(
    'availability_zone config_drive key_name created_at launched_at terminated_at power_state task_state vm_state progress user_id'
      .split(' ')
      .map((name) => [name, 83]),
  ),
  hostname: 90,
}

/** What Nova joins from other tables, which is never filtered by. */
const joined = new Set(
  'block_device_mapping services metadata system_metadata info_cache security_groups pci_devices'.split(
    ' ',
  ),
)

/** Parameters that filter nothing. */
const others = new Set([
  'all_tenants',
  'limit',
  'marker',
  'sort_key',
  'sort_dir',
  'status',
  'description',
])

/** Parameters whose text is a pattern. */
const patterns = new Set(['name', 'ip', 'ip6', 'hostname', 'status', 'reservation_id'])

function checkNames({ query, ...ask }: Ask) {
  for (const [name, text] of query) {
    const isKnown = others.has(name) || joined.has(name) || own(filters, name) !== undefined
    if (!isKnown && !name.startsWith('_') && since({ query, ...ask }, 2, 75))
      throw new Refusal(400, `'${name}' does not match any of the regexes: '^_'`)
    if (patterns.has(name) && !isPattern(text))
      throw invalidQuery(name, text, `'${text}' is not a 'regex'`)
  }
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}

function statusTest(ask: Ask): Test[] {
  const asked = ask.query.getAll('status').map((status) => status.toUpperCase())
  if (asked.length === 0) return []
  if (!asked.some((status) => serverStatuses.includes(status))) {
    if (since(ask, 2, 38)) throw new Refusal(400, 'Invalid status value')
    return [() => false]
  }
  if (asked.every((status) => status === 'DELETED') && !ask.caller.isAdmin)
    throw new Refusal(403, 'Only administrators may list deleted instances')
  return [(server) => asked.includes(statusOf(server))]
}

/** Refuses a time that ends before it begins. */
function checkTimes({ query }: Ask, counts: (name: string) => boolean) {
  const [from, until] = ['changes-since', 'changes-before'].map((name) => {
    const text = query.get(name)
    return text === null || !counts(name) ? undefined : momentOf(name, text)
  })
  if (from !== undefined && until !== undefined && until < from)
    throw new Refusal(
      400,
      'The value of changes-since must be less than or equal to changes-before.',
    )
}

/** The test that the query's filters make; undefined where there are none (nova/api/openstack/compute/servers.py, _get_servers). */
export function serverTest(ask: Ask): Test | undefined {
  const { isAdmin } = ask.caller
  checkNames(ask)
  const counts = (name: string) => isAdmin || since(ask, 2, own(ofEverybody, name) ?? Infinity)
  const wantsAll = ask.query.has('all_tenants')
  const names = [...new Set(ask.query.keys())].filter((name) => !others.has(name) && counts(name))
  const bad = names.find((name) => joined.has(name) || name.startsWith('_'))
  if (bad !== undefined) throw new Refusal(400, `Invalid filter field: ${bad}.`)
  checkTimes(ask, counts)
  const tests = names
    // Whose instances are shown is said by `all_tenants` alone.
    .filter((name) => wantsAll || (name !== 'tenant_id' && name !== 'project_id'))
    .flatMap((name) => own(filters, name)?.(ask.query.getAll(name).at(-1) ?? '') ?? [])
  const all = [...statusTest(ask), ...tests]
  return all.length === 0 ? undefined : (server) => all.every((test) => test(server))
}
