import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { readSettings } from '#server/settings/settings.ts'
import { serving } from '#server/testing/serving.ts'

import { networkUpstream } from './node-upstream.ts'

const upstream = networkUpstream(readSettings({}))

test('a streamed body with a length goes out with that length, not in chunks', async () => {
  const address = await serving((request, response) => {
    const { 'content-length': length, 'transfer-encoding': chunks } = request.headers
    response.end(JSON.stringify({ length, chunks }))
  })
  const response = await upstream(address, {
    method: 'POST',
    headers: { 'content-length': '5' },
    body: new Blob(['12345']).stream(),
    duplex: 'half',
  })
  expect(await response.json()).toEqual({ length: '5' })
})

test.each([
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['GZIP', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
])('an answer that came compressed by %s is read as what it was', async (encoding, compress) => {
  const address = await serving((_request, response) => {
    response.setHeader('content-encoding', encoding).end(compress('plain'))
  })
  expect(await (await upstream(address, { headers: {} })).text()).toBe('plain')
})

test('an answer to HEAD is read, whatever it says of the body that it does not have', async () => {
  const address = await serving((_request, response) => {
    response.setHeader('content-encoding', 'gzip').setHeader('content-length', 25).end()
  })
  const response = await upstream(address, { method: 'HEAD', headers: {} })
  expect([response.status, await response.text()]).toEqual([200, ''])
})

test('a compressed answer that breaks off is an error to its reader', async () => {
  const address = await serving((_request, response) => {
    response.setHeader('content-encoding', 'gzip').end(gzipSync('plain').subarray(0, 12))
  })
  await expect((await upstream(address, { headers: {} })).text()).rejects.toThrow(
    'unexpected end of file',
  )
})

test('a long answer comes as it is, and a short one as well', async () => {
  for (const length of [0, 10, 300_000]) {
    const text = 'x'.repeat(length)
    const address = await serving((_request, response) => {
      response.setHeader('content-length', length).end(text)
    })
    const response = await upstream(address, { headers: {} })
    expect(response.headers.get('content-length')).toBe(String(length))
    expect(await response.text()).toBe(text)
  }
})

test('a redirect is handed back, not followed', async () => {
  let requests = 0
  const address = await serving((_request, response) => {
    requests += 1
    response.writeHead(302, { location: '/elsewhere' }).end()
  })
  const response = await upstream(address, { headers: {} })
  expect([response.status, response.headers.get('location'), requests]).toEqual([
    302,
    '/elsewhere',
    1,
  ])
})

test('a request that is given up is dropped on the wire', async () => {
  const leaving = new AbortController()
  const dropped = Promise.withResolvers<void>()
  const address = await serving((request) => {
    request.on('close', () => dropped.resolve())
    leaving.abort()
  })
  await expect(upstream(address, { headers: {}, signal: leaving.signal })).rejects.toThrow('abort')
  await dropped.promise
})

test('an answer that nobody reads any more is dropped on the wire', async () => {
  const dropped = Promise.withResolvers<void>()
  const address = await serving((_request, response) => {
    response.on('close', () => dropped.resolve())
    response.write('first')
  })
  const { body } = await upstream(address, { headers: {} })
  const reader = body?.getReader()
  await reader?.read()
  await reader?.cancel()
  await expect(dropped.promise).resolves.toBeUndefined()
})

const withCertificates = (file: string) => () => networkUpstream(readSettings({ OS_CACERT: file }))

test('a file of certificates that is not there, or has none, is named', () => {
  expect(withCertificates('/nowhere.pem')).toThrow(
    `OS_CACERT is "/nowhere.pem", which can't be read: it must be a file of certificates in PEM form`,
  )
  expect(withCertificates(import.meta.filename)).toThrow('which has no certificate')
})
