import { expect, test } from 'vitest'

import { createServer } from '#server/app.ts'
import { readSettings } from '#server/settings/settings.ts'
import { createFakeCloud, createVisit, now } from '#server/testing/fake-cloud.ts'

const cookieOf = (response: Response) => response.headers.getSetCookie().join('\n')

test('the cookie is for this site only, out of reach of scripts, and ends with the token', async () => {
  const cookie = cookieOf(await createVisit().signIn())
  expect(cookie).toMatch(/^mooring=[\w.-]+; /)
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
  expect(cookie).toMatch(/^__Host-mooring=/)
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
  const sealed = cookies.get('mooring') ?? ''
  cookies.set(
    'mooring',
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
  second.cookies.set('mooring', first.cookies.get('mooring') ?? '')
  expect(await (await second.send('/api/session')).json()).toMatchObject({ state })
})

test('a cloud of very many regions still fits the cookie, with the present one only', async () => {
  const cloud = createFakeCloud()
  const regions = Array.from({ length: 200 }, (_, index) => `region-${index}`)
  const settings = readSettings({ OS_AUTH_URL: 'https://cloud.example:5000/v3' })
  const app = createServer(settings, {
    secret: 'a secret of at least thirty-two characters',
    now: () => now,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    upstream: async (address, init) => {
      const response = await cloud.upstream(address, init)
      if (!address.endsWith('/auth/tokens') || init.method !== 'POST') return response
      const { token } = await response.json()
      const endpoints = regions.map((region_id) => ({
        interface: 'public',
        region_id,
        url: 'https://north.example:8776/v3',
      }))
      const body = { token: { ...token, catalog: [{ type: 'volumev3', endpoints }] } }
      return Response.json(body, { status: 201, headers: response.headers })
    },
  })
  const response = await app.request('/api/session', {
    method: 'POST',
    body: JSON.stringify({ userName: 'ann', password: 'right', domain: 'Default' }),
  })
  expect(response.status).toBe(201)
  expect(cookieOf(response).length).toBeLessThan(4096)
})
