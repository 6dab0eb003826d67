import type { RequestListener } from 'node:http'

import { getRequestListener } from '@hono/node-server'
import { expect, test } from 'vitest'

import { networkUpstream } from '#server/cloud/node-upstream.ts'
import { readSettings } from '#server/settings/settings.ts'
import { createVisit } from '#server/testing/fake-cloud.ts'
import { serving } from '#server/testing/serving.ts'

/** A signed-in person's address of the server and their cookie, with `cinder` as the volume service of the cloud. */
async function mooringBefore(cinder: RequestListener) {
  const service = await serving(cinder)
  const network = networkUpstream(readSettings({}))
  const { cloud } = createVisit()
  const { app, signIn, cookieHeader } = createVisit(
    {},
    {
      upstream: (address, init) =>
        address.includes(':8776/v3/p-apollo')
          ? network(address.replace('https://north.example:8776', service), init)
          : cloud.upstream(address, init),
    },
  )
  await signIn('ann')
  const address = await serving(getRequestListener(app.fetch))
  return { address, cookie: cookieHeader() }
}

test('when the browser leaves before an answer, the request to the cloud is dropped', async () => {
  const arrived = Promise.withResolvers<void>()
  const dropped = Promise.withResolvers<string>()
  const { address, cookie } = await mooringBefore((request) => {
    request.on('close', () => dropped.resolve('dropped'))
    arrived.resolve()
  })
  const leaving = new AbortController()
  const answer = fetch(`${address}/api/volume/volumes`, {
    headers: { cookie },
    signal: leaving.signal,
  })
  await arrived.promise
  leaving.abort()
  await expect(answer).rejects.toThrow('aborted')
  expect(await dropped.promise).toBe('dropped')
})

test('when the browser leaves in the middle of an answer, the rest is not fetched', async () => {
  const dropped = Promise.withResolvers<string>()
  const { address, cookie } = await mooringBefore((_request, response) => {
    response.on('close', () => dropped.resolve('dropped'))
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"volumes": [')
  })
  const leaving = new AbortController()
  const { body } = await fetch(`${address}/api/volume/volumes`, {
    headers: { cookie, 'accept-encoding': 'identity' },
    signal: leaving.signal,
  })
  await body?.getReader().read()
  leaving.abort()
  expect(await dropped.promise).toBe('dropped')
})

test('a long answer is compressed on the way to the browser, and reads the same', async () => {
  const long = JSON.stringify({ volumes: Array.from({ length: 500 }, () => 'volume') })
  const { address, cookie } = await mooringBefore((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(long)
  })
  const response = await fetch(`${address}/api/volume/volumes`, {
    headers: { cookie, 'accept-encoding': 'gzip' },
  })
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(await response.text()).toBe(long)
})

test('what is sent arrives at the cloud byte for byte, and no cookie with it', async () => {
  const { address, cookie } = await mooringBefore(async (request, response) => {
    const chunks = await request.toArray()
    const { url, method, headers } = request
    const heard = { url, method, body: Buffer.concat(chunks).toString(), cookie: headers.cookie }
    response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify(heard))
  })
  const response = await fetch(`${address}/api/volume/volumes?a=1&b=%20%C3%A9`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: '{"name": "é"}',
  })
  expect([response.status, await response.json()]).toEqual([
    202,
    { url: '/v3/p-apollo/volumes?a=1&b=%20%C3%A9', method: 'POST', body: '{"name": "é"}' },
  ])
})
