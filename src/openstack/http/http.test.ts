import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/scope.ts'

import { cinder, nova } from './http.ts'
import { pageOf } from './pagination.ts'

afterEach(() => vi.unstubAllGlobals())

const range = { min: { major: 3, minor: 0 }, max: { major: 3, minor: 59 } }
const scope: CloudScope = {
  user: { id: 'u-1', name: 'demo', domainName: 'Default' },
  project: { id: 'p-1', name: 'demo', domainName: 'Default' },
  region: 'RegionOne',
  microversions: {
    volume: range,
    compute: { min: { major: 2, minor: 1 }, max: { major: 2, minor: 90 } },
  },
}

/** A server that answers each request with the next body, and notes what it was asked. */
function serverOf(...bodies: unknown[]) {
  const asked: Request[] = []
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    asked.push(new Request(new URL(input, 'http://page'), init))
    return Response.json(bodies[asked.length - 1])
  })
  return asked
}

const thing = z.object({ id: z.string() })

test('a caller names the service, the scope and the microversion that both know', async () => {
  const asked = serverOf({ id: 'v-1' }, { id: 's-1' })
  expect(await cinder(scope).get('/volumes/v-1', thing)).toEqual({ id: 'v-1' })
  await nova(scope).get('/servers/s-1', thing, { query: { a: 1, b: undefined } })
  expect(asked.map(({ url }) => url)).toEqual([
    'http://page/api/volume/volumes/v-1',
    'http://page/api/compute/servers/s-1?a=1',
  ])
  expect(asked.map(({ headers }) => headers.get('openstack-api-version'))).toEqual([
    'volume 3.59',
    'compute 2.90',
  ])
  expect(asked[0]?.headers.get('mooring-scope')).toBe('user=u-1&project=p-1&region=RegionOne')
})

test('a call can ask for a microversion of its own, and send a body', async () => {
  const asked = serverOf({ id: 'v-1' })
  await cinder(scope).post('/volumes', thing, {
    body: { volume: { size: 1, name: undefined } },
    microversion: { major: 3, minor: 8 },
  })
  expect(asked[0]?.method).toBe('POST')
  expect(asked[0]?.headers.get('openstack-api-version')).toBe('volume 3.8')
  // What is absent stays absent: Cinder's schemas refuse null and unknown names.
  expect(await asked[0]?.json()).toEqual({ volume: { size: 1 } })
})

const page = pageOf('things', thing)
const next = (marker: string) => [{ rel: 'next', href: `http://cloud/things?marker=${marker}` }]

test('a list is read to its last page, with the same query on each', async () => {
  const asked = serverOf(
    { things: [{ id: 'a' }, null], things_links: next('a') },
    { things: [{ id: 'b' }] },
  )
  expect(await cinder(scope).all('/things', page, { query: { sort: 'id' } })).toEqual({
    items: [{ id: 'a' }, { id: 'b' }],
    unread: [expect.objectContaining({ id: null })],
    cutShort: false,
  })
  expect(asked.map(({ url }) => new URL(url).search)).toEqual(['?sort=id', '?sort=id&marker=a'])
})

test('a list whose next page leads back is cut short, and says so', async () => {
  serverOf(
    { things: [{ id: 'a' }], things_links: next('a') },
    { things: [{ id: 'b' }], things_links: next('a') },
  )
  expect((await cinder(scope).all('/things', page)).cutShort).toBe(true)
})

test('Cinder names the links of some lists in the singular', async () => {
  serverOf({ groups: [{ id: 'g' }], group_links: next('g') }, { groups: [] })
  const groups = pageOf('groups', thing, ['group_links'])
  expect((await cinder(scope).all('/groups', groups)).items).toEqual([{ id: 'g' }])
})

test('the signal of a list reaches each of its requests', async () => {
  const controller = new AbortController()
  const asked = vi.fn<(signal: AbortSignal | null | undefined) => void>()
  vi.stubGlobal('fetch', async (_input: string, { signal }: RequestInit) => {
    asked(signal)
    signal?.throwIfAborted()
    // The user leaves while the first page is on its way back.
    controller.abort(new Error('left'))
    return Response.json({ things: [{ id: 'a' }], things_links: next('a') })
  })
  const reading = cinder(scope).all('/things', page, { signal: controller.signal })
  await expect(reading).rejects.toThrow('left')
  expect(asked.mock.calls.every(([signal]) => signal === controller.signal)).toBe(true)
})
