import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createVisit } from '#server/testing/fake-cloud.ts'

import { targetOf } from './forward.ts'

async function signedInVisit(env: Record<string, string> = {}) {
  const visit = createVisit(env)
  await visit.signIn('ann')
  return visit
}

test.each([
  [
    '/api/volume/volumes/detail?limit=5&name=a%20b',
    'https://north.example:8776/v3/p-apollo/volumes/detail?limit=5&name=a%20b',
  ],
  ['/api/compute/servers/1/action', 'https://north.example:8774/v2.1/servers/1/action'],
  ['/api/image/v2/images', 'https://north.example:9292/v2/images'],
  ['/api/identity/auth/projects', 'https://cloud.example:5000/v3/auth/projects'],
  ['/api/volume/', 'https://north.example:8776/v3/p-apollo/'],
  ['/api/volume/default-types', 'https://north.example:8776/v3/default-types'],
  ['/api/volume/default-types/p-zeus', 'https://north.example:8776/v3/default-types/p-zeus'],
  ['/api/volume/default-typesetting', 'https://north.example:8776/v3/p-apollo/default-typesetting'],
])('%s goes to the endpoint of the session, written as it was', async (path, address) => {
  const { send, cloud } = await signedInVisit()
  await send(path)
  expect(cloud.heard.at(-1)?.address).toBe(address)
})

test('the interface of the settings and the region of the session choose the endpoint', async () => {
  const { send, sendJson, lastForwarded } = await signedInVisit({ OS_INTERFACE: 'internal' })
  await sendJson('PATCH', '/api/session', { region: 'south' })
  await send('/api/volume/volumes')
  expect(lastForwarded()?.address).toBe('http://south.internal:8776/v3/p-apollo/volumes')
})

test('a service that the region does not have is said to be missing', async () => {
  const { send, sendJson } = await signedInVisit()
  await sendJson('PATCH', '/api/session', { region: 'south' })
  const response = await send('/api/image/v2/images')
  expect(response.status).toBe(404)
  expect((await response.json()).error.message).toBe(
    'The cloud has no image service in region south.',
  )
})

test.each(['/api/network/v2.0/ports', '/api', '/api/', '/api/volumes'])(
  '%s is forwarded nowhere',
  async (path) => {
    const { send, cloud } = await signedInVisit()
    const before = cloud.heard.length
    expect((await send(path)).status).toBe(404)
    expect(cloud.heard).toHaveLength(before)
  },
)

test('the token goes on in place of the cookie, with only the headers that the cloud may see', async () => {
  const { send, lastForwarded } = await signedInVisit()
  await send('/api/volume/volumes', {
    headers: {
      accept: 'application/json',
      'openstack-api-version': 'volume 3.70',
      'x-openstack-nova-api-version': '2.90',
      'x-auth-token': 'of my own',
      'x-forwarded-for': '10.0.0.1',
      'x-project-id': 'p-zeus',
      'x-roles': 'admin',
      connection: 'x-subject-token',
      'x-subject-token': 'of another',
      authorization: 'Basic YTpi',
    },
  })
  const { 'x-openstack-request-id': requestId, ...headers } = lastForwarded()?.init.headers ?? {}
  expect(headers).toEqual({
    accept: 'application/json',
    'openstack-api-version': 'volume 3.70',
    'x-openstack-nova-api-version': '2.90',
    'x-auth-token': 'token-2',
  })
  expect(requestId).toMatch(/^req-[0-9a-f-]{36}$/)
})

test('a request id of the page goes on if it is one', async () => {
  const { send, lastForwarded } = await signedInVisit()
  const heardId = async (id: string) => {
    await send('/api/volume/volumes', { headers: { 'x-openstack-request-id': id } })
    return lastForwarded()?.init.headers['x-openstack-request-id']
  }
  const ours = 'req-6feb4cae-f9f3-4ccc-8a37-68b4eb4c3672'
  expect(await heardId(ours)).toBe(ours)
  expect(await heardId('req-1 INFO forged line')).not.toContain('forged')
})

test('status, body and telling headers come back unchanged, and nothing else does', async () => {
  const { send, cloud } = await signedInVisit()
  cloud.answerWith(() =>
    Response.json(
      { badRequest: { code: 400, message: 'No.' } },
      {
        status: 400,
        statusText: 'Bad Request',
        headers: {
          'openstack-api-version': 'volume 3.70',
          'x-openstack-request-id': 'req-1',
          'x-compute-request-id': 'req-2',
          'retry-after': '2',
          'set-cookie': 'cloud=1',
          'x-subject-token': 'secret',
          'www-authenticate': 'Basic',
          server: 'Apache',
        },
      },
    ),
  )
  const response = await send('/api/volume/volumes')
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ badRequest: { code: 400, message: 'No.' } })
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'openstack-api-version': 'volume 3.70',
    'x-openstack-request-id': 'req-1',
    'x-compute-request-id': 'req-2',
    'retry-after': '2',
    'cache-control': 'no-store',
  })
  for (const name of ['set-cookie', 'x-subject-token', 'www-authenticate', 'server'])
    expect(response.headers.has(name)).toBe(false)
})

test.each([
  ['https://north.example:8776/v3/p-apollo/volumes/1', '/api/volume/volumes/1'],
  ['volumes/1', '/api/volume/volumes/1'],
  ['https://north.example:8776/v3/p-other/volumes/1', null],
  ['https://elsewhere.example/', null],
])('a redirect to %s reaches the page as %s', async (location, expected) => {
  const { send, cloud } = await signedInVisit()
  cloud.answerWith(() => new Response(null, { status: 302, headers: { location } }))
  const response = await send('/api/volume/x')
  expect([response.status, response.headers.get('location')]).toEqual([302, expected])
})

test('a body goes to the cloud as a stream, before it is all there', async () => {
  const { send, lastForwarded } = await signedInVisit()
  let more: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      more = controller
    },
  })
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-length': '9' } }
  expect((await send('/api/volume/volumes', init)).status).toBe(200)
  more?.enqueue(new TextEncoder().encode('{"a":"b"}'))
  more?.close()
  const heard = lastForwarded()?.init
  expect(heard?.headers['content-length']).toBe('9')
  expect(await new Response(heard?.body ?? null).text()).toBe('{"a":"b"}')
})

test('an answer comes to the page as a stream, before it is all there', async () => {
  const { send, cloud } = await signedInVisit()
  cloud.answerWith(
    () =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode('first')),
        }),
      ),
  )
  const reader = (await send('/api/volume/volumes')).body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first')
})

test('the request to the cloud is cancelled with that of the browser', async () => {
  const { send, cloud, lastForwarded } = await signedInVisit()
  const leaving = new AbortController()
  cloud.answerWith(
    () =>
      new Promise((_resolve, reject) => {
        const signal = lastForwarded()?.init.signal
        signal?.addEventListener('abort', () => reject(signal.reason))
        leaving.abort()
      }),
  )
  await send('/api/volume/volumes', { signal: leaving.signal })
  expect(lastForwarded()?.init.signal?.aborted).toBe(true)
})

test('a service that gives no answer is named', async () => {
  const { send, cloud } = await signedInVisit()
  cloud.answerWith(() =>
    Promise.reject(new TypeError('fetch failed', { cause: new Error('gone') })),
  )
  const response = await send('/api/compute/servers')
  expect(response.status).toBe(502)
  expect((await response.json()).error).toEqual({
    code: 502,
    title: 'Bad Gateway',
    message: "The compute service of the cloud can't be reached: gone",
  })
})

test('a 401 of the cloud passes, and the session stays', async () => {
  const { send, cloud, cookies } = await signedInVisit()
  cloud.answerWith(() => Response.json({ error: { code: 401 } }, { status: 401 }))
  expect((await send('/api/volume/volumes')).status).toBe(401)
  expect(cookies.size).toBe(1)
})

test('without a session nothing is forwarded', async () => {
  const { send, cloud } = createVisit()
  const response = await send('/api/volume/volumes')
  expect(response.status).toBe(401)
  expect((await response.json()).error).toMatchObject({ code: 401, title: 'Unauthorized' })
  expect(cloud.heard).toEqual([])
})

const hostile = fc.constantFrom(
  '..',
  '.',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '..;',
  '%2f',
  '%5c',
  '\\',
  '//',
  '/',
  '@',
  ':',
  '%00',
  '%',
  '%c0%ae',
  '?',
  '#',
  'http:',
  'evil.example',
  '\t',
  '\n',
  '％2e',
  '。。',
  'volumes',
  'é',
)
const endpoints = [
  'https://north.example:8776/v3/p-apollo',
  'https://north.example:9292',
  'http://north.example/compute/v2.1',
]

test.each(['/%252e%252e#', '/%252e%252e?', '/volumes#', '/volumes?all_tenants=1'])(
  'a path with a query or a fragment of its own, such as %s, is none',
  (path) => {
    expect(targetOf('https://north.example:8776/v3/p-apollo', path)).toBeUndefined()
  },
)

test('no path leads out of its endpoint', () => {
  const path = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(hostile, fc.string()), { maxLength: 8 }).map((parts) => parts.join('')),
    fc
      .array(fc.oneof(hostile, fc.string()), { maxLength: 8 })
      .map((parts) => `/${parts.join('/')}`),
  )
  fc.assert(
    fc.property(path, fc.constantFrom(...endpoints), (text, endpoint) => {
      const target = targetOf(endpoint, text)
      if (target === undefined) return
      const { href, username, password } = new URL(target)
      expect(username + password).toBe('')
      expect(href === endpoint || href === `${endpoint}/` || href.startsWith(`${endpoint}/`)).toBe(
        true,
      )
      // A service that undoes escapes once or twice must find no way up either.
      const once = decodeURIComponent(new URL(target).pathname)
      for (const read of [once, tryDecoding(once)]) {
        expect(read).not.toContain('\\')
        expect(read.split('/')).not.toContain('..')
      }
    }),
    { numRuns: 2000 },
  )
})

function tryDecoding(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

test.each([
  '/volumes/..%2f..%2fother',
  '/volumes/%252e%252e/x',
  '/volumes//x',
  '/volumes/a%5cb',
  '/volumes/..;/x',
  '/volumes/%00',
  '/volumes/%',
])('%s is refused', async (path) => {
  const { send, cloud } = await signedInVisit()
  const before = cloud.heard.length
  expect((await send(`/api/volume${path}`)).status).toBe(400)
  expect(cloud.heard).toHaveLength(before)
})

test.each([
  '/volumes/3f5a/metadata/a%20key%3F',
  '/volumes/3f5a/metadata/100%25',
  '/types/%E7%B1%BB',
  '/volumes/...',
])('%s is ordinary', (path) => {
  expect(targetOf('https://a.example/v3/p', path)).toBe(`https://a.example/v3/p${path}`)
})
