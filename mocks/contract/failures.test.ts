import { expect, test } from 'vitest'

import { at, eachAt, listAt, textAt } from '#mocks/client/json.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

const {
  demo,
  admin,
  server,
  volume,
  ask,
  attach,
  attached,
  becomes,
  statusOf,
  look,
  holdersOf,
  heldBy,
  until,
} = await cloudUnderTest()

test('where no back end can share, a volume ends in error and a message says why', async () => {
  const reply = await ask('multiattach-nowhere')
  expect(reply.status).toBe(202)
  const id = textAt(reply.body, 'volume', 'id')
  await becomes(id, 'error')
  const messages = await demo.cinder('GET', `messages?resource_uuid=${id}`)
  expect(listAt(messages.body, 'messages')).toMatchObject([
    {
      user_message: 'schedule allocate volume:Could not find any available weighted backend.',
      message_level: 'ERROR',
      resource_type: 'VOLUME',
      request_id: reply.headers.get('x-openstack-request-id'),
    },
  ])
})

test('a hypervisor that cannot share refuses at once, and nothing is left of it', async () => {
  const shared = await volume('multiattach')
  const legacy = server('legacy-1')
  expect(refusalOf(await attach(legacy, shared))).toEqual([
    400,
    "Volume <id> has 'multiattach' set, which is not supported for this instance.",
  ])
  expect(await statusOf(shared)).toBe('available')
  expect(await heldBy(legacy)).not.toContain(shared)
})

test('an attach that was taken and failed later leaves the other holders, and the instance’s log says so', async () => {
  const shared = await volume('multiattach')
  const [broken, holder] = [server('broken-1'), server('node-04')]
  await attached(holder, shared)
  const reply = await attach(broken, shared)
  expect(reply.status).toBe(200)
  expect(await heldBy(broken)).toContain(shared)
  await until('Nova gives up', async () => !(await heldBy(broken)).includes(shared))
  await becomes(shared, 'in-use')
  expect(await holdersOf(shared)).toEqual([holder])

  const request = reply.headers.get('x-openstack-request-id') ?? ''
  const path = `servers/${broken}/os-instance-actions/${request}`
  const seenByMember = at((await demo.nova('GET', path)).body, 'instanceAction')
  expect(seenByMember).toMatchObject({
    action: 'attach_volume',
    message: 'Error',
    events: [{ event: 'compute_attach_volume', result: 'Error' }],
  })
  expect(at(seenByMember, 'events', 0, 'traceback')).toBeUndefined()
  const seenByAdmin = at((await admin.nova('GET', path)).body, 'instanceAction', 'events', 0)
  expect(seenByAdmin).toMatchObject({ host: 'compute-broken' })
  expect(textAt(seenByAdmin, 'traceback')).toContain('the hypervisor could not reach the storage')
})

test('the failed attach of a free volume frees it again', async () => {
  const shared = await volume('multiattach')
  await attach(server('broken-1'), shared)
  await until('Nova gives up', async () => !(await heldBy(server('broken-1'))).includes(shared))
  await becomes(shared, 'available')
  expect(await look(shared)).toMatchObject({ attachments: [] })
})

test('an attach that worked is in the log without an error', async () => {
  const shared = await volume('multiattach')
  const node = server('node-04')
  const reply = await attach(node, shared)
  await becomes(shared, 'in-use')
  const request = reply.headers.get('x-openstack-request-id')
  const log = await demo.nova('GET', `servers/${node}/os-instance-actions`)
  const entry = listAt(log.body, 'instanceActions').find((one) => at(one, 'request_id') === request)
  expect(entry).toMatchObject({ action: 'attach_volume', message: null })
})

test('what is not there can not be attached', async () => {
  const shared = await volume('multiattach')
  const nobody = '00000000-0000-0000-0000-000000000000'
  expect(refusalOf(await attach(server('node-04'), nobody))).toEqual([
    404,
    'Volume <id> could not be found.',
  ])
  expect(refusalOf(await attach(nobody, shared))).toEqual([
    404,
    'Instance <id> could not be found.',
  ])
  expect(eachAt(listAt(await look(shared), 'attachments'), 'server_id')).toEqual([])
})
