import { mutationOptions, queryOptions, useQuery } from '@tanstack/react-query'

import type { Session, SignedIn } from '#src/model/session.ts'
import { fetchSession, signIn, signOut, switchTo } from '#src/openstack/session.ts'

const sessionKey = ['session'] as const

/** Who is signed in; it changes only by what the page does, so it is never stale. */
export const sessionQuery = queryOptions<Session>({
  queryKey: sessionKey,
  queryFn: ({ signal }) => fetchSession(signal),
  staleTime: Infinity,
  gcTime: Infinity,
})

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
