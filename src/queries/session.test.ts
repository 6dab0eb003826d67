import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'

import type { Session } from '#src/model/cloud/session.ts'
import { signInGate } from '#src/openstack/session/sign-in-gate.ts'
import { windowScope } from '#src/openstack/session/window-scope.ts'
import { openBrowser } from '#src/testing/browser.ts'

import { refetchSession, sessionQuery, startAfresh, switchMutation } from './session.ts'

afterEach(() => {
  signInGate.abandon()
  vi.unstubAllGlobals()
})

/** A window of demo's, with what it knows. */
async function windowOfDemo() {
  const { elsewhere } = openBrowser()
  await elsewhere.signIn('demo')
  const client = new QueryClient()
  const before = await client.fetchQuery(sessionQuery)
  const shown = () => client.getQueryData<Session>(sessionQuery.queryKey)
  return { elsewhere, client, before, shown }
}

test('a window remembers its scope, also over a reload', async () => {
  const { before } = await windowOfDemo()
  if (before.state !== 'signed-in') throw new Error('nobody is signed in')
  expect(windowScope()).toEqual({
    userId: before.user.id,
    projectId: before.project.id,
    region: 'RegionOne',
  })
})

test('when another window signs out, this one says so and keeps what it shows', async () => {
  const { elsewhere, client, before, shown } = await windowOfDemo()
  await elsewhere.signOut()
  await refetchSession(client)
  expect(signInGate.getSnapshot()).toEqual({ kind: 'ended' })
  expect(shown()).toBe(before)
})

test('when the same person signs in again in another window, this one goes on', async () => {
  const { elsewhere, client } = await windowOfDemo()
  await elsewhere.signOut()
  await refetchSession(client)
  const held = signInGate.wait()
  await elsewhere.signIn('demo')
  await refetchSession(client)
  expect(await held).toBe(true)
})

test('when somebody else signs in in another window, this one shows nothing of theirs', async () => {
  const { elsewhere, client, before, shown } = await windowOfDemo()
  await elsewhere.signIn('admin')
  await refetchSession(client)
  expect(signInGate.getSnapshot()).toMatchObject({ session: { user: { name: 'admin' } } })
  expect(shown()).toBe(before)
})

test('who starts over sees the session that the browser has', async () => {
  const { elsewhere, client, shown } = await windowOfDemo()
  client.setQueryData(['volumes'], ['of demo'])
  await elsewhere.signIn('admin')
  await startAfresh(client)
  await client.fetchQuery(sessionQuery)
  expect(shown()).toMatchObject({ user: { name: 'admin' } })
  expect(client.getQueryData(['volumes'])).toBeUndefined()
})

test('a look at the session that a switch overtakes does not bring the former project back', async () => {
  const { client, before, shown } = await windowOfDemo()
  if (before.state !== 'signed-in') throw new Error('nobody is signed in')
  const { fetch: really } = globalThis
  const late = Promise.withResolvers<void>()
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const answer = await really(path, init)
    if (init.method === 'GET') await late.promise
    return answer
  })
  const look = refetchSession(client)
  const research = before.projects.find(({ name }) => name === 'research')
  const change = new MutationObserver(client, switchMutation)
  await change.mutate({ projectId: research?.id ?? '' })
  late.resolve()
  await look
  expect(shown()).toMatchObject({ project: { name: 'research' } })
  expect(signInGate.getSnapshot()).toBeUndefined()
})
