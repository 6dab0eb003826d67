import { expect, test } from 'vitest'

import { at, eachAt, listAt, textAt } from '#mocks/client/json.ts'
import { authenticate, personWith, signIn } from '#mocks/client/person.ts'
import { ask } from '#mocks/client/target.ts'

import { embeddedTarget } from './embedded-target.ts'

const hours = 3_600_000
const sentence = 'The request you have made requires authentication.'

test('a password alone gives a token without a project, which lists the projects', async () => {
  const { target } = embeddedTarget()
  const reply = await authenticate(target, { user: 'demo' })
  expect(reply.status).toBe(201)
  expect(at(reply.body, 'token', 'project')).toBeUndefined()
  const demo = personWith(target, reply.headers.get('x-subject-token') ?? '', '')
  const projects = await demo.keystone('GET', 'auth/projects')
  const names = eachAt(listAt(projects.body, 'projects'), 'name')
  expect(new Set(names)).toEqual(new Set(['demo', 'research']))
})

test.each([
  ['a wrong password', { user: 'demo', password: 'nope' }],
  ['an unknown user', { user: 'nobody' }],
  ['an unknown project', { user: 'demo', project: 'nope' }],
  ['a project without a role', { user: 'demo', project: 'admin' }],
])('%s is refused with one and the same sentence', async (_what, credentials) => {
  const reply = await authenticate(embeddedTarget().target, credentials)
  expect([reply.status, textAt(reply.body, 'error', 'message')]).toEqual([401, sentence])
  expect(reply.headers.get('www-authenticate')).toBe(
    'Keystone uri="http://cloud.test/cloud/identity/v3"',
  )
})

test('a token changes to another project, and ends when the first one would have', async () => {
  const { target, clock } = embeddedTarget()
  const demo = await signIn(target, 'demo', 'demo')
  clock.advance(hours)
  const scope = { project: { name: 'research', domain: { id: 'default' } } }
  const identity = { methods: ['token'], token: { id: demo.token } }
  const { body } = await demo.keystone('POST', 'auth/tokens', { auth: { identity, scope } })
  expect(at(body, 'token', 'project', 'name')).toBe('research')
  expect(at(body, 'token', 'methods')).toEqual(['token', 'password'])
  expect(Date.parse(textAt(body, 'token', 'expires_at')) - clock.now()).toBe(3 * hours)
})

test('a token expires, for all services at once', async () => {
  const { target, clock } = embeddedTarget({ tokenLifetimeMs: hours })
  const demo = await signIn(target, 'demo', 'demo')
  clock.advance(hours - 1)
  expect((await demo.cinder('GET', 'volumes')).status).toBe(200)
  clock.advance(1)
  for (const reply of [
    await demo.cinder('GET', 'volumes'),
    await demo.nova('GET', 'servers'),
    await demo.glance('GET', 'images'),
    await demo.keystone('GET', 'auth/projects'),
  ])
    expect(reply.status).toBe(401)
})

test('a revoked token is worth nothing at once', async () => {
  const { target } = embeddedTarget()
  const demo = await signIn(target, 'demo', 'demo')
  const headers = { 'x-subject-token': demo.token }
  const revoked = await demo.ask('identity', 'DELETE', '/v3/auth/tokens', { headers })
  expect(revoked.status).toBe(204)
  expect((await demo.ask('identity', 'GET', '/v3/auth/tokens', { headers })).status).toBe(401)
})

test('the catalog names the address that was asked, for both regions', async () => {
  const { target } = embeddedTarget()
  const demo = await signIn(target, 'demo', 'demo')
  const { body } = await demo.keystone('GET', 'auth/catalog')
  const volume = listAt(body, 'catalog').find((one) => at(one, 'type') === 'block-storage')
  const urls = listAt(volume, 'endpoints')
    .filter((one) => at(one, 'interface') === 'public')
    .map((one) => [at(one, 'region'), at(one, 'url')])
  expect(urls).toEqual([
    ['RegionOne', `http://cloud.test/cloud/volume/v3/${demo.projectId}`],
    ['RegionTwo', `http://cloud.test/cloud/r2/volume/v3/${demo.projectId}`],
  ])
  const far = {
    ...target,
    addresses: { ...target.addresses, volume: 'http://cloud.test/cloud/r2/volume' },
  }
  const headers = { 'x-auth-token': demo.token }
  const volumes = await ask(far, 'volume', 'GET', `/v3/${demo.projectId}/volumes`, { headers })
  expect(eachAt(listAt(volumes.body, 'volumes'), 'name')).toContain('far-mirror')
})
