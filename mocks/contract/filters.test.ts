import { expect, test } from 'vitest'

import { eachAt, listAt, named, textAt } from '#mocks/client/json.ts'
import type { Person } from '#mocks/client/person.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

/** By what lists of Cinder's are filtered and ordered, and since when. */
const { demo, admin, elsewhere, volume, ask, becomes, act, pause, until, newType } =
  await cloudUnderTest()

const tag = `contract-${Math.random().toString(36).slice(2, 8)}`
const a = await volume('standard', { name: `${tag}-a`, metadata: { team: tag }, description: 'x' })
await pause(1100)
const b = await volume('standard', { name: `${tag.toUpperCase()}-b`, size: 2 })
await pause(1100)
const c = await volume('multiattach', { name: `${tag}-c` })
await act(b, { 'os-set_bootable': { bootable: true } })
const theirs = textAt((await ask('standard', {}, elsewhere)).body, 'volume', 'id')
await becomes(theirs, 'available')
const taken = await demo.cinder('POST', 'snapshots', {
  snapshot: { volume_id: a, name: `${tag}-s`, metadata: { k: 'v' } },
})
const snapshot = textAt(taken.body, 'snapshot', 'id')
await until('the snapshot is there', async () => {
  const { body } = await demo.cinder('GET', `snapshots/${snapshot}`)
  return textAt(body, 'snapshot', 'status') === 'available'
})

const ours: Record<string, string> = { [a]: 'a', [b]: 'b', [c]: 'c', [theirs]: 'theirs' }

/** Which of the volumes above a list has, in its order. */
async function found(query: string, who: Person = demo, version?: string) {
  const { body } = await who.cinder('GET', `volumes?${query}`, undefined, version)
  return eachAt(listAt(body, 'volumes'), 'id')
    .map((id) => ours[String(id)] ?? '')
    .join('')
}

const invalid = (names: string) => [400, `Invalid filters ${names} are found in query options.`]

test.each([
  ['name={tag}-A', 'a'],
  ['name={tag}-b', 'b'],
  ["metadata={'team':'{tag}'}", 'a'],
  ['metadata={"team":"{tag}","no":"no"}', ''],
  ['metadata={tag}', ''],
  ['status=AVAILABLE', 'cba'],
  ["status=['available','error']", 'cba'],
  ['status=happy', ''],
  ['bootable=1', 'b'],
  ['bootable=FALSE', 'ca'],
  ['size=2', 'b'],
  ['size=[1,2]', 'cba'],
  ['migration_status=None', 'cba'],
  ['availability_zone=elsewhere', ''],
  ['consumes_quota=true', 'cba'],
  ['consumes_quota=0', ''],
  ['created_at=lt:2020-01-01', ''],
  ['all_tenants=1', 'cba'],
  ['sort=display_name:asc', 'abc'],
  ['sort=size:asc', 'acb'],
  ['sort=size:desc,created_at:asc', 'bac'],
  ['sort_key=size&sort_dir=desc', 'bca'],
  ['marker={b}', 'a'],
  ['marker={theirs}', 'cba'],
])('members find by %s: “%s”', async (query, expected) => {
  const filled = query.replaceAll('{tag}', tag).replace('{b}', b).replace('{theirs}', theirs)
  expect(await found(filled)).toBe(expected)
})

test.each([
  ['multiattach=true', 'c'],
  ['all_tenants=1&project_id={elsewhere}', 'theirs'],
  ['project_id={elsewhere}', 'cba'],
  // Whoever says that they want no others' is taken to look for a column of that name.
  ['all_tenants=0', ''],
  ['colour=blue', ''],
  ['name~={tag}', 'cba'],
  ['description~=X&name~={tag}', 'a'],
  ['attach_status=attached', ''],
  ['no_migration_targets=true', 'cba'],
])('administrators find by %s: “%s”', async (query, expected) => {
  const filled = query.replaceAll('{tag}', tag).replace('{elsewhere}', elsewhere.projectId)
  expect(await found(filled, admin)).toBe(expected)
})

test.each([
  ['multiattach=true', invalid('multiattach')],
  ['project_id=x&name~=x&all_tenants=1', invalid('project_id,name~')],
  ['bootable=maybe', [400, "Invalid input received: 'bootable = maybe'"]],
  ['consumes_quota=maybe', [400, "Value 'maybe' for 'use_quota' is not a boolean."]],
  ['created_at=2020-01-01', [400, 'Invalid 2020-01-01 operator']],
  ['created_at=gt', [400, 'Invalid gt value']],
  ['with_count=maybe', [400, "Value 'maybe' for 'with_count' is not a boolean."]],
  ['limit=x', [400, 'limit param must be an integer']],
  ['offset=-1', [400, 'offset must be >= 0']],
  ['offset=99999999999', [400, 'offset must be <= 2147483647']],
  ['marker=x', [404, 'Volume x could not be found.']],
  ['sort=description', [400, 'Invalid input received: Invalid sort key']],
  [
    'sort=name:up',
    [400, "Invalid input received: Unknown sort direction, must be 'desc' or 'asc'."],
  ],
])('%s is refused to members', async (query, refusal) => {
  expect(refusalOf(await demo.cinder('GET', `volumes?${query}`))).toEqual(refusal)
})

test.each([
  ['colour=blue', '3.30', 'cba'],
  ['multiattach=true', '3.30', 'cba'],
  ['bootable=maybe', '3.1', 'b'],
  ['created_at=lt:2020-01-01', '3.30', 'cba'],
  ['created_at=lt:2020-01-01', '3.31', ''],
])('before, members found by %s in %s: “%s”', async (query, version, expected) => {
  expect(await found(query, demo, version)).toBe(expected)
})

/** A list of Cinder's, with whether it has the snapshot or transfer that is meant. */
const has = async (path: string, list: string, id: string, who: Person, version?: string) =>
  eachAt(listAt((await who.cinder('GET', path, undefined, version)).body, list), 'id').includes(id)

test.each([
  ['name={tag}-S', true],
  ['volume_id={a}', true],
  ["metadata={'k':'v'}", true],
  ["metadata={'k':'w'}", false],
  ['availability_zone=nova', true],
  ['status=error', false],
  ['consumes_quota=false', false],
])('members find a snapshot by %s: %s', async (query, expected) => {
  const filled = query.replace('{tag}', tag).replace('{a}', a)
  expect(await has(`snapshots?${filled}`, 'snapshots', snapshot, demo)).toBe(expected)
})

const snapshots = (query: string, version?: string) =>
  demo.cinder('GET', `snapshots?${query}`, undefined, version)

test('the order by name of snapshots is new in 3.30, and size is no column of theirs', async () => {
  const badKey = [400, 'Invalid input received: Invalid sort key']
  expect(refusalOf(await snapshots('sort=name', '3.29'))).toEqual(badKey)
  expect((await snapshots('sort=name', '3.30')).status).toBe(200)
  expect(refusalOf(await snapshots('sort=size'))).toEqual(badKey)
  expect(refusalOf(await snapshots('size=1'))).toEqual(invalid('size'))
})

test('attachments are not found by a status that is no column, and by others that are', async () => {
  const held = await demo.cinder('POST', 'attachments', { attachment: { volume_uuid: c } })
  const id = textAt(held.body, 'attachment', 'id')
  const path = (query: string) => `attachments?volume_id=${c}&${query}`
  expect(await has(path('attach_status=reserved'), 'attachments', id, demo)).toBe(true)
  expect(await has(path('status=reserved'), 'attachments', id, demo)).toBe(false)
  expect(await has(path('all_tenants=0'), 'attachments', id, admin)).toBe(true)
  expect(await has(path('colour=blue'), 'attachments', id, admin)).toBe(false)
  expect(refusalOf(await demo.cinder('GET', path('mountpoint=x')))).toEqual(invalid('mountpoint'))
  await demo.cinder('DELETE', `attachments/${id}`)
})

test('transfers are in pages from 3.59 on; before that their parameters are filters', async () => {
  const made = await demo.cinder('POST', 'volume-transfers', {
    transfer: { volume_id: b, name: tag },
  })
  const id = textAt(made.body, 'transfer', 'id')
  const lists = (path: string, version?: string) => has(path, 'transfers', id, demo, version)
  expect(await lists(`volume-transfers?name=${tag}`)).toBe(true)
  expect(await lists('volume-transfers?name=other')).toBe(false)
  expect(await lists('volume-transfers?limit=1&sort=created_at')).toBe(true)
  expect(await lists('volume-transfers?limit=1', '3.58')).toBe(false)
  expect(await lists('os-volume-transfer?limit=1')).toBe(false)
  expect(await lists('os-volume-transfer')).toBe(true)
  expect(refusalOf(await demo.cinder('GET', 'os-volume-transfer?limit=x'))).toEqual([
    400,
    'limit param must be an integer',
  ])
  expect(refusalOf(await elsewhere.cinder('GET', `volume-transfers/${id}`))).toEqual([
    404,
    'Transfer <id> could not be found.',
  ])
  await demo.cinder('DELETE', `volume-transfers/${id}`)
})

const types = async (query: string, who: Person, version?: string) =>
  listAt((await who.cinder('GET', `types?${query}`, undefined, version)).body, 'volume_types')

test('types are filtered by extra specs that one may see, from 3.52 on', async () => {
  const shared = encodeURIComponent("extra_specs={'multiattach':'<is> True'}").replace('%3D', '=')
  const hidden = encodeURIComponent("extra_specs={'volume_backend_name':'shared'}").replace(
    '%3D',
    '=',
  )
  expect(named(await types(shared, demo), 'standard')).toBeUndefined()
  expect(named(await types(shared, demo), 'multiattach')).toBeDefined()
  expect(named(await types(shared, demo, '3.51'), 'standard')).toBeDefined()
  expect(await types(hidden, demo)).toEqual([])
  expect(named(await types(hidden, admin), 'multiattach')).toBeDefined()
  expect(named(await types('name=standard', admin), 'multiattach')).toBeUndefined()
  expect(refusalOf(await demo.cinder('GET', 'types?name=standard'))).toEqual(invalid('name'))
})

test('a spec that one may not see is not there', async () => {
  const { id } = await newType()
  const path = `types/${id}/extra_specs/volume_backend_name`
  expect((await admin.cinder('GET', path)).body).toEqual({ volume_backend_name: 'shared' })
  expect(refusalOf(await demo.cinder('GET', path))).toEqual([
    404,
    'Volume Type <id> has no extra specs with key volume_backend_name.',
  ])
})
