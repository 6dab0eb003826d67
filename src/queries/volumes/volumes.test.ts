import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { windowScopeOf } from '#src/model/cloud/scope.ts'
import type { SignedIn } from '#src/model/cloud/session.ts'
import type { VolumeList } from '#src/model/volume/volume-list.ts'
import { isRecord } from '#src/openstack/http/is-record.ts'
import { signIn } from '#src/openstack/session/session.ts'
import { setWindowScope } from '#src/openstack/session/window-scope.ts'
import { deleteVolume } from '#src/openstack/volumes/delete-volume.ts'
import { updateVolume } from '#src/openstack/volumes/volumes.ts'
import { instancesFlawsQuery, instancesQuery } from '#src/queries/attach/instances.ts'
import { runMutation } from '#src/queries/run-mutation.ts'
import { openBrowser } from '#src/testing/browser.ts'

import { lookAtChanging } from './changing-volumes.ts'
import { deleteVolumeMutation, volumesQuery } from './volumes.ts'

afterEach(() => vi.unstubAllGlobals())

async function scene(env: Record<string, string> = {}) {
  const browser = openBrowser(env)
  const session: SignedIn = await signIn({
    userName: 'demo',
    password: 'mooring',
    domain: 'Default',
  })
  setWindowScope(windowScopeOf(session))
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const read = () => client.fetchQuery({ ...volumesQuery(session), staleTime: 0 })
  const list = () => client.getQueryData<VolumeList>(volumesQuery(session).queryKey)
  /** The paths that were asked for since. */
  const asked = () => browser.heard.splice(0).map(({ path }) => path)
  return { ...browser, session, client, read, list, asked }
}

const idIn = (
  { volumes }: VolumeList,
  which: (volume: VolumeList['volumes'][number]) => boolean,
) => {
  const id = volumes.find(which)?.id
  if (id === undefined) throw new Error('there is no such volume')
  return id
}
const free = ({ status, attachments }: VolumeList['volumes'][number]) =>
  status === 'available' && attachments.length === 0

describe('the list', () => {
  test('shows its first page before the others, and then all', async () => {
    const { client, session, read, asked } = await scene({ MOORING_DEMO_VOLUMES: '1250' })
    const steps: [number, boolean][] = []
    client.getQueryCache().subscribe(() => {
      const now = client.getQueryData<VolumeList>(volumesQuery(session).queryKey)
      if (now) steps.push([now.volumes.length, now.complete])
    })
    asked()
    const { volumes, total } = await read()
    expect(volumes.length).toBe(total)
    expect(volumes.length).toBeGreaterThanOrEqual(1_250)
    expect(steps).toContainEqual([100, false])
    expect(steps.at(-1)).toEqual([total, true])
    expect(asked()).toHaveLength(3)
  })

  test('is caught up by two short answers, whatever its length', async () => {
    const { session, read, asked } = await scene()
    const first = await read()
    const id = idIn(first, free)
    await updateVolume(session, id, { name: 'renamed elsewhere' })
    asked()
    const { volumes } = await read()
    expect(volumes.find((one) => one.id === id)?.name).toBe('renamed elsewhere')
    const paths = asked()
    expect(paths).toHaveLength(2)
    expect(paths.join(' ')).toContain('updated_at=gte')
  })

  test('is read as a whole again once something was deleted', async () => {
    const { session, read, asked } = await scene()
    const first = await read()
    const id = idIn(first, free)
    await deleteVolume(session, id)
    await vi.waitFor(
      async () => expect((await read()).volumes.map((one) => one.id)).not.toContain(id),
      {
        timeout: 20_000,
      },
    )
    expect(asked().some((path) => path.includes('limit=100'))).toBe(true)
  })

  test('leaves out and names what can’t be read, and is caught up all the same', async () => {
    const { read, meddle, asked } = await scene()
    let odd: string | undefined
    meddle(async ({ path }, goOn) => {
      const response = await goOn()
      if (!path.includes('/volumes/detail') || path.includes('updated_at')) return response
      const body: unknown = await response.json()
      const volumes: unknown[] = isRecord(body) && Array.isArray(body.volumes) ? body.volumes : []
      const [first, ...others] = volumes.filter(isRecord)
      odd = String(first?.id)
      return Response.json({
        ...(isRecord(body) && body),
        volumes: [{ ...first, size: null, metadata: { note: null } }, ...others],
      })
    })
    const { volumes, flaws } = await read()
    expect(flaws?.unread).toEqual([
      expect.objectContaining({ id: odd, why: expect.stringContaining('size') }),
    ])
    expect(volumes.map(({ id }) => id)).not.toContain(odd)
    asked()
    await read()
    expect(asked()).toHaveLength(2)
  })
})

describe('after Delete', () => {
  test.each([
    ['503', () => Promise.resolve(new Response('no', { status: 503 }))],
    ['a connection that is cut', () => Promise.reject(new TypeError('fetch failed'))],
    ['a proxy’s 404', () => Promise.resolve(new Response('<h1>Not here</h1>', { status: 404 }))],
    ['nonsense', () => Promise.resolve(Response.json({ volume: { id: 5 } }))],
  ])('a look that ends in %s leaves the row', async (_how, answer) => {
    const { client, session, read, list, meddle } = await scene()
    const id = idIn(await read(), free)
    meddle(({ method, path }, goOn) =>
      method === 'GET' && path.endsWith(`/volumes/${id}`) ? answer() : goOn(),
    )
    const variables = { id, cascade: false, force: false }
    await runMutation(client, deleteVolumeMutation(session), variables)
    expect(list()?.volumes.map((one) => one.id)).toContain(id)
  })

  test('"not found" removes it', async () => {
    const { client, session, read, list, meddle } = await scene()
    const id = idIn(await read(), free)
    const gone = { itemNotFound: { code: 404, message: `Volume ${id} could not be found.` } }
    meddle(({ method, path }, goOn) =>
      method === 'GET' && path.endsWith(`/volumes/${id}`)
        ? Promise.resolve(Response.json(gone, { status: 404 }))
        : goOn(),
    )
    const variables = { id, cascade: false, force: false }
    await runMutation(client, deleteVolumeMutation(session), variables)
    expect(list()?.volumes.map((one) => one.id)).not.toContain(id)
  })
})

test('a changing volume that can’t be read just now is not gone', async () => {
  const { session, read, meddle } = await scene()
  const { volumes } = await read()
  const changing = volumes.slice(0, 3).map((one) => ({ ...one, updatedAt: one.updatedAt ?? 1 }))
  meddle(async ({ path }, goOn) => {
    if (!path.includes('updated_at')) return goOn()
    const [first, second] = changing
    return Response.json({ volumes: [{ id: first?.id }, { id: second?.id }] })
  })
  const { seen, gone } = await lookAtChanging(session, changing, new AbortController().signal)
  expect(seen).toEqual([])
  expect([...gone]).toEqual([changing[2]?.id])
})

test('an instance that can’t be read costs itself only, and is named', async () => {
  const { client, session, meddle } = await scene()
  const whole = await client.fetchQuery({ ...instancesQuery(session), staleTime: 0 })
  meddle(async ({ path }, goOn) => {
    const response = await goOn()
    if (!path.includes('/servers/detail')) return response
    const body: unknown = await response.json()
    const servers: unknown[] = isRecord(body) && Array.isArray(body.servers) ? body.servers : []
    return Response.json({ servers: [...servers.slice(1), { name: 'odd one' }, null] })
  })
  const list = await client.fetchQuery({ ...instancesFlawsQuery(session), staleTime: 0 })
  expect(list.byId.size).toBe(whole.byId.size - 1)
  expect(list.flaws.unread.map(({ name }) => name)).toEqual(['odd one', null])
})
