import { expect, test } from 'vitest'

import { createVisit, now } from '#server/testing/fake-cloud.ts'

import { mostCharacters } from './cookies.ts'
import { createSealer } from './sealing.ts'

const secret = 'a secret of at least thirty-two characters'
const cookieOf = (response: Response) => response.headers.getSetCookie().join('\n')
const federatedToken = (groups: number) => 244 + 24 * groups

test('the cookie is for this site only, out of reach of scripts, and ends with the token', async () => {
  const cookie = cookieOf(await createVisit().signIn())
  expect(cookie).toMatch(/^mooring-\w{6}=1\.[\w.-]+; /)
  expect(cookie.split('; ').slice(1)).toEqual([
    'Max-Age=14400',
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
  ])
})

test('behind https the cookie is bound to it and to the host', async () => {
  const { signIn, send, cookies } = createVisit({ MOORING_PUBLIC_URL: 'https://mooring.example' })
  const cookie = cookieOf(await signIn())
  expect(cookie).toMatch(/^__Host-mooring-\w{6}=/)
  expect(cookie).toContain('; Secure')
  expect(cookie).not.toContain('Domain')
  expect(await (await send('/api/session')).json()).toMatchObject({ state: 'signed-in' })
  await send('/api/session', { method: 'DELETE' })
  expect(cookies.size).toBe(0)
})

test('nothing of the session can be read in the cookie', async () => {
  const cookie = cookieOf(await createVisit().signIn())
  const parts = cookie.split(';')[0]?.split('.') ?? []
  const plain = parts.map((part) => Buffer.from(part, 'base64url').toString()).join()
  expect(`${cookie}${plain}`).not.toMatch(/token-2|ann|apollo/)
})

test('a cookie that was tampered with is none', async () => {
  const { signIn, send, cookies } = createVisit()
  await signIn()
  for (const [name, sealed] of cookies)
    cookies.set(
      name,
      sealed.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
    )
  expect(await (await send('/api/session')).json()).toMatchObject({ state: 'signed-out' })
})

test.each([
  ['of the same secret and cloud reads it', {}, {}, 'signed-in'],
  [
    'of another secret does not',
    {},
    { secret: 'another secret of thirty-two characters' },
    'signed-out',
  ],
  ['of another cloud does not', { OS_AUTH_URL: 'https://other.example/v3' }, {}, 'signed-out'],
] as const)('a second server %s', async (_who, env, deps, state) => {
  const first = createVisit()
  await first.signIn()
  const second = createVisit(env, { upstream: first.cloud.upstream, ...deps })
  for (const [name, value] of first.cookies) second.cookies.set(name, value)
  expect(await (await second.send('/api/session')).json()).toMatchObject({ state })
})

test('two servers of different clouds on one host name do not sign each other out', async () => {
  const names = await Promise.all(
    ['https://cloud.example:5000/v3', 'https://staging.example:5000/v3'].map(async (url) => {
      const { signIn, cookies } = createVisit(
        { OS_AUTH_URL: url },
        {
          upstream: (address, init) =>
            createVisit().cloud.upstream(
              address.replace(url, 'https://cloud.example:5000/v3'),
              init,
            ),
        },
      )
      await signIn()
      return [...cookies.keys()]
    }),
  )
  expect(new Set(names.flat()).size).toBe(names.flat().length)
})

test.each([
  ['a federated person of 70 groups', 'ann', federatedToken(70)],
  ['a person of 100 roles', 'max', 0],
  ['a person of 100 roles and 70 groups', 'max', federatedToken(70)],
])('%s signs in, and stays so', async (_who, name, tokenLength) => {
  const { cloud, signIn, send, cookies } = createVisit()
  cloud.keystone.manners.tokenLength = tokenLength
  const response = await signIn(name)
  expect(response.status).toBe(201)
  for (const cookie of response.headers.getSetCookie()) expect(cookie.length).toBeLessThan(4096)
  expect(await (await send('/api/session')).json()).toMatchObject({ state: 'signed-in' })
  await send('/api/session', { method: 'DELETE' })
  expect(cookies.size).toBe(0)
})

test('what a longer session has left over is removed by a shorter one', async () => {
  const { cloud, signIn, send, cookies } = createVisit()
  cloud.keystone.manners.tokenLength = federatedToken(120)
  await signIn()
  expect(cookies.size).toBeGreaterThan(2)
  cloud.keystone.manners.tokenLength = 0
  await signIn('ben')
  expect(cookies.size).toBe(1)
  expect(await (await send('/api/session')).json()).toMatchObject({ user: { name: 'ben' } })
})

test('what a longer session has left over does no harm where it was not removed', async () => {
  const { signIn, send, cookies } = createVisit()
  await signIn()
  const [name] = cookies.keys()
  cookies.set(`${name}.1`, 'of another session')
  expect(await (await send('/api/session')).json()).toMatchObject({ state: 'signed-in' })
})

test('a session that does not fit says what is too large, and its token is revoked', async () => {
  const { cloud, signIn, cookies } = createVisit()
  cloud.keystone.manners.tokenLength = mostCharacters
  const response = await signIn()
  expect(response.status).toBe(431)
  expect((await response.json()).error.message).toBe(
    `This session is too large for the browser's cookies. Most of it is the project's token (${mostCharacters} characters).`,
  )
  expect(cookies.size).toBe(0)
  expect(cloud.tokens.size).toBe(0)
})

test('with long tokens fewer projects stay open at a time, and none is lost for good', async () => {
  const { cloud, signIn, sendJson, send, from } = createVisit()
  cloud.keystone.manners.tokenLength = 3_800
  await signIn('ann', { projectId: 'p-apollo' })
  expect((await sendJson('PATCH', '/api/session', { projectId: 'p-zeus' })).status).toBe(200)
  expect(cloud.tokens.size).toBe(2)
  const again = await send('/api/session', { headers: from({ projectId: 'p-apollo' }) })
  expect(await again.json()).toMatchObject({ project: { id: 'p-apollo' } })
})

test('after an upgrade that changes the session, people are told why they have to sign in', async () => {
  const { send, cookies } = createVisit()
  const { EncryptJWT } = await import('jose')
  const authUrl = 'https://cloud.example:5000/v3'
  const sealer = createSealer({ secret, audience: authUrl, now: () => now })
  expect(await sealer.open('session', 'nonsense')).toEqual({ state: 'broken' })
  const info = new TextEncoder().encode('mooring session cookie 1')
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    'HKDF',
    false,
    ['deriveBits'],
  )
  const key = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    material,
    256,
  )
  const former = await new EncryptJWT({ session: { token: 'of the first version' } })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(authUrl)
    .setExpirationTime(new Date(now + 3_600_000))
    .encrypt(new Uint8Array(key))
  cookies.set('mooring', former)
  expect((await send('/api/volume/volumes')).headers.get('mooring-reason')).toBe('updated')
  const answer = await (await send('/api/session')).json()
  expect(answer).toMatchObject({ state: 'signed-out', reason: 'updated' })
  expect(cookies.size).toBe(0)
})
