import { expect, test } from 'vitest'

import { at, eachAt, listAt, textAt } from '#mocks/client/json.ts'
import type { Person } from '#mocks/client/person.ts'
import type { Reply } from '#mocks/client/target.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

const {
  demo,
  admin,
  reader,
  elsewhere,
  server,
  volume,
  type,
  attach,
  attached,
  detach,
  act,
  embedded,
  ask,
} = await cloudUnderTest()
const node = server('node-04')
const shared = await volume('multiattach')
const held = await volume('multiattach')
await attached(node, held)

const forbidden = (rule: string) => [403, `Policy doesn't allow ${rule} to be performed.`]

const ofMembers: [string, string, (who: Person) => Promise<Reply>][] = [
  [
    'create a volume',
    'volume:create',
    (who) => who.cinder('POST', 'volumes', { volume: { size: 1 } }),
  ],
  [
    'change a volume',
    'volume:update',
    (who) => who.cinder('PUT', `volumes/${shared}`, { volume: { name: 'x' } }),
  ],
  ['delete a volume', 'volume:delete', (who) => who.cinder('DELETE', `volumes/${shared}`)],
  ['extend a volume', 'volume:extend', (who) => act(shared, { 'os-extend': { new_size: 9 } }, who)],
  [
    'change a volume’s type',
    'volume:retype',
    (who) => act(shared, { 'os-retype': { new_type: 'standard', migration_policy: 'never' } }, who),
  ],
  [
    'set metadata',
    'volume:create_volume_metadata',
    (who) => who.cinder('POST', `volumes/${shared}/metadata`, { metadata: { a: 'b' } }),
  ],
  [
    'make a snapshot',
    'volume:create_snapshot',
    (who) => who.cinder('POST', 'snapshots', { snapshot: { volume_id: shared, name: 'no' } }),
  ],
  [
    'reserve a volume',
    'volume:attachment_create',
    (who) =>
      who.cinder('POST', 'attachments', {
        attachment: { volume_uuid: shared, instance_uuid: node },
      }),
  ],
  [
    'attach a volume',
    'os_compute_api:os-volumes-attachments:create',
    (who) => attach(node, shared, {}, who),
  ],
  [
    'detach a volume',
    'os_compute_api:os-volumes-attachments:delete',
    (who) => detach(node, held, who),
  ],
]

test.each(ofMembers)('a reader may not %s', async (_what, rule, attempt) => {
  expect(refusalOf(await attempt(reader))).toEqual(forbidden(rule))
})

test.each(['volumes/detail', 'types', 'limits', 'messages', 'attachments', 'snapshots'])(
  'a reader may look at %s',
  async (path) => {
    expect((await reader.cinder('GET', path)).status).toBe(200)
  },
)

const idsFor = async (who: Person) =>
  eachAt(listAt((await who.cinder('GET', 'volumes?all_tenants=1')).body, 'volumes'), 'id')

const specs = async (who: Person) =>
  at(
    (await who.cinder('GET', `types/${await type('multiattach')}`)).body,
    'volume_type',
    'extra_specs',
  )

const adminAction = (name: string) => `volume_extension:volume_admin_actions:${name}`
const ofAdmins: [string, string, (who: Person) => Promise<Reply>][] = [
  [
    'set a status',
    adminAction('reset_status'),
    (who) => act(shared, { 'os-reset_status': { status: 'error' } }, who),
  ],
  [
    'force a deletion',
    adminAction('force_delete'),
    (who) => act(shared, { 'os-force_delete': {} }, who),
  ],
  [
    'force a detach',
    adminAction('force_detach'),
    (who) => act(held, { 'os-force_detach': {} }, who),
  ],
  [
    'create a type',
    'volume_extension:type_create',
    (who) => who.cinder('POST', 'types', { volume_type: { name: 'no' } }),
  ],
  [
    'see the services',
    'volume_extension:services:index',
    (who) => who.cinder('GET', 'os-services'),
  ],
  [
    'see the pools',
    'scheduler_extension:scheduler_stats:get_pools',
    (who) => who.cinder('GET', 'scheduler-stats/get_pools'),
  ],
  [
    'see the instances of all projects',
    'os_compute_api:servers:detail:get_all_tenants',
    (who) => who.nova('GET', 'servers/detail?all_tenants=1'),
  ],
]

test.each(ofAdmins)('a member may not %s', async (_what, rule, attempt) => {
  expect(refusalOf(await attempt(demo))).toEqual(forbidden(rule))
})

test('a member who asks Cinder for all projects gets their own, an administrator all', async () => {
  const theirs = textAt((await ask('standard', {}, elsewhere)).body, 'volume', 'id')
  expect(await idsFor(demo)).not.toContain(theirs)
  expect(await idsFor(admin)).toEqual(expect.arrayContaining([theirs, shared]))
})

test('a volume of another project is not there', async () => {
  const reply = await elsewhere.cinder('GET', `volumes/${shared}`)
  expect(refusalOf(reply)).toEqual([404, 'Volume <id> could not be found.'])
  const path = `/v3/${elsewhere.projectId}/volumes`
  expect(refusalOf(await demo.ask('volume', 'GET', path))).toEqual([400, 'Malformed request url'])
})

test('a member sees of a type’s extra specs that it shares, and not where its volumes are', async () => {
  expect(await specs(demo)).toEqual({ multiattach: '<is> True' })
  expect(await specs(admin)).toMatchObject({
    multiattach: '<is> True',
    volume_backend_name: 'shared',
  })
})

test('hosts are declared down by administrators only, and none but compute hosts are', async () => {
  const { body } = await admin.nova('GET', 'os-services')
  const services = listAt(body, 'services')
  const idOf = (binary: string) =>
    textAt(
      services.find((one) => at(one, 'binary') === binary),
      'id',
    )
  const declare = (who: Person, binary: string, change: object) =>
    who.nova('PUT', `os-services/${idOf(binary)}`, change)
  expect(refusalOf(await declare(demo, 'nova-compute', { forced_down: true }))).toEqual(
    forbidden('os_compute_api:os-services:update'),
  )
  expect(refusalOf(await declare(admin, 'nova-scheduler', { forced_down: true }))).toEqual([
    400,
    'Updating a nova-scheduler service is not supported. Only nova-compute services can be updated.',
  ])
  expect(refusalOf(await declare(admin, 'nova-compute', {}))).toEqual([
    400,
    "No updates were requested. Fields 'status' or 'forced_down' should be specified.",
  ])
})

// Only the embedded cloud lets a test set its policies; the wording is that of the rules above.
test.runIf(embedded)(
  'a cloud whose policy allows no shareable volumes refuses them, and makes others',
  async () => {
    embedded?.cloud.policies.replace({ 'volume:multiattach': 'role:admin' })
    expect(refusalOf(await ask('multiattach'))).toEqual(forbidden('volume:multiattach'))
    expect((await ask('standard')).status).toBe(202)
    expect((await ask('multiattach', {}, admin)).status).toBe(202)
    embedded?.cloud.policies.replace({})
  },
)

test.runIf(embedded)(
  'a cloud whose policy shares no bootable volumes gives them to a first instance only',
  async () => {
    embedded?.cloud.policies.replace({ 'volume:multiattach_bootable_volume': '!' })
    const root = await volume('multiattach')
    await act(root, { 'os-set_bootable': { bootable: true } })
    await attached(server('node-05'), root)
    expect(refusalOf(await attach(server('node-06'), root))).toEqual([
      403,
      "Policy doesn't allow volume:multiattach_bootable_volume to be performed. (HTTP 403) (Request-ID: <request>)",
    ])
    embedded?.cloud.policies.replace({})
    expect((await attach(server('node-06'), root)).status).toBe(200)
  },
)
