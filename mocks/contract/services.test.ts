import { expect, test } from 'vitest'

import { eachAt, listAt } from '#mocks/client/json.ts'
import { signIn } from '#mocks/client/person.ts'

import { refusalOf, targetOfThisRun } from './cloud-under-test.ts'

/** What Cinder's services and pools tell, and since when; by which of their capabilities a type finds its place. */
const { target } = await targetOfThisRun()
const admin = await signIn(target, 'admin', 'demo')

test.each([
  ['3.0', []],
  ['3.7', ['cluster']],
  ['3.48', ['cluster']],
  ['3.49', ['backend_state', 'cluster']],
])('services tell at %s', async (version, added) => {
  const path = 'os-services?binary=cinder-volume'
  const { body } = await admin.cinder('GET', path, undefined, version)
  const names = Object.keys(Object(listAt(body, 'services')[0]))
  const always = [
    'active_backend_id',
    'binary',
    'disabled_reason',
    'frozen',
    'host',
    'replication_status',
    'state',
    'status',
    'updated_at',
    'zone',
  ]
  expect(names.toSorted()).toEqual([...always, ...added].toSorted())
})

/** The binaries of the services that a list has. */
async function listed(query: string) {
  const { body } = await admin.cinder('GET', `os-services?${query}`)
  return eachAt(listAt(body, 'services'), 'binary')
}

test('services are listed by binary and by host', async () => {
  expect(new Set(await listed('binary=cinder-scheduler'))).toEqual(new Set(['cinder-scheduler']))
  expect(await listed('binary=cinder-nothing')).toEqual([])
  expect(await listed('host=nowhere')).toEqual([])
})

test('pools are listed by name from 3.28 on', async () => {
  const all = listAt((await admin.cinder('GET', 'scheduler-stats/get_pools')).body, 'pools')
  const name = String(eachAt(all, 'name')[0])
  const named = (version: string) =>
    admin.cinder(
      'GET',
      `scheduler-stats/get_pools?name=${encodeURIComponent(name)}`,
      undefined,
      version,
    )
  expect(eachAt(listAt((await named('3.28')).body, 'pools'), 'name')).toEqual([name])
  expect(eachAt(listAt((await named('3.27')).body, 'pools'), 'name')).toHaveLength(all.length)
})

test('a host that is not there is neither frozen nor asked what it can do', async () => {
  const frozen = await admin.cinder('PUT', 'os-services/freeze', { host: 'nowhere@nothing' })
  const asked = await admin.cinder('GET', 'capabilities/nowhere@nothing')
  expect([refusalOf(frozen)[0], refusalOf(asked)[0]]).toEqual([400, 404])
})
