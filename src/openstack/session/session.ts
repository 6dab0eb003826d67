import { z } from 'zod/mini'

import {
  encodeScope,
  idleHeader,
  type PasswordChange,
  type WindowScope,
  scopeHeader,
  type Session,
  type SignedIn,
  type SignInRequest,
  type SignOutResult,
  type SwitchRequest,
} from '#src/model/cloud/session.ts'
import { ApiError } from '#src/openstack/http/api-error.ts'
import { failureOf, jsonIn, fetchFromServer } from '#src/openstack/http/fetch-from-server.ts'
import { isRecord } from '#src/openstack/http/is-record.ts'

import { noteServerTime } from './server-clock.ts'
import { windowScope } from './window-scope.ts'
import { idleSeconds } from './window-use.ts'

const address = '/api/session'

/** The headers by which a request says which window sends it: what the window shows, and how long nobody has used it. */
export const windowHeaders = (scope: WindowScope | undefined): Record<string, string> => ({
  ...(scope && { [scopeHeader]: encodeScope(scope) }),
  [idleHeader]: String(idleSeconds()),
})

type Call = { path?: string; body?: unknown; scope?: WindowScope | undefined; signal?: AbortSignal }

async function send(method: string, { path = '', body, scope, signal }: Call): Promise<Response> {
  const response = await fetchFromServer('session', `${address}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...windowHeaders(scope),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  })
  noteServerTime(response)
  if (!response.ok) throw await failureOf('session', response)
  return response
}

/**
 * The server is ours and built with the page, so that its answers are read as they are; what a proxy answers in its place is
 * not one.
 */
async function answerIn<T>(response: Response, signal?: AbortSignal): Promise<T> {
  const read = z.custom<T>(isRecord).safeParse(await jsonIn('session', response, signal))
  if (read.success) return read.data
  throw new ApiError('unreachable', 'The answer is not of Mooring’s server', {
    service: 'session',
    status: response.status,
  })
}

const ask = async <T>(method: string, call: Call): Promise<T> =>
  answerIn(await send(method, call), call.signal)

/** Who is signed in, and to what; also when nobody is. In `scope`, which is what the window shows, if it can still be had. */
export const fetchSession = (
  signal?: AbortSignal,
  scope: WindowScope | undefined = windowScope(),
): Promise<Session> => ask('GET', { scope, ...(signal && { signal }) })

/**
 * Signs a person in.
 * @throws ApiError with Keystone's words when it refuses; its `reason` says what is missing
 */
export const signIn = (request: SignInRequest): Promise<SignedIn> => ask('POST', { body: request })

/**
 * Changes a password that has expired.
 * @throws ApiError with Keystone's words, such as its rules for passwords
 */
export async function changePassword(change: PasswordChange): Promise<void> {
  await send('POST', { path: '/password', body: change })
}

/** Goes on in another project or region, from what the window shows. */
export const switchTo = (request: SwitchRequest): Promise<SignedIn> =>
  ask('PATCH', { body: request, scope: windowScope() })

/** Opens `scope` again in a session that has closed it. */
export const reopenScope = (scope: WindowScope): Promise<SignedIn> =>
  ask('PATCH', { body: {}, scope })

/** Revokes the tokens and forgets the session. */
export async function signOut(): Promise<SignOutResult> {
  const response = await send('DELETE', {})
  return response.status === 204 ? {} : answerIn(response)
}
