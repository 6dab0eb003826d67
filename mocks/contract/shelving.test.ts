import { expect, test } from 'vitest'

import { at, textAt } from '#mocks/client/json.ts'
import type { Person } from '#mocks/client/person.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

/** What becomes of an instance by its actions, and of its volumes when it is shelved. */
const { demo, admin, instance, volume, attach, attached, detach, heldBy, becomes, look, until } =
  await cloudUnderTest()

const shelved = await instance()
const plain = await volume('standard')
await attached(shelved, plain)

const act = (server: string, body: object, who: Person = demo, version?: string) =>
  who.nova('POST', `servers/${server}/action`, body, version)
const runs = (server: string, status: string) =>
  until(`the instance is ${status}`, async () => {
    const { body } = await demo.nova('GET', `servers/${server}`)
    const task = at(body, 'server', 'OS-EXT-STS:task_state')
    return textAt(body, 'server', 'status') === status && task === null
  })
const refusedIn = (action: string, state: string) => [
  409,
  `Cannot '${action}' instance <id> while it is in vm_state ${state}`,
]

const forbidden = (rule: string) => [403, `Policy doesn't allow ${rule} to be performed.`]

await act(shelved, { shelve: null })
await runs(shelved, 'SHELVED_OFFLOADED')

test('a shelved instance keeps its volumes, which no host has', async () => {
  expect(await heldBy(shelved)).toContain(plain)
  expect(await look(plain)).toMatchObject({ status: 'reserved', attachments: [] })
})

test.each([
  ['pause', refusedIn('pause', 'shelved_offloaded')],
  ['suspend', refusedIn('suspend', 'shelved_offloaded')],
  ['resume', refusedIn('resume', 'shelved_offloaded')],
  ['shelve', refusedIn('shelve', 'shelved_offloaded')],
  ['rescue', refusedIn('rescue', 'shelved_offloaded')],
])('a shelved instance does not take %s', async (action, refusal) => {
  expect(refusalOf(await act(shelved, { [action]: null }))).toEqual(refusal)
})

test.each(['start', 'stop'])('a shelved instance does not %s', async (action) => {
  const [status, words] = refusalOf(await act(shelved, { [`os-${action}`]: null }))
  expect(status).toBe(409)
  // Nova asks for a host or for the state first, by its release.
  expect(['Instance <id> is not ready', refusedIn(action, 'shelved_offloaded')[1]]).toContain(words)
})

test('only administrators take a shelved instance from its host, and name a host for it', async () => {
  expect(refusalOf(await act(shelved, { shelveOffload: null }))).toEqual(
    forbidden('os_compute_api:os-shelve:shelve_offload'),
  )
  expect(refusalOf(await act(shelved, { shelveOffload: null }, admin))).toEqual(
    refusedIn('shelveOffload', 'shelved_offloaded'),
  )
  const elsewhere = { unshelve: { host: 'nowhere' } }
  expect(refusalOf(await act(shelved, elsewhere, admin))).toEqual([
    400,
    'Compute host nowhere could not be found.',
  ])
  expect(refusalOf(await act(shelved, elsewhere, demo))).toEqual(
    forbidden('os_compute_api:os-shelve:unshelve_to_host'),
  )
  expect(refusalOf(await act(shelved, elsewhere, admin, '2.90'))[1]).toContain(
    "'availability_zone' is a required property",
  )
  expect(refusalOf(await act(shelved, { unshelve: { availability_zone: 'nowhere' } }))).toEqual([
    400,
    'The requested availability zone is not available',
  ])
})

test('a shelved instance takes plain volumes without a tag, and lets them go at once', async () => {
  const another = await volume('standard')
  expect(refusalOf(await attach(shelved, another, { tag: 'a' }))).toEqual([
    400,
    'Tagged volume attachment is not supported for shelved-offloaded instances.',
  ])
  expect((await attach(shelved, another)).status).toBe(200)
  await until('Nova has it', async () => (await heldBy(shelved)).includes(another))
  expect((await detach(shelved, another)).status).toBe(202)
  await becomes(another, 'available')
  // Its own volume is only reserved, and goes as well.
  expect((await detach(shelved, plain)).status).toBe(202)
  await becomes(plain, 'available')
  await act(shelved, { unshelve: null })
  await runs(shelved, 'ACTIVE')
})

test('an action that an instance’s state does not allow is refused, and its words name the state', async () => {
  const { status } = await act(shelved, { 'os-stop': null })
  expect(status).toBe(202)
  await runs(shelved, 'SHUTOFF')
  for (const action of ['os-stop', 'pause', 'suspend', 'unrescue', 'unshelve'])
    expect(refusalOf(await act(shelved, { [action]: null }))).toEqual(
      refusedIn(action.replace('os-', ''), 'stopped'),
    )
  expect(refusalOf(await act(shelved, { reboot: { type: 'SOFT' } }))).toEqual(
    refusedIn('reboot', 'stopped'),
  )
  expect(refusalOf(await act(shelved, { reboot: { type: 'x' } }))).toEqual([
    400,
    "Invalid input for field/attribute type. Value: x. 'x' is not one of ['HARD', 'Hard', 'hard', 'SOFT', 'Soft', 'soft']",
  ])
  await act(shelved, { 'os-start': null })
  await runs(shelved, 'ACTIVE')
})

test('a suspended instance lets no volume go', async () => {
  const sleeper = await instance()
  const held = await volume('standard')
  await attached(sleeper, held)
  await act(sleeper, { suspend: null })
  await runs(sleeper, 'SUSPENDED')
  expect(refusalOf(await detach(sleeper, held))).toEqual(refusedIn('detach_volume', 'suspended'))
  await act(sleeper, { resume: null })
  await runs(sleeper, 'ACTIVE')
  expect((await detach(sleeper, held)).status).toBe(202)
  await becomes(held, 'available')
})

test('what is locked says why from 2.73 on, and only in words', async () => {
  expect(refusalOf(await act(shelved, { lock: { locked_reason: '' } }))[0]).toBe(400)
  expect(refusalOf(await act(shelved, { lock: { colour: 'blue' } }))[1]).toContain(
    "Additional properties are not allowed ('colour' was unexpected)",
  )
  expect((await act(shelved, { lock: { locked_reason: 'why' } })).status).toBe(202)
  expect(refusalOf(await act(shelved, { 'os-stop': null }))).toEqual([
    409,
    'Instance <id> is locked',
  ])
  expect((await act(shelved, { unlock: null })).status).toBe(202)
})
