import { expect, test } from 'vitest'

import { createVisit } from '#server/testing/fake-cloud.ts'

const statusOf = async (path: string, keystone: () => Promise<Response>) =>
  (await createVisit({}, { upstream: keystone }).send(path)).status

const gone = () => Promise.reject(new TypeError('fetch failed'))

test('the process says that it lives, whatever the cloud does', async () => {
  expect(await statusOf('/healthz', gone)).toBe(200)
})

test('the server is ready while Keystone answers', async () => {
  expect(await statusOf('/readyz', async () => Response.json({ version: {} }))).toBe(200)
  expect(await statusOf('/readyz', async () => new Response(null, { status: 500 }))).toBe(503)
  expect(await statusOf('/readyz', gone)).toBe(503)
})

test('a server that is being stopped is not ready, though Keystone answers', async () => {
  const { send } = createVisit(
    {},
    { upstream: async () => Response.json({ version: {} }), isStopping: () => true },
  )
  expect((await send('/readyz')).status).toBe(503)
  expect((await send('/healthz')).status).toBe(200)
})
