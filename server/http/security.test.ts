import { expect, test } from 'vitest'

import { createVisit } from '#server/testing/fake-cloud.ts'

const create = (headers: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: '{}',
})

test.each([
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ 'sec-fetch-site': 'same-site' }],
  [{ 'sec-fetch-site': 'none' }],
  [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost' }],
  [{ origin: 'https://evil.example' }],
  [{ origin: 'http://localhost:8080' }],
  [{ origin: 'null' }],
])('a change asked for with %o is refused', async (headers) => {
  const { signIn, send, cloud } = createVisit()
  await signIn()
  const before = cloud.heard.length
  for (const path of ['/api/volume/volumes', '/api/session'])
    expect((await send(path, create(headers))).status).toBe(403)
  expect(cloud.heard).toHaveLength(before)
})

test.each([[{ 'sec-fetch-site': 'same-origin' }], [{ origin: 'http://localhost' }], [{}]])(
  'a change asked for with %o is made',
  async (headers) => {
    const { signIn, send } = createVisit()
    await signIn()
    expect((await send('/api/volume/volumes', create(headers))).status).toBe(200)
  },
)

test('with a public address, that is the origin to come from', async () => {
  const { signIn, send } = createVisit({ MOORING_PUBLIC_URL: 'https://mooring.example' })
  await signIn()
  const statusFrom = async (origin: string) =>
    (await send('/api/volume/volumes', create({ origin }))).status
  expect(await statusFrom('https://mooring.example')).toBe(200)
  expect(await statusFrom('http://mooring.example')).toBe(403)
  expect(await statusFrom('http://localhost')).toBe(403)
})

test('reading needs no proof of where it comes from', async () => {
  const { signIn, send } = createVisit()
  await signIn()
  const response = await send('/api/volume/volumes', {
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(response.status).toBe(200)
})

test('what the cloud answers is never shown as a page of ours', async () => {
  const { signIn, send, cloud } = createVisit()
  await signIn()
  cloud.answerWith(
    () => new Response('<script>alert(1)</script>', { headers: { 'content-type': 'text/html' } }),
  )
  const { headers } = await send('/api/volume/volumes')
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; frame-ancestors 'none'; sandbox",
  )
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

const hstsOf = async (env: Record<string, string>) =>
  (await createVisit(env).send('/api/session')).headers.get('strict-transport-security')

test('https is asked for from then on only where it is used', async () => {
  expect(await hstsOf({})).toBeNull()
  expect(await hstsOf({ MOORING_PUBLIC_URL: 'https://mooring.example' })).toContain(
    'max-age=31536000',
  )
})

test.each([
  '/api/volume/../compute/servers',
  '/api/volume/%2e%2E/x',
  '/api/volume/./x',
  '/..',
  '/api\\volume',
])('%s is refused as it was written', async (written) => {
  const { app } = createVisit()
  expect((await app.request('/', {}, { incoming: { url: written } })).status).toBe(400)
})

test('dots in a name or in the query are ordinary', async () => {
  const { app } = createVisit()
  const statusOf = async (url: string) =>
    (await app.request('/healthz', {}, { incoming: { url } })).status
  expect(await statusOf('/healthz?name=/../')).toBe(200)
  expect(await statusOf('/api/volume/a..b/...')).toBe(200)
})

test.each(['PROPFIND', 'PURGE', 'QUERY'])(
  '%s is refused, and the cloud hears nothing',
  async (method) => {
    const { signIn, send, lastForwarded } = createVisit()
    await signIn()
    const response = await send('/api/volume/volumes', { method })
    expect(response.status).toBe(405)
    expect(lastForwarded()?.address).not.toContain('/volumes')
  },
)

test('an answer of the server itself has the same headers, wherever it fails', async () => {
  const { app } = createVisit()
  const dotted = await app.request('http://localhost/api/x', undefined, {
    incoming: { url: '/api/../healthz' },
  })
  const nowhere = await app.request('http://localhost/cloud/volume/')
  const refused = await app.request('http://localhost/api/volume/volumes')
  expect([dotted.status, nowhere.status, refused.status]).toEqual([400, 404, 401])
  for (const { headers } of [dotted, nowhere, refused])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  for (const { headers } of [dotted, refused])
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
})
