import { afterEach, expect, test, vi } from 'vitest'

import { windowScopeOf } from '#src/model/cloud/scope.ts'
import { reasonHeader } from '#src/model/cloud/session.ts'
import { listVolumes } from '#src/openstack/volumes/volumes.ts'
import { openBrowser } from '#src/testing/browser.ts'

import { fetchSession, signIn, switchTo } from './session.ts'
import { signInGate } from './sign-in-gate.ts'
import { setWindowScope } from './window-scope.ts'

afterEach(() => {
  signInGate.abandon()
  vi.unstubAllGlobals()
})

/** A window that shows demo's project. */
async function windowOfDemo() {
  const browser = openBrowser()
  const session = await signIn({ userName: 'demo', password: 'mooring', domain: 'Default' })
  setWindowScope(windowScopeOf(session))
  browser.heard.length = 0
  return { ...browser, session }
}

const names = async (...[cloud]: Parameters<typeof listVolumes>) =>
  (await listVolumes(cloud)).items.map(({ name }) => name)

const closedGate = () =>
  vi.waitFor(() => {
    const reason = signInGate.getSnapshot()
    if (!reason) throw new Error('the gate is open')
    return reason
  })

test('calls name what the window showed when they were made, also after a switch', async () => {
  const { session } = await windowOfDemo()
  const research = session.projects.find(({ name }) => name === 'research')
  if (!research) throw new Error('demo has no project research')
  const next = await switchTo({ projectId: research.id })
  expect(await names(session)).toContain('quorum-disk')
  expect(await names(next)).not.toContain('quorum-disk')
})

test('a project that the session has closed is opened again, once for all calls', async () => {
  const { session, elsewhere, heard } = await windowOfDemo()
  const research = session.projects.find(({ name }) => name === 'research')
  await elsewhere.signIn('demo', { projectId: research?.id })
  const all = await Promise.all([names(session), names(session), names(session)])
  for (const one of all) expect(one).toContain('quorum-disk')
  expect(heard.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
  expect(signInGate.getSnapshot()).toBeUndefined()
})

test('while somebody else is signed in, a call waits, and goes on when its person is back', async () => {
  const { session, elsewhere, heard } = await windowOfDemo()
  await elsewhere.signIn('admin')
  const call = names(session)
  expect(await closedGate()).toMatchObject({
    kind: 'elsewhere',
    session: { user: { name: 'admin' } },
  })
  const volumes = heard.filter(({ path }) => path.startsWith('/api/volume'))
  expect(volumes).toMatchObject([{ status: 409 }])
  await signIn({ userName: 'demo', password: 'mooring', domain: 'Default' })
  signInGate.open()
  expect(await call).toContain('quorum-disk')
})

test('a call of a session that is over waits for sign-in, and fails where somebody else goes on', async () => {
  const { session, elsewhere } = await windowOfDemo()
  await elsewhere.signOut()
  const call = names(session)
  expect(await closedGate()).toEqual({ kind: 'ended' })
  signInGate.abandon()
  await expect(call).rejects.toMatchObject({ kind: 'signed-out' })
})

test('a call that was refused with a token of before is sent again without asking anybody', async () => {
  const { session, elsewhere, heard } = await windowOfDemo()
  const { fetch: really } = globalThis
  let refusals = 1
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!path.startsWith('/api/volume') || refusals === 0) return really(path, init)
    refusals -= 1
    await elsewhere.signIn('demo')
    return new Response('', { status: 401 })
  })
  expect(await names(session)).toContain('quorum-disk')
  expect(heard.map(({ path }) => path)).toContain('/api/session')
  expect(signInGate.getSnapshot()).toBeUndefined()
})

test('a token that a service goes on refusing leads to sign-in', async () => {
  const { session } = await windowOfDemo()
  const { fetch: really } = globalThis
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) =>
    path.startsWith('/api/volume') ? new Response('', { status: 401 }) : really(path, init),
  )
  const call = names(session)
  expect(await closedGate()).toEqual({ kind: 'ended' })
  signInGate.abandon()
  await expect(call).rejects.toMatchObject({ kind: 'signed-out' })
})

test('a window that shows a project keeps it when it asks who is signed in', async () => {
  const { session, elsewhere } = await windowOfDemo()
  const research = session.projects.find(({ name }) => name === 'research')
  await elsewhere.signIn('demo', { projectId: research?.id })
  expect(await fetchSession()).toMatchObject({ project: { name: 'demo' } })
})

test('a call of a project that the window has left does not disturb the one it shows', async () => {
  const { session } = await windowOfDemo()
  const research = session.projects.find(({ name }) => name === 'research')
  const next = await switchTo({ projectId: research?.id ?? '' })
  setWindowScope(windowScopeOf(next))
  const { fetch: really } = globalThis
  let refusals = 1
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!path.startsWith('/api/volume') || refusals === 0) return really(path, init)
    refusals -= 1
    return new Response('', { status: 401 })
  })
  expect(await names(session)).toContain('quorum-disk')
  expect(signInGate.getSnapshot()).toBeUndefined()
})

test('a session that can’t be looked at is not called over', async () => {
  const { session } = await windowOfDemo()
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.startsWith('/api/volume')) return new Response('', { status: 401 })
    throw new TypeError('Failed to fetch')
  })
  await expect(names(session)).rejects.toMatchObject({ kind: 'unreachable' })
  expect(signInGate.getSnapshot()).toBeUndefined()
})

test('a session that nobody used for long is said to be over for that', async () => {
  const { session } = await windowOfDemo()
  const { fetch: really } = globalThis
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) =>
    path.startsWith('/api/volume')
      ? new Response('', { status: 401, headers: { [reasonHeader]: 'idle' } })
      : really(path, init),
  )
  const call = names(session)
  expect(await closedGate()).toEqual({ kind: 'ended', because: 'idle' })
  signInGate.abandon()
  await expect(call).rejects.toMatchObject({ kind: 'signed-out' })
})

test('of two calls at the end of an unused session, the one that knows why is believed', async () => {
  const { session } = await windowOfDemo()
  const { fetch: really } = globalThis
  const looked = Promise.withResolvers<void>()
  let answered = false
  const answers = [{}, { [reasonHeader]: 'idle' }]
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.startsWith('/api/volume')) {
      const headers = answers.shift() ?? {}
      if (reasonHeader in headers) await looked.promise
      return new Response('', { status: 401, headers })
    }
    looked.resolve()
    await closedGate()
    await really(path, { method: 'DELETE' })
    const response = await really(path, init)
    answered = true
    return response
  })
  const calls = [names(session), names(session)]
  expect(await closedGate()).toEqual({ kind: 'ended', because: 'idle' })
  await vi.waitFor(() => expect(answered).toBe(true))
  // Whoever waits for the look goes on before this does.
  await new Promise((resolve) => setTimeout(resolve))
  expect(signInGate.getSnapshot()).toEqual({ kind: 'ended', because: 'idle' })
  signInGate.abandon()
  for (const call of calls) await expect(call).rejects.toMatchObject({ kind: 'signed-out' })
})
