import { expect, test } from 'vitest'

import { at, eachAt, listAt, textAt } from '#mocks/client/json.ts'
import { speaks } from '#mocks/client/target.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

/** What Nova does since Zed. */
const { demo, admin, target, server, volume, attach, becomes, statusOf, heldBy, until, pause } =
  await cloudUnderTest()
const node = server('node-04')

const lacks = (version: string) => !speaks(target, 'compute', version)
const before = (version: string) =>
  version.replace(/\d+$/, (minor: string) => String(Number(minor) - 1))
const fields = (value: unknown) => Object.keys(Object(value))
const unheard = (instance: string, shared: string) =>
  demo.attach(instance, { volumeId: shared }, '2.101')
const logged = async (instance: string) =>
  eachAt(
    listAt(
      (await demo.nova('GET', `servers/${instance}/os-instance-actions`)).body,
      'instanceActions',
    ),
    'request_id',
  )

/** Asks for an instance without an image, so that none is made. */
const create = (hostname: string, version: string) =>
  demo.nova(
    'POST',
    'servers',
    { server: { name: 'contract', flavorRef: '1', networks: 'none', hostname } },
    version,
  )

const image = async (version: string) =>
  fields(
    at((await demo.nova('GET', `servers/${node}`, undefined, version)).body, 'server', 'image'),
  )

test.skipIf(lacks('2.94'))(
  'an instance may be called by a domain name inside from 2.94 on',
  async () => {
    expect(refusalOf(await create('a.b.c', '2.93'))).toEqual([
      400,
      "Invalid input for field/attribute hostname. Value: a.b.c. 'a.b.c' does not match '^[a-zA-Z0-9]+[a-zA-Z0-9-]*[a-zA-Z0-9]+$'",
    ])
    expect(refusalOf(await create('a.b.c', '2.94'))).toEqual([400, 'Missing imageRef attribute'])
    expect(refusalOf(await create('ab', '2.89'))[1]).toContain("('hostname' was unexpected)")
  },
)

const newFields = [
  ['pinned_availability_zone', '2.96', 'nova'],
  ['scheduler_hints', '2.100', {}],
] as const

test.each(newFields.filter(([, since]) => !lacks(since)))(
  'an instance has the field %s from %s on',
  async (field, since, value) => {
    const shown = async (version: string) =>
      at((await demo.nova('GET', `servers/${node}`, undefined, version)).body, 'server')
    expect(fields(await shown(before(since)))).not.toContain(field)
    expect(at(await shown(since), field)).toEqual(value)
    const { body } = await demo.nova('GET', 'servers/detail?limit=1', undefined, since)
    expect(fields(at(body, 'servers', 0))).toContain(field)
  },
)

test.skipIf(lacks('2.98'))('the image of an instance has its properties from 2.98 on', async () => {
  expect(await image('2.97')).toEqual(['id', 'links'])
  expect(await image('2.98')).toEqual(['id', 'links', 'properties'])
})

test.skipIf(lacks('2.101'))(
  'from 2.101 on an attach is answered before anything is reserved',
  async () => {
    const shared = await volume('multiattach')
    const reply = await unheard(node, shared)
    expect([reply.status, reply.body]).toEqual([202, ''])
    await until('Nova has it', async () => (await heldBy(node)).includes(shared))
    await becomes(shared, 'in-use')
    expect(await logged(node)).toContain(reply.headers.get('x-openstack-request-id'))
    const again = await unheard(node, shared)
    expect(refusalOf(again)).toEqual([400, 'Invalid volume: volume <id> already attached'])
  },
)

test.skipIf(lacks('2.101'))('what is refused after that answer is told nowhere', async () => {
  const shared = await volume('multiattach')
  const legacy = server('legacy-1')
  expect(refusalOf(await attach(legacy, shared))[0]).toBe(400)
  const reply = await unheard(legacy, shared)
  expect(reply.status).toBe(202)
  await pause(3000)
  expect(await statusOf(shared)).toBe('available')
  expect(await heldBy(legacy)).not.toContain(shared)
  expect(await logged(legacy)).not.toContain(reply.headers.get('x-openstack-request-id'))
})

test.skipIf(lacks('2.102'))('flavors lose two fields in 2.102, and are found by name', async () => {
  const flavor = async (version: string) =>
    fields(at((await demo.nova('GET', 'flavors/detail', undefined, version)).body, 'flavors', 0))
  const lost = ['OS-FLV-DISABLED:disabled', 'rxtx_factor']
  expect(await flavor('2.101')).toEqual(expect.arrayContaining(lost))
  for (const name of lost) expect(await flavor('2.102')).not.toContain(name)
  const all = listAt((await demo.nova('GET', 'flavors')).body, 'flavors')
  const name = textAt(all, 0, 'name')
  const found = await demo.nova('GET', `flavors?name=${name}`, undefined, '2.102')
  expect(eachAt(listAt(found.body, 'flavors'), 'name')).toContain(name)
  const none = await demo.nova('GET', 'flavors?name=nothing-like-this', undefined, '2.102')
  expect(none.body).toEqual({ flavors: [] })
})

const unknown = "Additional properties are not allowed ('colour' was unexpected)"
const flavorId = textAt((await demo.nova('GET', 'flavors')).body, 'flavors', 0, 'id')

const strict = [
  ['flavors', '2.75'],
  ['flavors/detail', '2.75'],
  ['limits', '2.75'],
  ['os-services', '2.75'],
  ['os-hypervisors', '2.53'],
  [`os-quota-sets/${demo.projectId}`, '2.75'],
  [`os-quota-sets/${demo.projectId}/detail`, '2.75'],
  [`servers/${node}/os-volume_attachments`, '2.75'],
  [`servers/${node}`, '2.102'],
  [`flavors/${flavorId}`, '2.102'],
  ['os-availability-zone', '2.102'],
  ['os-availability-zone/detail', '2.102'],
] as const

test.each(strict.filter(([, since]) => !lacks(since)))(
  '%s refuses a parameter that it does not know from %s on',
  async (path, since) => {
    const ask = (version: string) => admin.nova('GET', `${path}?colour=blue`, undefined, version)
    expect((await ask(before(since))).status).toBe(200)
    expect(refusalOf(await ask(since))).toEqual([400, unknown])
  },
)

test('a project’s default quotas go by no parameters, and mind none', async () => {
  const path = `os-quota-sets/${demo.projectId}/defaults?colour=blue`
  expect((await admin.nova('GET', path)).status).toBe(200)
})

test('a volume is put in another’s place by Cinder alone, since 2025.2', async () => {
  const [one, other] = [await volume('standard'), await volume('standard')]
  await attach(node, one)
  await becomes(one, 'in-use')
  const path = `servers/${node}/os-volume_attachments/${one}`
  const swap = () => admin.nova('PUT', path, { volumeAttachment: { volumeId: other } })
  if (lacks('2.101')) {
    expect((await swap()).status).toBe(202)
    await becomes(other, 'in-use')
    return
  }
  expect(refusalOf(await swap())).toEqual([
    409,
    'volume <id> is not migrating; this API should only be called by Cinder',
  ])
})
