import { describe, expect, test } from 'vitest'

import { at, textAt } from '#mocks/client/json.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

/** What the bodies of actions may be: one name, and one that there is. */
const { demo, admin, reader, volume, act, newType, until, becomes, look } = await cloudUnderTest()

const plain = await volume('standard')
const type = await newType()
const taken = await demo.cinder('POST', 'snapshots', { snapshot: { volume_id: plain } })
const snapshot = textAt(taken.body, 'snapshot', 'id')
const statusOf = async () =>
  textAt((await demo.cinder('GET', `snapshots/${snapshot}`)).body, 'snapshot', 'status')
await until('the snapshot is there', async () => (await statusOf()) === 'available')

const advice = 'Verify the request body and Content-Type header and try again.'
const gone = 'The resource could not be found.'
const nobody = '00000000-0000-4000-8000-000000000000'

const bodies: [string, unknown, [number, string]][] = [
  ['an unknown name', { colour: {} }, [400, `There is no such action: colour. ${advice}`]],
  ['no body', undefined, [400, `There is no such action: None. ${advice}`]],
  ['no name', {}, [400, 'Malformed request body']],
  ['two names', { 'os-extend': { new_size: 9 }, revert: {} }, [400, 'Malformed request body']],
  ['an empty list', [], [400, 'Malformed request body']],
  ['a list of one', [1], [404, gone]],
  ['a number', '5', [404, gone]],
  ['null', 'null', [404, gone]],
  ['what is no JSON', '{', [400, 'Malformed request body']],
]

describe.each([
  `volumes/${plain}`,
  `volumes/${nobody}`,
  `snapshots/${snapshot}`,
  `types/${type.id}`,
  `backups/${nobody}`,
  `attachments/${nobody}`,
])('an action on %s', (path) => {
  test.each(bodies)('is not %s', async (_what, body, refusal) => {
    expect(refusalOf(await admin.cinder('POST', `${path}/action`, body))).toEqual(refusal)
  })
})

test.each(bodies)('an action on an instance is not %s', async (_what, body, [status, sentence]) => {
  const none = body === undefined
  const expected = none ? 'Malformed request body' : sentence.replace(`. ${advice}`, '')
  const reply = await admin.nova('POST', `servers/${nobody}/action`, body)
  expect(refusalOf(reply)).toEqual([status, expected])
})

const onSnapshot = (body: object, who = admin) =>
  who.cinder('POST', `snapshots/${snapshot}/action`, body)

test('a snapshot’s status is set by administrators, to one that there is', async () => {
  expect(refusalOf(await onSnapshot({ 'os-reset_status': { status: 'error' } }, demo))).toEqual([
    403,
    "Policy doesn't allow volume_extension:snapshot_admin_actions:reset_status to be performed.",
  ])
  expect(refusalOf(await onSnapshot({ 'os-reset_status': {} }))).toEqual([
    400,
    "Invalid input for field/attribute os-reset_status. Value: {}. 'status' is a required property",
  ])
  expect(refusalOf(await onSnapshot({ 'os-reset_status': { status: 'happy' } }))[1]).toContain(
    "Snapshot status: happy is invalid, valid statuses are: ('error', 'available', 'creating', 'deleting',",
  )
  expect((await onSnapshot({ 'os-reset_status': { status: 'ERROR' } })).status).toBe(202)
  expect(await statusOf()).toBe('error')
  expect(
    refusalOf(await onSnapshot({ 'os-update_snapshot_status': { status: 'available' } })),
  ).toEqual([400, 'Snapshot status error not allowed for update_snapshot_status'])
  await onSnapshot({ 'os-reset_status': { status: 'available' } })
})

test('a connection is told to members, and asked for with a connector', async () => {
  const ask = (body: object, who = demo) => act(plain, { 'os-initialize_connection': body }, who)
  expect(refusalOf(await ask({}))).toEqual([
    400,
    "Invalid input for field/attribute os-initialize_connection. Value: {}. 'connector' is a required property",
  ])
  expect(refusalOf(await ask({ connector: {} }, reader))).toEqual([
    403,
    "Policy doesn't allow volume_extension:volume_actions:initialize_connection to be performed.",
  ])
  expect(at((await ask({ connector: { host: 'here' } })).body, 'connection_info')).toMatchObject({
    data: { volume_id: plain, access_mode: 'rw' },
  })
})

test('the metadata of an image is set, shown and removed by its keys', async () => {
  const show = () => act(plain, { 'os-show_image_metadata': {} })
  const none = [404, 'Glance metadata for volume/snapshot <id> cannot be found.']
  expect(refusalOf(await show())).toEqual(none)
  expect(refusalOf(await act(plain, { 'os-set_image_metadata': {} }))[1]).toContain(
    "'metadata' is a required property",
  )
  await act(plain, { 'os-set_image_metadata': { metadata: { 'a/b': 'c' } } })
  expect((await show()).body).toEqual({ metadata: { 'a/b': 'c' } })
  expect(refusalOf(await act(plain, { 'os-unset_image_metadata': { key: 'x' } }))).toEqual(none)
  expect((await act(plain, { 'os-unset_image_metadata': { key: 'a/b' } })).status).toBe(200)
  expect(refusalOf(await show())).toEqual(none)
})

test('an image is written over a volume from 3.68 on', async () => {
  const { body } = await admin.glance('GET', 'images?name=tiny')
  const reimage = { 'os-reimage': { image_id: textAt(body, 'images', 0, 'id') } }
  const target = await volume('standard')
  expect(refusalOf(await act(target, reimage, reader))).toEqual([
    403,
    "Policy doesn't allow volume:reimage to be performed.",
  ])
  expect(refusalOf(await act(target, reimage, demo, '3.67'))).toEqual([404, gone])
  expect((await act(target, reimage)).status).toBe(202)
  await becomes(target, 'available')
  expect(await look(target)).toMatchObject({ volume_image_metadata: { image_name: 'tiny' } })
})
