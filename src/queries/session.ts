import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { createContext, use } from 'react'

import { isSameScope, windowScopeOf, type Scope } from '#src/model/cloud/scope.ts'
import type { Session, SignedIn } from '#src/model/cloud/session.ts'
import { tellOtherWindows } from '#src/openstack/session/other-windows.ts'
import {
  changePassword,
  fetchSession,
  signIn,
  signOut,
  switchTo,
} from '#src/openstack/session/session.ts'
import { obstacleIn, signInGate } from '#src/openstack/session/sign-in-gate.ts'
import { setWindowScope } from '#src/openstack/session/window-scope.ts'

const sessionKey = ['session'] as const

/** The project (or all of them) and region in query keys: the second part of every key but the session's. */
export const scopeKey = ({ project, region, allProjects = false }: Scope) =>
  [allProjects ? 'all projects' : project.id, region] as const

/** How often to ask again for microversions that are still unknown, in ms. */
const askAgainMs = 60_000

const knowsVersions = ({ microversions: { volume, compute } }: SignedIn) =>
  volume !== null && compute !== null

/** What the window shows of `now`, the browser's session: all of it, or what it showed before, with the gate closed. */
function shown(before: Session | undefined, now: Session): Session {
  if (before?.state === 'signed-in') {
    const obstacle = obstacleIn(now, windowScopeOf(before))
    if (obstacle) {
      signInGate.close(obstacle)
      return before
    }
    // Another window may have signed the same person in again.
    signInGate.open()
  }
  if (now.state === 'signed-in') setWindowScope(windowScopeOf(now))
  return now
}

/**
 * Who is signed in. Another window can have signed in or out, so it is asked for again when this one is looked at. A session
 * that has ended meanwhile, or become another's, closes the gate and leaves the page as it is, with all that was typed.
 */
export const sessionQuery = queryOptions<Session>({
  queryKey: sessionKey,
  queryFn: async ({ signal, client }) =>
    shown(client.getQueryData<Session>(sessionKey), await fetchSession(signal)),
  staleTime: Infinity,
  gcTime: Infinity,
  refetchOnWindowFocus: 'always',
  refetchInterval: ({ state: { data } }) =>
    data?.state === 'signed-in' && !knowsVersions(data) ? askAgainMs : false,
})

/** Asks who is signed in, after another window has signed in or out. */
export const refetchSession = (client: QueryClient): Promise<void> =>
  client.refetchQueries({ queryKey: sessionKey })

/** Clears the caches and asks again who is signed in. */
export async function startAfresh(client: QueryClient): Promise<void> {
  setWindowScope(undefined)
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
  await client.resetQueries({ queryKey: sessionKey })
}

/** Shows `session` in this window from now on. */
function show(client: QueryClient, session: SignedIn) {
  // An answer that is on its way is about what the window showed before.
  void client.cancelQueries({ queryKey: sessionKey })
  setWindowScope(windowScopeOf(session))
  client.setQueryData(sessionKey, session)
}

/** Signs in. If the window shows another user or scope, the caller decides what happens to its data. */
export const signInMutation = mutationOptions({
  mutationFn: signIn,
  // The variables have a password in them.
  gcTime: 0,
  onSuccess: (session, _request, _result, { client }) => {
    const before = client.getQueryData<Session>(sessionKey)
    const isOther =
      before?.state === 'signed-in' && !isSameScope(windowScopeOf(before), windowScopeOf(session))
    if (!isOther) show(client, session)
    tellOtherWindows('signed-in')
  },
})

/** Changes a password that has expired. */
export const changePasswordMutation = mutationOptions({ mutationFn: changePassword, gcTime: 0 })

/** Goes on in another project or region, in this window only. */
export const switchMutation = mutationOptions({
  mutationFn: switchTo,
  onSuccess: (session, _request, _result, { client }) => show(client, session),
})

/** Signs out; the caller clears what the person saw. */
export const signOutMutation = mutationOptions({
  mutationFn: () => signOut().finally(() => tellOtherWindows('signed-out')),
})

/** Where the person who is signed in works, for what is drawn below. */
export const CurrentScope = createContext<Scope | undefined>(undefined)

/**
 * The session of the person who is signed in, and whether the page is about all projects. At hand, for each row of a table
 * asks.
 * @throws Error where nobody is signed in
 */
export function useScope(): Scope {
  const session = use(CurrentScope)
  if (!session) throw new Error('useScope is for pages of a signed-in person')
  return session
}
