import { expect, test } from 'vitest'

import { eachAt, listAt, textAt } from '#mocks/client/json.ts'
import type { Person } from '#mocks/client/person.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

/** By what Nova's lists are filtered and ordered, and since when. */
const { demo, admin, server } = await cloudUnderTest()

const node = server('node-04')
const userId = textAt((await demo.nova('GET', `servers/${node}`)).body, 'server', 'user_id')

/** Whether the list has the instance. */
async function finds(query: string, who: Person = demo, version?: string) {
  const { body } = await who.nova('GET', `servers?${query}`, undefined, version)
  return eachAt(listAt(body, 'servers'), 'id').includes(node)
}

test.each([
  ['name=node-04$', true],
  ['name=^ODE', false],
  ['status=active', true],
  ['status=SHUTOFF', false],
  ['locked=true', false],
  ['locked=off', true],
  ['power_state=1', true],
  ['power_state=4', false],
  ['availability_zone=nova', true],
  ['availability_zone=elsewhere', false],
  ['user_id=nobody', false],
  ['key_name=none', false],
  ['hostname=NODE-04', true],
  ['tags=blue', false],
  ['not-tags=blue', true],
  ['ip=1', false],
  ['changes-since=2020-01-01', true],
  ['changes-before=2020-01-01', false],
  // What is for administrators only is passed over.
  ['host=elsewhere', true],
  ['tenant_id=elsewhere', true],
  ['description=nothing', true],
  ['all_tenants=1&all_tenants=0', true],
])('members find an instance by %s: %s', async (query, expected) => {
  expect(await finds(query)).toBe(expected)
})

test.each([
  ['host=compute-sharing', true],
  ['host=elsewhere', false],
  ['uuid={node}', true],
  ['project_id=elsewhere', true],
  ['all_tenants=1&project_id=elsewhere', false],
  ['all_tenants=1&tenant_id={project}', true],
  ['deleted=true', false],
  ['user_id={user}', true],
])('administrators find an instance by %s: %s', async (query, expected) => {
  const filled = query
    .replace('{node}', node)
    .replace('{user}', userId)
    .replace('{project}', demo.projectId)
  expect(await finds(filled, admin)).toBe(expected)
})

test.each([
  ['ip6=x', '2.4', true],
  ['ip6=x', '2.5', false],
  ['tags=blue', '2.25', true],
  ['changes-before=2020-01-01', '2.65', true],
  ['locked=true', '2.72', true],
  ['power_state=4', '2.82', true],
  ['hostname=other', '2.89', true],
  ['colour=blue', '2.74', true],
])('members find an instance by %s in %s: %s', async (query, version, expected) => {
  expect(await finds(query, demo, version)).toBe(expected)
})

const flags = "'0', '1', 'f', 'false', 'n', 'no', 'off', 'on', 't', 'true', 'y', 'yes'"

test.each([
  ['colour=blue', [400, "'colour' does not match any of the regexes: '^_'"]],
  ['name=[', [400, "Invalid input for query parameters name. Value: [. '[' is not a 'regex'"]],
  ['locked=x', [400, `Unrecognized value 'x', acceptable values are: ${flags}`]],
  ['all_tenants=x', [400, `Unrecognized value 'x', acceptable values are: ${flags}`]],
  ['status=happy', [400, 'Invalid status value']],
  ['status=DELETED', [403, 'Only administrators may list deleted instances']],
  ['sort_key=host', [403, 'Only administrators can sort servers by host']],
  [
    'changes-since=2024-01-01&changes-before=2020-01-01',
    [400, 'The value of changes-since must be less than or equal to changes-before.'],
  ],
  ['marker=x', [400, 'marker [x] not found']],
])('%s is refused to members', async (query, refusal) => {
  expect(refusalOf(await demo.nova('GET', `servers?${query}`))).toEqual(refusal)
})

const byMemory = (version: string) =>
  demo.nova('GET', 'servers?sort_key=memory_mb', undefined, version)

test('keys of old are passed over before 2.75', async () => {
  expect((await byMemory('2.74')).status).toBe(200)
  expect(refusalOf(await byMemory('2.75'))[1]).toContain("'memory_mb' is not one of [")
})

test.each([
  ['limit=x', 400],
  ['minRam=x', 400],
  ['minDisk=x', 400],
  ['sort_key=colour', 400],
  ['sort_dir=up', 400],
  ['marker=x', 400],
])('flavors are not listed by %s', async (query, status) => {
  expect((await demo.nova('GET', `flavors?${query}`)).status).toBe(status)
})

const flavors = async (query: string) => (await demo.nova('GET', `flavors?${query}`)).body

test('flavors come in pages, and by what they have at least', async () => {
  const all = eachAt(listAt(await flavors(''), 'flavors'), 'id')
  const [first] = all
  const page = await flavors('limit=1')
  expect(eachAt(listAt(page, 'flavors'), 'id')).toEqual([first])
  expect(textAt(page, 'flavors_links', 0, 'rel')).toBe('next')
  expect(eachAt(listAt(await flavors(`marker=${String(first)}`), 'flavors'), 'id')).toEqual(
    all.slice(1),
  )
  expect(await flavors('minRam=99999999')).toEqual({ flavors: [] })
})

const idIn = async (path: string, list: string, version: string) =>
  typeof eachAt(listAt((await admin.nova('GET', path, undefined, version)).body, list), 'id')[0]

test('services and hypervisors have numbers for ids before 2.53', async () => {
  for (const [path, list] of [
    ['os-services', 'services'],
    ['os-hypervisors', 'hypervisors'],
  ] as const) {
    expect(await idIn(path, list, '2.52')).toBe('number')
    expect(await idIn(path, list, '2.53')).toBe('string')
  }
})

const fields = async (version: string) =>
  Object.keys(
    Object(
      listAt((await admin.nova('GET', 'os-services', undefined, version)).body, 'services')[0],
    ),
  )

test('whether a host is forced down is told from 2.11 on', async () => {
  expect(await fields('2.10')).not.toContain('forced_down')
  expect(await fields('2.11')).toContain('forced_down')
})

const hypervisors = (query: string) => admin.nova('GET', `os-hypervisors?${query}`)

test('hypervisors are found by name, in pages, and with what runs on them', async () => {
  const names = async (query: string) =>
    eachAt(listAt((await hypervisors(query)).body, 'hypervisors'), 'hypervisor_hostname')
  expect(await names('hypervisor_hostname_pattern=shar')).toEqual(['compute-sharing'])
  expect((await hypervisors('hypervisor_hostname_pattern=nothing')).status).toBe(404)
  expect(await names('limit=1')).toHaveLength(1)
  expect((await hypervisors('marker=x')).status).toBe(400)
  const { body } = await hypervisors('with_servers=true&hypervisor_hostname_pattern=shar')
  expect(eachAt(listAt(body, 'hypervisors', 0, 'servers'), 'uuid')).toContain(node)
})

test('another project’s limits are told to administrators', async () => {
  const path = 'limits?tenant_id=00000000000040008000000000000000'
  expect(refusalOf(await demo.nova('GET', path))).toEqual([
    403,
    "Policy doesn't allow os_compute_api:limits:other_project to be performed.",
  ])
  expect((await admin.nova('GET', path)).status).toBe(200)
})
