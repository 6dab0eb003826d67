import { expect, test } from 'vitest'

import { createVisit } from '#server/testing/fake-cloud.ts'

import { accepts, type BuiltFile } from './pages.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const script: BuiltFile = {
  contentType: 'text/javascript',
  plain: bytes('plain'),
  br: bytes('br'),
  gzip: bytes('gzip'),
  etag: '"1"',
}
const icon: BuiltFile = { contentType: 'image/svg+xml', plain: bytes('<svg/>'), etag: '"2"' }
const pages = {
  index: '<meta property="csp-nonce" nonce="MOORING-NONCE"><link nonce="MOORING-NONCE">',
  files: new Map([
    ['/assets/index-abc.js', script],
    ['/icon.svg', icon],
  ]),
}
const { send } = createVisit({}, { pages })

test.each(['/', '/project/volumes', '/project/volumes/8f3e', '/admin/attachments?sort=name'])(
  '%s is the page',
  async (path) => {
    const response = await send(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  },
)

/** The nonce in the page, where it is that of the policy as well. */
async function nonceOfAnswer() {
  const response = await send('/')
  const [, inPage = ''] = /nonce="([^"]+)"/.exec(await response.text()) ?? []
  const policy = response.headers.get('content-security-policy') ?? ''
  return policy.includes(`style-src 'self' 'nonce-${inPage}';`) ? inPage : undefined
}

test('every answer has a nonce of its own, in the page and in the policy', async () => {
  const nonces = [await nonceOfAnswer(), await nonceOfAnswer()]
  expect(nonces).not.toContain(undefined)
  expect(new Set(nonces).size).toBe(2)
  expect(nonces.join()).not.toContain('MOORING')
})

test('the policy lets in only what the page needs', async () => {
  const policy = (await send('/')).headers.get('content-security-policy')
  expect(policy?.replace(/'nonce-[^']+'/, "'nonce'").split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ])
})

test('the page has the headers that keep other sites away from it', async () => {
  expect(Object.fromEntries((await send('/')).headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  })
})

test.each([
  ['gzip, deflate, br', 'br', 'br'],
  ['gzip', 'gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip', 'gzip'],
  ['identity', null, 'plain'],
])('a browser that takes %s gets the script in %s', async (accepted, encoding, body) => {
  const response = await send('/assets/index-abc.js', { headers: { 'accept-encoding': accepted } })
  expect(response.headers.get('content-encoding')).toBe(encoding)
  expect(response.headers.get('vary')).toBe('accept-encoding')
  expect(await response.text()).toBe(body)
})

test('files named by their content are kept for good, others asked for again', async () => {
  const cachingOf = async (path: string) => (await send(path)).headers.get('cache-control')
  expect(await cachingOf('/assets/index-abc.js')).toBe('public, max-age=31536000, immutable')
  expect(await cachingOf('/icon.svg')).toBe('no-cache')
  const again = await send('/icon.svg', { headers: { 'if-none-match': '"2"' } })
  expect(again.status).toBe(304)
})

test.each(['/assets/index-old.js', '/assets/other', '/favicon.ico', '/.env'])(
  '%s is not there',
  async (path) => expect((await send(path)).status).toBe(404),
)

test('HEAD answers as GET does, without a body', async () => {
  const response = await send('/icon.svg', { method: 'HEAD' })
  expect([response.status, await response.text()]).toEqual([200, ''])
})

test('a form of another site can change nothing by a post to the page', async () => {
  expect((await send('/', { method: 'POST' })).status).toBe(404)
})

test('an encoding of quality 0 is refused', () => {
  expect(accepts('br;q=0', 'br')).toBe(false)
  expect(accepts('BR', 'br')).toBe(true)
})
