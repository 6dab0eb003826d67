import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { createContext, use } from 'react'

import type { Session } from '#src/model/session.ts'
import type { Workplace } from '#src/model/workplace.ts'
import { fetchSession, signIn, signOut, switchTo } from '#src/openstack/session.ts'
import { signInGate } from '#src/openstack/sign-in-gate.ts'

const sessionKey = ['session'] as const

/** The project, or all of them, and the region that the data of a key are of; the second part of each key but the session's. */
export const placeOf = ({ project, region, allProjects = false }: Workplace) =>
  [allProjects ? 'all projects' : project.id, region] as const

/**
 * Who is signed in. Another tab can have changed project or signed out, so it is asked for again when this one is looked
 * at. A session that has ended meanwhile closes the gate and leaves the page as it is, with all that was typed.
 */
export const sessionQuery = queryOptions<Session>({
  queryKey: sessionKey,
  queryFn: async ({ signal, client }) => {
    const before = client.getQueryData<Session>(sessionKey)
    const now = await fetchSession(signal)
    if (before?.state !== 'signed-in' || now.state === 'signed-in') return now
    signInGate.close()
    return before
  },
  staleTime: Infinity,
  gcTime: Infinity,
  refetchOnWindowFocus: 'always',
})

/** Forgets all that the person saw and asks anew who is signed in. */
export async function startAfresh(client: QueryClient): Promise<void> {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
  await client.resetQueries({ queryKey: sessionKey })
}

/** Signs in; what becomes of the page's other data is for the caller to say. */
export const signInMutation = mutationOptions({
  mutationFn: signIn,
  onSuccess: (session, _request, _result, { client }) => client.setQueryData(sessionKey, session),
})

/** Goes on in another project or region. */
export const switchMutation = mutationOptions({
  mutationFn: switchTo,
  onSuccess: (session, _request, _result, { client }) => client.setQueryData(sessionKey, session),
})

/** Signs out; the caller clears what the person saw. */
export const signOutMutation = mutationOptions({ mutationFn: signOut })

/** Where the person who is signed in works, for what is drawn below. */
export const CurrentWorkplace = createContext<Workplace | undefined>(undefined)

/**
 * The session of the person who is signed in, and whether the page is about all projects. At hand, for each row of a table
 * asks.
 * @throws Error where nobody is signed in
 */
export function useSession(): Workplace {
  const session = use(CurrentWorkplace)
  if (!session) throw new Error('useSession is for pages of a signed-in person')
  return session
}
