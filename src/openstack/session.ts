import type { Session, SignedIn, SignInRequest, SwitchRequest } from '#src/model/session.ts'

import { failureOf, reach } from './http.ts'

const address = '/api/session'

/** The server is ours and built with the page, so its answers are taken as they are. */
async function call<T>(method: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await reach('session', address, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  })
  if (!response.ok) throw await failureOf('session', response)
  const answer: T = response.status === 204 ? undefined : await response.json()
  return answer
}

/** Who is signed in, and to what; also when nobody is. */
export const fetchSession = (signal?: AbortSignal): Promise<Session> =>
  call('GET', undefined, signal)

/**
 * Signs a person in.
 * @throws ApiError with Keystone's words when it refuses
 */
export const signIn = (request: SignInRequest): Promise<SignedIn> => call('POST', request)

/** Goes on in another project or region of the person's. */
export const switchTo = (request: SwitchRequest): Promise<SignedIn> => call('PATCH', request)

/** Revokes the token and forgets the session. */
export const signOut = (): Promise<void> => call('DELETE')
