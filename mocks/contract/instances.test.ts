import { expect, test } from 'vitest'

import { cloudUnderTest } from './cloud-under-test.ts'

const {
  demo,
  server,
  volume,
  instance,
  attach,
  attached,
  becomes,
  look,
  holdersOf,
  heldBy,
  until,
} = await cloudUnderTest()
const other = server('node-04')

const isGone = async (id: string) => (await demo.nova('GET', `servers/${id}`)).status === 404

test('an instance that is deleted lets go of a shared volume, and the others keep it', async () => {
  const shared = await volume('multiattach')
  const mine = await instance()
  await attached(mine, shared)
  await attached(other, shared)
  expect((await demo.nova('DELETE', `servers/${mine}`)).status).toBe(204)
  await until('the instance is gone', () => isGone(mine))
  await until('its hold is gone', async () => (await holdersOf(shared)).length === 1)
  expect(await look(shared)).toMatchObject({
    status: 'in-use',
    attachments: [{ server_id: other }],
  })
})

test('a shared volume survives its holder’s end, even where it was to go with it, while others hold it', async () => {
  const shared = await volume('multiattach')
  const mine = await instance()
  await attach(mine, shared, { delete_on_termination: true })
  await becomes(shared, 'in-use')
  await attached(other, shared)
  await demo.nova('DELETE', `servers/${mine}`)
  await until('the instance is gone', () => isGone(mine))
  await until('its hold is gone', async () => (await holdersOf(shared)).length === 1)
  expect(await look(shared)).toMatchObject({ status: 'in-use' })
  expect(await heldBy(other)).toContain(shared)
})

test('a stopped instance keeps its volumes, and takes and gives more', async () => {
  const [shared, second] = [await volume('multiattach'), await volume('multiattach')]
  const mine = await instance()
  await attached(mine, shared)
  await demo.nova('POST', `servers/${mine}/action`, { 'os-stop': null })
  await until('the instance has stopped', async () => {
    const { body } = await demo.nova('GET', `servers/${mine}`)
    return JSON.stringify(body).includes('"SHUTOFF"')
  })
  expect(await holdersOf(shared)).toEqual([mine])
  await attached(mine, second)
  expect(await holdersOf(second)).toEqual([mine])
  await demo.nova('DELETE', `servers/${mine}/os-volume_attachments/${shared}`)
  await becomes(shared, 'available')
})
