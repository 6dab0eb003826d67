import { expect, test } from 'vitest'

import { at, listAt, sentenceOf, startCloud, textAt } from './asking.ts'

const tokens = '/cloud/identity/v3/auth/tokens'
const hours = 3_600_000

const byPassword = (name: string, password: string, scope?: unknown) => ({
  auth: {
    identity: {
      methods: ['password'],
      password: { user: { name, domain: { name: 'Default' }, password } },
    },
    ...(scope !== undefined && { scope }),
  },
})

test('a password alone gives a token without a project, which lists the projects', async () => {
  const { ask } = startCloud()
  const reply = await ask('POST', tokens, { body: byPassword('demo', 'mooring') })
  expect(reply.status).toBe(201)
  expect(at(reply.body, 'token', 'project')).toBeUndefined()
  const headers = { 'x-auth-token': reply.headers.get('x-subject-token') ?? '' }
  const projects = await ask('GET', '/cloud/identity/v3/auth/projects', { headers })
  const names = listAt(projects.body, 'projects').map((one) => at(one, 'name'))
  expect(new Set(names)).toEqual(new Set(['demo', 'research']))
})

test.each([
  ['a wrong password', byPassword('demo', 'nope')],
  ['an unknown user', byPassword('nobody', 'mooring')],
  [
    'an unknown project',
    byPassword('demo', 'mooring', { project: { name: 'nope', domain: { id: 'default' } } }),
  ],
  [
    'a project without a role',
    byPassword('demo', 'mooring', { project: { name: 'admin', domain: { id: 'default' } } }),
  ],
])('%s is refused with one and the same sentence', async (_what, body) => {
  const reply = await startCloud().ask('POST', tokens, { body })
  expect(reply.status).toBe(401)
  expect(sentenceOf(reply)).toBe('The request you have made requires authentication.')
  expect(reply.headers.get('www-authenticate')).toBe(
    'Keystone uri="http://cloud.test/cloud/identity/v3"',
  )
})

test('a token without a project is of no use to Cinder and Nova', async () => {
  const { ask } = startCloud()
  const { headers } = await ask('POST', tokens, { body: byPassword('demo', 'mooring') })
  const withToken = { headers: { 'x-auth-token': headers.get('x-subject-token') ?? '' } }
  const cinder = await ask('GET', `/cloud/volume/v3/${'0'.repeat(32)}/volumes`, withToken)
  expect([cinder.status, sentenceOf(cinder)]).toEqual([400, 'Malformed request url'])
  const nova = await ask('GET', '/cloud/compute/v2.1/servers', withToken)
  expect([nova.status, sentenceOf(nova)]).toEqual([
    403,
    "Policy doesn't allow os_compute_api:servers:index to be performed.",
  ])
})

test('a token changes to another project, and ends when the first one would have', async () => {
  const { ask, signIn, clock } = startCloud()
  const demo = await signIn('demo', 'demo')
  clock.advance(hours)
  const scope = { project: { name: 'research', domain: { id: 'default' } } }
  const identity = { methods: ['token'], token: { id: demo.token } }
  const reply = await ask('POST', tokens, { body: { auth: { identity, scope } } })
  expect(at(reply.body, 'token', 'project', 'name')).toBe('research')
  expect(at(reply.body, 'token', 'methods')).toEqual(['token', 'password'])
  const left = Date.parse(textAt(reply.body, 'token', 'expires_at')) - clock.now()
  expect(left).toBe(3 * hours)
})

test('a token expires', async () => {
  const { signIn, clock } = startCloud({ tokenLifetimeMs: hours })
  const demo = await signIn('demo', 'demo')
  clock.advance(hours - 1)
  expect((await demo.cinder('GET', 'volumes')).status).toBe(200)
  clock.advance(1)
  for (const reply of [
    await demo.cinder('GET', 'volumes'),
    await demo.nova('GET', 'servers'),
    await demo.glance('images'),
    await demo.ask('GET', '/cloud/identity/v3/auth/projects'),
  ])
    expect(reply.status).toBe(401)
})

test('a revoked token is worth nothing at once', async () => {
  const { signIn } = startCloud()
  const demo = await signIn('demo', 'demo')
  const headers = { 'x-subject-token': demo.token }
  expect((await demo.ask('DELETE', tokens, { headers })).status).toBe(204)
  expect((await demo.ask('GET', tokens, { headers })).status).toBe(401)
})

test('the catalog names the address that was asked, for both regions', async () => {
  const { signIn, ask } = startCloud()
  const demo = await signIn('demo', 'demo')
  const reply = await demo.ask('GET', '/cloud/identity/v3/auth/catalog')
  const volume = listAt(reply.body, 'catalog').find((one) => at(one, 'type') === 'block-storage')
  const urls = listAt(volume, 'endpoints')
    .filter((one) => at(one, 'interface') === 'public')
    .map((one) => [at(one, 'region'), at(one, 'url')])
  expect(urls).toEqual([
    ['RegionOne', `http://cloud.test/cloud/volume/v3/${demo.projectId}`],
    ['RegionTwo', `http://cloud.test/cloud/r2/volume/v3/${demo.projectId}`],
  ])
  const far = await ask('GET', `/cloud/r2/volume/v3/${demo.projectId}/volumes`, {
    headers: { 'x-auth-token': demo.token },
  })
  expect(listAt(far.body, 'volumes').map((one) => at(one, 'name'))).toContain('far-mirror')
})

test('ids are the same at every start', () => {
  const [one, other] = [startCloud(), startCloud()]
  expect(one.volume('gfs2-cluster')).toBe(other.volume('gfs2-cluster'))
  expect(one.server('node-01')).toBe(other.server('node-01'))
})
