import { expect, test } from 'vitest'

import { at, eachAt, listAt } from '#mocks/client/json.ts'
import { signIn } from '#mocks/client/person.ts'

import { refusalOf, targetOfThisRun } from './cloud-under-test.ts'

/** Lists of Keystone's by name, domain and state, and quotas as the `cinder` client sends them. */
const { target } = await targetOfThisRun()
const admin = await signIn(target, 'admin', 'demo')

async function found(path: string) {
  const { body } = await admin.keystone('GET', path)
  return eachAt(listAt(body, path.split('?')[0] ?? ''), 'name')
}

test.each([
  ['projects?name=demo', ['demo']],
  ['projects?name=DEMO&domain_id=default', ['demo']],
  ['projects?name=demo&domain_id=nowhere', []],
  ['projects?name=demo&enabled=true', ['demo']],
  ['projects?name=demo&enabled=0', []],
  ['projects?name=dem', []],
  ['users?name=demo&domain_id=default', ['demo']],
  ['users?name=nobody-of-this-name', []],
  ['domains?name=Default', ['Default']],
])('Keystone lists %s', async (path, names) => {
  expect(await found(path)).toEqual(names)
})

const path = `os-quota-sets/${admin.projectId}`

test('a quota may be sent with the id of its project, as the client does', async () => {
  const before = at((await admin.cinder('GET', path)).body, 'quota_set')
  const { status, body } = await admin.cinder('PUT', path, {
    quota_set: { tenant_id: admin.projectId, per_volume_gigabytes: -1 },
  })
  expect([status, at(body, 'quota_set', 'per_volume_gigabytes')]).toEqual([200, -1])
  expect(at(before, 'id')).toBe(admin.projectId)
})

test('a quota of something that is not there is refused', async () => {
  const reply = await admin.cinder('PUT', path, { quota_set: { colours: 3 } })
  expect(refusalOf(reply)[0]).toBe(400)
})

test('the default quotas have the id that was asked for', async () => {
  const { body } = await admin.cinder('GET', `${path}/defaults`)
  expect(at(body, 'quota_set', 'id')).toBe(admin.projectId)
})
