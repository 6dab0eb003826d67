import { expect, test } from 'vitest'

import { at, eachAt, listAt, textAt } from '#mocks/client/json.ts'
import {
  askForToken,
  authenticate,
  byPassword,
  byToken,
  inProject,
  isGood,
  personWith,
  revoke,
  signIn,
  tokenOf,
} from '#mocks/client/person.ts'
import { ask, type Target } from '#mocks/client/target.ts'

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

test('a person with a default project gets it without asking, and none who asks for no scope', async () => {
  const { target } = embeddedTarget()
  const identity = byPassword(target, 'has-default')
  const plain = await askForToken(target, { identity })
  expect(at(plain.body, 'token', 'project', 'name')).toBe('research')
  for (const scope of ['unscoped', { unscoped: {} }]) {
    const unscoped = await askForToken(target, { identity, scope })
    expect(unscoped.status).toBe(201)
    expect(at(unscoped.body, 'token', 'project')).toBeUndefined()
    expect(at(unscoped.body, 'token', 'catalog')).toBeUndefined()
  }
})

test('two scopes at once are none', async () => {
  const { target } = embeddedTarget()
  const scope = { ...inProject('demo'), domain: { id: 'default' } }
  const reply = await askForToken(target, { identity: byPassword(target, 'demo'), scope })
  expect(reply.status).toBe(400)
})

/** A token without a scope, one for demo made from it, and one for research made from that. */
async function chain(target: Target) {
  const identity = byPassword(target, 'demo')
  const first = tokenOf(await askForToken(target, { identity, scope: 'unscoped' }))
  const second = tokenOf(
    await askForToken(target, { identity: byToken(first), scope: inProject('demo') }),
  )
  const third = tokenOf(
    await askForToken(target, { identity: byToken(second), scope: inProject('research') }),
  )
  const good = async () => Promise.all([first, second, third].map((token) => isGood(target, token)))
  return { first, second, good }
}

test('revoking the first token ends all that were made from it', async () => {
  const { target } = embeddedTarget()
  const { first, good } = await chain(target)
  expect((await revoke(target, first)).status).toBe(204)
  expect(await good()).toEqual([false, false, false])
})

test('revoking a token in the middle ends itself only, for the chain is known by its first', async () => {
  const { target } = embeddedTarget()
  const { second, good } = await chain(target)
  await revoke(target, second)
  expect(await good()).toEqual([true, false, true])
})

test('?cascade=false ends the token alone', async () => {
  const { target } = embeddedTarget()
  const { first, good } = await chain(target)
  await revoke(target, first, '?cascade=false')
  expect(await good()).toEqual([false, true, true])
})

test('a Keystone before 30 ends the token alone', async () => {
  const { target } = embeddedTarget({ keystone: { cascade: false } })
  const { first, good } = await chain(target)
  await revoke(target, first)
  expect(await good()).toEqual([false, true, true])
})

test('a Keystone may exchange tokens without a scope only', async () => {
  const { target } = embeddedTarget({ keystone: { rescopeScoped: false } })
  const unscoped = await signIn(target, 'demo', undefined)
  const made = await askForToken(target, {
    identity: byToken(unscoped.token),
    scope: inProject('demo'),
  })
  expect(made.status).toBe(201)
  for (const scope of [inProject('research'), 'unscoped', undefined]) {
    const again = await askForToken(target, {
      identity: byToken(tokenOf(made)),
      ...(scope !== undefined && { scope }),
    })
    expect([again.status, textAt(again.body, 'error', 'message')]).toEqual([
      403,
      'You are not authorized to perform the requested action: rescope a scoped token.',
    ])
  }
})

test('tokens are as long as Fernet ones, whatever they are called', async () => {
  const { target } = embeddedTarget()
  const unscoped = await signIn(target, 'demo', undefined)
  const scoped = await signIn(target, 'hundred-roles', 'demo')
  const scope = inProject('demo')
  const made = await askForToken(target, { identity: byToken(unscoped.token), scope })
  expect([unscoped.token, scoped.token, tokenOf(made)].map((token) => token.length)).toEqual([
    162, 183, 204,
  ])
})

test('a person of a hundred roles has them all in the token', async () => {
  const { target } = embeddedTarget()
  const { body } = await authenticate(target, { user: 'hundred-roles', project: 'demo' })
  const roles = eachAt(listAt(body, 'token', 'roles'), 'name')
  expect(roles).toHaveLength(102)
  expect(roles).toContain('storage-team-100')
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
