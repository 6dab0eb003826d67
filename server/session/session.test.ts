import { expect, test } from 'vitest'

import { createVisit, now } from '#server/testing/fake-cloud.ts'

test('nobody is signed in at first', async () => {
  const { send } = createVisit()
  const response = await send('/api/session')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    state: 'signed-out',
    defaultDomain: 'Default',
    domains: [],
    passwords: true,
    webSso: [],
  })
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('the accounts of the embedded cloud are offered', async () => {
  const demoAccounts = [
    { userName: 'demo', password: 'mooring', domain: 'Default', description: 'member' },
  ]
  const { send } = createVisit(
    {},
    { embedded: { demoAccounts, fetch: async () => new Response() } },
  )
  expect(await (await send('/api/session')).json()).toMatchObject({ demoAccounts })
})

test('a person signs in to the first of their projects by name', async () => {
  const { signIn, send } = createVisit()
  const response = await signIn('ann')
  expect(response.status).toBe(201)
  const session = await response.json()
  expect(session).toEqual({
    state: 'signed-in',
    user: { id: 'u-ann', name: 'ann', domainName: 'Default' },
    project: { id: 'p-apollo', name: 'apollo', domainName: 'Default' },
    roles: ['member'],
    administrator: false,
    projects: [
      { id: 'p-apollo', name: 'apollo', domainName: 'Default' },
      { id: 'p-zeus', name: 'zeus', domainName: 'Default' },
    ],
    region: 'north',
    regions: ['north', 'south'],
    expiresAt: '2030-01-01T04:00:00.000Z',
    microversions: {
      volume: { min: { major: 3, minor: 0 }, max: { major: 3, minor: 70 } },
      compute: { min: { major: 2, minor: 1 }, max: { major: 2, minor: 93 } },
    },
    embedded: false,
    signIn: { defaultDomain: 'Default', domains: [], passwords: true, webSso: [] },
  })
  expect(await (await send('/api/session')).json()).toEqual(session)
})

test('the page is told where instances are launched, where that is set', async () => {
  const launchUrl = 'https://horizon.example/project/instances/?launch={volume_id}'
  const { signIn } = createVisit({ MOORING_LAUNCH_URL: launchUrl })
  expect(await (await signIn('ann')).json()).toMatchObject({ launchUrl })
})

test('the page is told whether there is a service for backups, where a setting says it', async () => {
  const { signIn } = createVisit({ MOORING_BACKUPS: 'on' })
  expect(await (await signIn('ann')).json()).toMatchObject({ backups: true })
  expect(await (await createVisit().signIn('ann')).json()).not.toHaveProperty('backups')
})

test('a person with a default project signs in to that', async () => {
  const session = await (await createVisit().signIn('ben')).json()
  expect(session.project.name).toBe('zeus')
})

test('a person goes back to the project and region they ask for', async () => {
  const { signIn } = createVisit()
  const response = await signIn('ann', { projectId: 'p-zeus', region: 'south' })
  expect(await response.json()).toMatchObject({ project: { name: 'zeus' }, region: 'south' })
})

test('a project or region asked for at sign-in that is gone is passed over', async () => {
  const { signIn } = createVisit()
  const response = await signIn('ann', { projectId: 'p-gone', region: 'west' })
  expect(await response.json()).toMatchObject({ project: { name: 'apollo' }, region: 'north' })
})

test('the project’s token is made from an unscoped one, which stays valid', async () => {
  const { signIn, cloud, send } = createVisit()
  await signIn('ann')
  expect([...cloud.tokens.values()]).toEqual([
    { person: 'ann' },
    { person: 'ann', parent: 'token-1', projectId: 'p-apollo' },
  ])
  expect(await (await send('/api/session')).json()).toMatchObject({ state: 'signed-in' })
})

test.each([
  ['whose scoped tokens can’t be exchanged', { rescopes: false }],
  ['of before tokens were revoked together', { cascade: false, rescopes: true }],
])('a person with a default project works in another on a Keystone %s', async (_what, manners) => {
  const { signIn, sendJson, cloud } = createVisit()
  Object.assign(cloud.keystone.manners, manners)
  const response = await signIn('ben', { projectId: 'p-apollo' })
  expect(await response.json()).toMatchObject({ project: { name: 'apollo' } })
  const switched = await sendJson('PATCH', '/api/session', { projectId: 'p-zeus' })
  expect(await switched.json()).toMatchObject({ project: { name: 'zeus' } })
})

test('a refusal has the words, status and request id of Keystone', async () => {
  const { signIn, cookies } = createVisit()
  const response = await signIn('ann', { password: 'wrong' })
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({
    error: {
      code: 401,
      title: 'Unauthorized',
      message: 'The request you have made requires authentication.',
      requestId: 'req-refused',
      reason: 'wrong-credentials',
    },
  })
  expect(cookies.size).toBe(0)
})

test('a person without a project is told so, and their token is revoked', async () => {
  const { signIn, cloud } = createVisit()
  const response = await signIn('eve')
  expect(response.status).toBe(403)
  expect((await response.json()).error.message).toContain('eve has no role in any project')
  expect(cloud.tokens.size).toBe(0)
})

test('a Keystone that gives no answer is said to', async () => {
  const cause = new Error('ECONNREFUSED')
  const upstream = () => Promise.reject(new TypeError('fetch failed', { cause }))
  const response = await createVisit({}, { upstream }).signIn()
  expect(response.status).toBe(502)
  expect((await response.json()).error.message).toBe(
    "The identity service of the cloud can't be reached: ECONNREFUSED",
  )
})

test('a region of the settings that the cloud lacks is named with those it has', async () => {
  const response = await createVisit({ OS_REGION_NAME: 'west' }).signIn()
  expect(response.status).toBe(502)
  expect((await response.json()).error.message).toBe(
    'The cloud has no block storage in region west, which OS_REGION_NAME names; it has it in north, south.',
  )
})

test.each([
  ['no JSON', 'userName=ann'],
  ['no object', '[]'],
  ['no password', '{"userName":"ann","domain":"Default"}'],
])('a sign-in with %s is refused', async (_what, body) => {
  const response = await createVisit().send('/api/session', { method: 'POST', body })
  expect(response.status).toBe(400)
})

test('a sign-in of more than 16 KiB is refused unread', async () => {
  const { signIn, cloud } = createVisit()
  expect((await signIn('a'.repeat(17_000))).status).toBe(413)
  expect(cloud.heard).toEqual([])
})

test('a person goes on in another project, and in another region', async () => {
  const { signIn, sendJson, send } = createVisit()
  await signIn('ann')
  const switched = await sendJson('PATCH', '/api/session', { projectId: 'p-zeus' })
  expect(await switched.json()).toMatchObject({ project: { name: 'zeus' }, region: 'north' })
  await sendJson('PATCH', '/api/session', { region: 'south' })
  const session = await (await send('/api/session')).json()
  expect(session).toMatchObject({ project: { name: 'zeus' }, region: 'south' })
})

test('nobody goes on in a project that they have no role in, or a region that is not there', async () => {
  const { signIn, sendJson, send } = createVisit()
  await signIn('ann')
  expect((await sendJson('PATCH', '/api/session', { projectId: 'p-other' })).status).toBe(403)
  expect((await sendJson('PATCH', '/api/session', { region: 'west' })).status).toBe(400)
  expect(await (await send('/api/session')).json()).toMatchObject({ project: { name: 'apollo' } })
})

test('a switch while nobody is signed in is refused', async () => {
  const response = await createVisit().sendJson('PATCH', '/api/session', { region: 'south' })
  expect(response.status).toBe(401)
})

test.each([true, false])('sign-out revokes all tokens, cascade: %s', async (cascade) => {
  const { signIn, send, sendJson, cloud, cookies } = createVisit()
  cloud.keystone.manners.cascade = cascade
  await signIn('ann')
  await sendJson('PATCH', '/api/session', { projectId: 'p-zeus' })
  expect(cloud.tokens.size).toBe(3)
  expect((await send('/api/session', { method: 'DELETE' })).status).toBe(204)
  expect(cloud.tokens.size).toBe(0)
  expect(cookies.size).toBe(0)
})

test('sign-out with a token that is gone, or with none, is a sign-out all the same', async () => {
  const { signIn, send, cloud, cookies } = createVisit()
  await signIn('ann')
  cloud.tokens.clear()
  expect((await send('/api/session', { method: 'DELETE' })).status).toBe(204)
  expect(cookies.size).toBe(0)
  expect((await send('/api/session', { method: 'DELETE' })).status).toBe(204)
})

test('a sign-out that Keystone did not carry out says so', async () => {
  const { signIn, send, cloud, cookies } = createVisit()
  await signIn('ann')
  cloud.keystone.manners.keepsTokens = true
  const response = await send('/api/session', { method: 'DELETE' })
  expect(await response.json()).toEqual({
    notRevoked: { message: 'No database.', until: '2030-01-01T04:00:00.000000Z' },
  })
  expect(cookies.size).toBe(0)
})

test('a copied cookie of before a sign-out, a switch or a new sign-in is worth nothing', async () => {
  const { app, signIn, send, sendJson, cookieHeader } = createVisit()
  const copies: string[] = []
  await signIn('ann')
  copies.push(cookieHeader())
  await sendJson('PATCH', '/api/session', { projectId: 'p-zeus' })
  copies.push(cookieHeader())
  await signIn('ben')
  copies.push(cookieHeader())
  await send('/api/session', { method: 'DELETE' })
  for (const cookie of copies) {
    const response = await app.request('/api/session', { headers: { cookie } })
    expect(await response.json()).toMatchObject({ state: 'signed-out' })
  }
})

test('a copied cookie is dead at once, also where Keystone accepts the token from its cache', async () => {
  const { app, signIn, send, cookieHeader, cloud } = createVisit()
  await signIn('ann')
  const cookie = cookieHeader()
  const revoked = new Map(cloud.tokens)
  await send('/api/session', { method: 'DELETE' })
  for (const [id, token] of revoked) cloud.tokens.set(id, token)
  const response = await app.request('/api/volume/volumes', { headers: { cookie } })
  expect(response.status).toBe(401)
})

test('a session whose project token alone was revoked gets another', async () => {
  const { signIn, send, cloud } = createVisit()
  await signIn('ann')
  cloud.tokens.delete('token-2')
  expect(await (await send('/api/session')).json()).toMatchObject({ project: { name: 'apollo' } })
  expect((await send('/api/volume/volumes')).status).toBe(200)
  expect([...cloud.tokens.keys()]).toEqual(['token-1', 'token-3'])
})

test('a session whose tokens were revoked ends', async () => {
  const { signIn, send, cloud, cookies } = createVisit()
  await signIn('ann')
  cloud.tokens.clear()
  expect(await (await send('/api/session')).json()).toMatchObject({ state: 'signed-out' })
  expect(cookies.size).toBe(0)
})

test('a session ends with its token', async () => {
  let time = now
  const { signIn, send } = createVisit({}, { now: () => time })
  await signIn('ann')
  time += 4 * 3600 * 1000 + 1000
  expect(await (await send('/api/session')).json()).toMatchObject({ state: 'signed-out' })
  expect((await send('/api/volume/volumes')).status).toBe(401)
})

test('any number of people are signed in at a time, and each stays who they are', async () => {
  const { signIn, send, cookies } = createVisit()
  const people: { name: string; held: Map<string, string> }[] = []
  for (let turn = 0; turn < 110; turn++) {
    const name = turn % 2 === 0 ? 'ann' : 'ben'
    await signIn(name)
    people.push({ name, held: new Map(cookies) })
    cookies.clear()
  }
  for (const { name, held } of [...people, ...people]) {
    for (const [cookie, value] of held) cookies.set(cookie, value)
    expect(await (await send('/api/session')).json()).toMatchObject({ user: { name } })
  }
})
