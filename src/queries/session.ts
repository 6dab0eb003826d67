import { mutationOptions, type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'

import type { Session, SignedIn } from '#src/model/session.ts'
import { fetchSession, signIn, signOut, switchTo } from '#src/openstack/session.ts'
import { signInGate } from '#src/openstack/sign-in-gate.ts'

const sessionKey = ['session'] as const

/** The project and region that the data of a key are of; the second part of each key but the session's. */
export const placeOf = ({ project, region }: SignedIn) => [project.id, region] as const

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

/** The session of the person who is signed in; only for what is drawn when somebody is. */
export function useSession(): SignedIn {
  const { data } = useQuery(sessionQuery)
  if (data?.state !== 'signed-in') throw new Error('useSession is for pages of a signed-in person')
  return data
}
