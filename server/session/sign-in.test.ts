import { afterEach, expect, test, vi } from 'vitest'

import { createVisit } from '#server/testing/fake-cloud.ts'

test('who needs a second factor is asked for a passcode, and gets in with it', async () => {
  const { signIn, cloud } = createVisit()
  const first = await signIn('mfa')
  expect(first.status).toBe(401)
  expect((await first.json()).error).toMatchObject({ reason: 'passcode-needed' })
  const wrong = await signIn('mfa', { passcode: '000000' })
  expect((await wrong.json()).error).toMatchObject({ code: 401, reason: 'wrong-credentials' })
  expect((await signIn('mfa', { passcode: '123456' })).status).toBe(201)
  expect(cloud.tokens.size).toBe(2)
})

test('a factor that Mooring does not know is named', async () => {
  const receipt = {
    receipt: { methods: ['password'] },
    required_auth_methods: [['password', 'oauth1']],
  }
  const upstream = async () =>
    Response.json(receipt, { status: 401, headers: { 'openstack-auth-receipt': 'r' } })
  const response = await createVisit({}, { upstream }).signIn()
  expect(response.status).toBe(403)
  expect((await response.json()).error.message).toBe(
    "This account also has to authenticate by oauth1, which Mooring can't do.",
  )
})

test('an expired password is changed without a session, and then works', async () => {
  const { signIn, sendJson, cloud } = createVisit()
  cloud.keystone.expire('ann')
  const refused = await signIn('ann')
  expect((await refused.json()).error).toMatchObject({
    code: 401,
    reason: 'password-expired',
  })
  expect(refused.headers.get('mooring-user')).toBe('u-ann')
  const change = { userId: 'u-ann', password: 'wrong', newPassword: 'better' }
  expect((await sendJson('POST', '/api/session/password', change)).status).toBe(401)
  const right = { ...change, password: 'right' }
  expect((await sendJson('POST', '/api/session/password', right)).status).toBe(204)
  expect((await signIn('ann', { password: 'better' })).status).toBe(201)
})

test('an application credential works in its project alone', async () => {
  const { sendJson, send, cloud } = createVisit()
  const applicationCredential = { id: 'ac-1', secret: 'right' }
  const response = await sendJson('POST', '/api/session', { applicationCredential })
  expect(response.status).toBe(201)
  const session = await response.json()
  expect(session.projects).toEqual([{ id: 'p-apollo', name: 'apollo', domainName: 'Default' }])
  expect(await (await send('/api/session')).json()).toEqual(session)
  expect((await sendJson('PATCH', '/api/session', { projectId: 'p-zeus' })).status).toBe(403)
  const moved = await sendJson('PATCH', '/api/session', { region: 'south' })
  expect(await moved.json()).toMatchObject({ region: 'south', project: { name: 'apollo' } })
  await send('/api/session', { method: 'DELETE' })
  expect(cloud.tokens.size).toBe(0)
})

test('a wrong application credential is refused', async () => {
  const { sendJson } = createVisit()
  const applicationCredential = { id: 'ac-1', secret: 'wrong' }
  expect((await sendJson('POST', '/api/session', { applicationCredential })).status).toBe(401)
})

test.each([
  ['sys', 'sys has a role only on the system.'],
  ['dom', 'dom has a role only on a domain.'],
  ['eve', 'eve has no role in any project.'],
])('%s, who has no project, learns what is missing', async (name, words) => {
  const { signIn, cloud } = createVisit()
  const response = await signIn(name)
  expect(response.status).toBe(403)
  expect((await response.json()).error.message).toContain(words)
  expect(cloud.tokens.size).toBe(0)
})

test.each([
  [{}, false],
  [{ MOORING_ADMIN_ROLES: 'admin, cloud_admin' }, true],
])('with %j somebody with the role Cloud_Admin is an administrator: %s', async (env, expected) => {
  const session = await (await createVisit(env).signIn('kim')).json()
  expect(session.administrator).toBe(expected)
})

const options = async (env: Record<string, string>) =>
  (await createVisit(env).send('/api/session')).json()

test('domains to choose from, and the one to start with, come from the settings', async () => {
  expect(await options({ OS_USER_DOMAIN_NAME: 'Staff' })).toMatchObject({
    defaultDomain: 'Staff',
    domains: [],
  })
  expect(await options({ MOORING_DOMAINS: 'Staff, Guests' })).toMatchObject({
    defaultDomain: 'Staff',
    domains: ['Staff', 'Guests'],
  })
})

test('an administrator of 300 domains costs a bounded number of requests', async () => {
  const { cloud } = createVisit()
  const projects = Array.from({ length: 300 }, (_, index) => ({
    id: index === 0 ? 'p-apollo' : `p-${index}`,
    name: `project ${index}`,
    domain_id: `d-${index}`,
  }))
  const domains = projects.map(({ domain_id }) => ({ id: domain_id, name: `name of ${domain_id}` }))
  const visit = createVisit(
    {},
    {
      upstream: async (address, init) => {
        const answer = await cloud.upstream(address, init)
        if (address.endsWith('/auth/projects')) return Response.json({ projects })
        if (address.endsWith('/v3/domains')) return Response.json({ domains })
        return answer
      },
    },
  )
  const session = await (await visit.signIn('ann')).json()
  expect(session.projects).toHaveLength(300)
  expect(session.projects[7]).toMatchObject({ domainName: expect.stringMatching(/^name of d-/) })
  expect(cloud.heard.length).toBeLessThan(10)
})

afterEach(() => vi.restoreAllMocks())

test('services that say nothing at all hold up sign-in for five seconds together', async () => {
  const { cloud, signIn } = createVisit()
  // Five seconds that are over at once; every other patience lasts.
  const budgets: number[] = []
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    budgets.push(ms)
    return ms === 5_000 ? AbortSignal.abort() : new AbortController().signal
  })
  cloud.tellVersions(() => new Promise(() => {}))
  const session = await (await signIn('ann', { projectId: 'p-apollo' })).json()
  expect(session.microversions).toEqual({ volume: null, compute: null })
  expect(budgets.filter((ms) => ms === 5_000)).toHaveLength(1)
})

test('versions that were not told are asked for again later', async () => {
  const { cloud, signIn, send, sendJson } = createVisit()
  cloud.tellVersions(() => new Response('no', { status: 503 }))
  const session = await (await signIn('ann')).json()
  expect(session.microversions).toEqual({ volume: null, compute: null })
  cloud.tellVersions((path) => Response.json(cloud.documents[path]))
  const later = await (await send('/api/session')).json()
  expect(later.microversions.volume).toMatchObject({ max: { major: 3, minor: 70 } })
  cloud.tellVersions(() => new Response('no', { status: 503 }))
  const switched = await sendJson('PATCH', '/api/session', { projectId: 'p-apollo' })
  expect(await switched.json()).toMatchObject({ microversions: later.microversions })
})

test('how long Keystone asks to wait is passed on', async () => {
  const { send } = createVisit(
    {},
    {
      upstream: async () =>
        Response.json(
          { error: { code: 429, title: 'Too Many Requests', message: 'Slow down.' } },
          { status: 429, headers: { 'retry-after': '120' } },
        ),
    },
  )
  const answer = await send('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName: 'ann', password: 'a', domain: 'Default' }),
  })
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toBe('120')
})
