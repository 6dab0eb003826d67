import { expect, test } from 'vitest'

import { listAt } from '#mocks/client/json.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

const {
  demo,
  admin,
  server,
  volume,
  ask,
  attach,
  attached,
  detach,
  becomes,
  statusOf,
  look,
  act,
  heldBy,
  instance,
  newType,
  target,
} = await cloudUnderTest()
const [first, second] = [server('node-04'), server('node-05')]

const reset = (id: string, state: object, who = admin) => act(id, { 'os-reset_status': state }, who)
const retype = (id: string, type: string) =>
  act(id, { 'os-retype': { new_type: type, migration_policy: 'never' } })

test('os-reset_status sets the status by hand, for administrators, and detaches nothing', async () => {
  const shared = await volume('multiattach')
  await attached(first, shared)
  expect(refusalOf(await reset(shared, { status: 'error' }, demo))).toEqual([
    403,
    "Policy doesn't allow volume_extension:volume_admin_actions:reset_status to be performed.",
  ])
  expect((await reset(shared, { status: 'available' })).status).toBe(202)
  expect(await look(shared)).toMatchObject({
    status: 'available',
    attachments: [{ server_id: first }],
  })
  expect((await demo.cinder('DELETE', `volumes/${shared}`)).status).toBe(400)
  await reset(shared, { status: 'in-use' })
  expect(await heldBy(first)).toContain(shared)
})

test('resetting the attach status forgets Cinder’s attachments, and Nova keeps its own', async () => {
  const shared = await volume('multiattach')
  // One of its own, which takes what Nova keeps with it when it goes.
  const mine = await instance()
  await attached(mine, shared)
  await reset(shared, { status: 'available', attach_status: 'detached' })
  expect(await look(shared)).toMatchObject({ status: 'available', attachments: [] })
  expect(await heldBy(mine)).toContain(shared)
  expect(refusalOf(await detach(mine, shared))).toEqual([
    400,
    "Invalid volume: Invalid input received: Invalid volume: Unable to detach volume. Volume status must be 'in-use' and attach_status must be 'attached' to detach. (HTTP 400) (Request-ID: <request>)",
  ])
  expect(refusalOf(await reset(shared, { status: 'in-use' }))).toEqual([
    400,
    'Cannot reset-state to in-use because volume does not have any attachments.',
  ])
})

test('a status that is none, or no status at all, is not set', async () => {
  const plain = await volume('standard')
  expect(refusalOf(await reset(plain, { status: 'happy' }))[0]).toBe(400)
  expect(refusalOf(await reset(plain, {}))[0]).toBe(400)
  expect(await statusOf(plain)).toBe('available')
})

test('a volume in error or maintenance is not attached', async () => {
  const shared = await volume('multiattach')
  await reset(shared, { status: 'error' })
  expect(refusalOf(await attach(first, shared))[1]).toContain(
    'Volume attachments can not be created if the volume is in an error state.',
  )
  await reset(shared, { status: 'maintenance' })
  expect(refusalOf(await attach(first, shared))[1]).toContain(
    'status must be available or in-use or downloading to reserve, but the current status is maintenance.',
  )
  await reset(shared, { status: 'available' })
})

test('a volume in use grows from microversion 3.42 on, and goes on being in use', async () => {
  const shared = await volume('multiattach')
  for (const one of [first, second]) await attached(one, shared)
  const extend = { 'os-extend': { new_size: 2 } }
  expect(refusalOf(await act(shared, extend, demo, '3.41'))).toEqual([
    400,
    "Invalid volume: Volume <id> status must be '{'status': 'available'}' to extend, currently in-use.",
  ])
  expect((await act(shared, extend, demo, '3.42')).status).toBe(202)
  await becomes(shared, 'in-use')
  expect(await look(shared)).toMatchObject({ size: 2, status: 'in-use' })
  expect(listAt(await look(shared), 'attachments')).toHaveLength(2)
})

test('a volume does not shrink', async () => {
  const plain = await volume('standard', { size: 2 })
  expect(refusalOf(await act(plain, { 'os-extend': { new_size: 1 } }))).toEqual([
    400,
    'Invalid input received: New size for extend must be greater than current size. (current: 2, extended: 1).',
  ])
})

test('a change of type makes a free volume shareable or not, and is refused in use', async () => {
  const plainType = await newType()
  const sharedType = await newType({ multiattach: '<is> True' })
  const one = await volume(plainType.name)
  expect((await retype(one, sharedType.name)).status).toBe(202)
  await becomes(one, 'available')
  expect(await look(one)).toMatchObject({ volume_type: sharedType.name, multiattach: true })
  await attached(first, one)
  expect(refusalOf(await retype(one, plainType.name))).toEqual([
    400,
    'Invalid input received: Invalid volume_type passed, retypes affecting multiattach are only allowed on available volumes, the specified volume however currently has a status of: in-use.',
  ])
  await detach(first, one)
  await becomes(one, 'available')
  await retype(one, plainType.name)
  await becomes(one, 'available')
  expect(await look(one)).toMatchObject({ volume_type: plainType.name, multiattach: false })
})

test('shareable and encrypted exclude each other', async () => {
  const both = await newType({ multiattach: '<is> True' })
  await admin.cinder('POST', `types/${both.id}/encryption`, {
    encryption: {
      provider: 'luks',
      cipher: 'aes-xts-plain64',
      key_size: 256,
      control_location: 'front-end',
    },
  })
  expect(refusalOf(await ask(both.name))).toEqual([
    400,
    'Invalid volume: Multiattach cannot be used with encrypted volumes.',
  ])
})

test('the flag multiattach of old is refused', async () => {
  for (const version of ['3.49', '3.50', target.newest.volume]) {
    const reply = await demo.cinder(
      'POST',
      'volumes',
      { volume: { size: 1, multiattach: true } },
      version,
    )
    expect(refusalOf(reply)).toEqual([
      400,
      'multiattach parameter has been removed. The default behavior is to use multiattach enabled volume types. Contact your administrator to create a multiattach enabled volume type and use it to create multiattach volumes.',
    ])
  }
})

test('the read-only flag is set on a free volume only, and makes its attachments read-only', async () => {
  const shared = await volume('multiattach')
  const readOnly = (on: boolean) => act(shared, { 'os-update_readonly_flag': { readonly: on } })
  expect((await readOnly(true)).status).toBe(202)
  expect(await look(shared)).toMatchObject({ metadata: { readonly: 'True' } })
  await attached(first, shared)
  const held = await demo.cinder('GET', `attachments/detail?volume_id=${shared}`)
  expect(listAt(held.body, 'attachments')).toMatchObject([{ attach_mode: 'ro' }])
  expect(refusalOf(await readOnly(false))).toEqual([
    400,
    'Invalid volume: Volume <id> status must be available to update readonly flag, but current status is: in-use.',
  ])
})

test('a volume with snapshots goes with them only, when that is asked for', async () => {
  const plain = await volume('standard')
  await demo.cinder('POST', 'snapshots', { snapshot: { volume_id: plain, name: 'contract' } })
  await becomes(plain, 'available')
  expect((await demo.cinder('DELETE', `volumes/${plain}`)).status).toBe(400)
  expect(await statusOf(plain)).toBe('available')
  expect((await demo.cinder('DELETE', `volumes/${plain}?cascade=true`)).status).toBe(202)
  await becomes(plain, 'gone')
})

test('a snapshot of a volume in use needs no force from 3.66 on', async () => {
  const shared = await volume('multiattach')
  await attached(first, shared)
  const snapshot = (version: string) =>
    demo.cinder('POST', 'snapshots', { snapshot: { volume_id: shared, name: 'contract' } }, version)
  expect(refusalOf(await snapshot('3.65'))).toEqual([
    400,
    'Invalid volume: Volume <id> status must be available, but current status is: in-use.',
  ])
  expect((await snapshot('3.66')).status).toBe(202)
})
