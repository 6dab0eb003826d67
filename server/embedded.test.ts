import { createServer as createHttpServer } from 'node:http'

import { getRequestListener } from '@hono/node-server'
import { expect, test, vi } from 'vitest'

import { embeddedCloud } from './embedded.ts'

const demo = {
  volumes: undefined,
  instances: undefined,
  attachments: undefined,
  latencyMs: 0,
  speed: 1,
  release: undefined,
  faults: true,
}

const keystone = 'http://127.0.0.1/cloud/identity/v3'

/** A cloud that cuts every connection to Keystone. */
async function cutOff() {
  const cloud = embeddedCloud(demo)
  const response = await cloud.embedded.fetch(
    new Request('http://127.0.0.1/cloud/faults', {
      method: 'PUT',
      body: JSON.stringify({ requests: [{ service: 'identity', cut: 'before' }] }),
    }),
  )
  expect(response.status).toBe(200)
  return cloud
}

test('a connection that is cut looks to the server as one of a network does', async () => {
  const { upstream } = await cutOff()
  await expect(upstream(keystone, { headers: {} })).rejects.toThrow('the connection was cut')
})

test('a client of the embedded cloud whose connection is cut gets no whole answer', async () => {
  const { embedded } = await cutOff()
  // The listener prints what broke an answer off.
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  const server = createHttpServer(getRequestListener((request) => embedded.fetch(request)))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const asked = fetch(`http://127.0.0.1:${port}/cloud/identity/v3`).then((reply) => reply.text())
  await expect(asked).rejects.toThrow('terminated')
  server.close()
  expect(printed).toHaveBeenCalledOnce()
  printed.mockRestore()
})

test('faults are there only where they were asked for', async () => {
  const { embedded } = embeddedCloud({ ...demo, faults: false })
  const response = await embedded.fetch(new Request('http://127.0.0.1/cloud/faults'))
  expect(response.status).toBe(404)
})

test.each([
  ['zed', '2.93'],
  [undefined, '2.104'],
] as const)('the embedded cloud can be asked to be %s', async (release, version) => {
  const { upstream } = embeddedCloud({ ...demo, release })
  const response = await upstream('http://mooring.test/cloud/compute/v2.1/', { headers: {} })
  expect((await response.json()).version.version).toBe(version)
})
