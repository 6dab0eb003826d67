import { expect, test } from 'vitest'

import { eachAt, listAt, named, textAt } from '#mocks/client/json.ts'
import { signIn } from '#mocks/client/person.ts'

import { embeddedTarget } from './embedded-target.ts'

async function newcomer() {
  const { target } = embeddedTarget()
  const demo = await signIn(target, 'demo', 'demo')
  const stranger = await signIn(target, 'demo', 'research')
  const groups = await demo.cinder('GET', 'groups/detail')
  const groupId = textAt(named(listAt(groups.body, 'groups'), 'ledger'), 'id')
  return { demo, stranger, groups, groupId }
}

test('groups are told with their types, and their volumes to those who ask', async () => {
  const { demo, groups, groupId } = await newcomer()
  const types = await demo.cinder('GET', 'group_types')
  const groupType = textAt(named(listAt(types.body, 'group_types'), 'consistent'), 'id')
  expect(listAt(groups.body, 'groups')).toEqual([
    expect.objectContaining({ name: 'ledger', status: 'available', group_type: groupType }),
  ])
  expect((await demo.cinder('GET', `groups/${groupId}?list_volume=true`)).body).toMatchObject({
    group: { volumes: [expect.any(String), expect.any(String)] },
  })
})

test('a volume tells its group from 3.13 on, and volumes are found by it', async () => {
  const { demo, groupId } = await newcomer()
  const found = await demo.cinder('GET', `volumes/detail?group_id=${groupId}`)
  expect(eachAt(listAt(found.body, 'volumes'), 'name')).toEqual(['ledger-journal', 'ledger-data'])
  expect(eachAt(listAt(found.body, 'volumes'), 'group_id')).toEqual([groupId, groupId])
  const older = await demo.cinder('GET', 'volumes/detail?limit=1', undefined, '3.12')
  expect(listAt(older.body, 'volumes')[0]).not.toHaveProperty('group_id')
})

test('a volume of a group is neither deleted nor given another type', async () => {
  const { demo, groupId } = await newcomer()
  const found = await demo.cinder('GET', `volumes?group_id=${groupId}`)
  const path = `volumes/${textAt(found.body, 'volumes', 0, 'id')}`
  const refused = await demo.cinder('DELETE', path)
  expect([refused.status, textAt(refused.body, 'badRequest', 'message')]).toEqual([
    400,
    expect.stringContaining('belong to a group'),
  ])
  const retype = { 'os-retype': { new_type: 'multiattach', migration_policy: 'on-demand' } }
  expect((await demo.cinder('POST', `${path}/action`, retype)).status).toBe(400)
})

test('a group of another project is not there', async () => {
  const { stranger, groupId } = await newcomer()
  const answer = await stranger.cinder('GET', `groups/${groupId}`)
  expect([answer.status, textAt(answer.body, 'itemNotFound', 'message')]).toEqual([
    404,
    `Group ${groupId} could not be found.`,
  ])
})
