import { config, type ZodMiniType } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import { microversionFor } from '#src/model/cloud/microversion.ts'
import { type CloudScope, windowScopeOf } from '#src/model/cloud/scope.ts'
import type { Microversion, ServiceName } from '#src/model/cloud/session.ts'
import { windowHeaders } from '#src/openstack/session/session.ts'

import { ApiError } from './api-error.ts'
import { failureOf, fetchFromServer, jsonIn, requestIdOf } from './fetch-from-server.ts'
import { allPages, findingsIn, type Page } from './pagination.ts'

// zod otherwise compiles its checks with `new Function`, which the page's Content-Security-Policy forbids.
config({ jitless: true })

/** One call to a service of the cloud, through the server. */
export type CloudCall = {
  /** What the window shows: the request acts nowhere else. */
  cloud: CloudScope
  service: ServiceName
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the service's endpoint, with a slash in front and its parameters encoded. */
  path: string
  query?: Record<string, string | number | boolean | undefined>
  /** Of Cinder or Nova; by default the newest that both the cloud and we know. */
  microversion?: Microversion | undefined
  body?: unknown
  signal?: AbortSignal | undefined
}

type Options = Pick<CloudCall, 'query' | 'microversion' | 'body' | 'signal'>

/** An answer of the cloud: what it said, and the id by which its logs know the request. */
export type CloudAnswer<T> = { body: T; status: number; requestId?: string }

const isVersioned = (service: ServiceName): service is 'volume' | 'compute' =>
  service === 'volume' || service === 'compute'

function headersOf({ cloud, service, microversion, body }: CloudCall): Headers {
  const headers = new Headers({
    accept: 'application/json',
    ...windowHeaders(windowScopeOf(cloud)),
  })
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (isVersioned(service)) {
    const { major, minor } = microversion ?? microversionFor(cloud, service)
    headers.set('openstack-api-version', `${service} ${major}.${minor}`)
  }
  return headers
}

function addressOf({ service, path, query = {} }: CloudCall): string {
  const parameters = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(
    parameters.map(([name, value]) => [name, String(value)]),
  ).toString()
  return `/api/${service}${path}${search === '' ? '' : `?${search}`}`
}

/** Whether a call was refused because of the session rather than by the cloud. */
const isOfSession = ({ kind, details: { reason } }: ApiError) =>
  kind === 'signed-out' || reason === 'other-user' || reason === 'scope-closed'

/** Sends a call; one that the session can't make for now waits for it. `tries` counts how often it was sent before. */
async function fetchAnswer(call: CloudCall, tries = 0): Promise<Response> {
  const { cloud, service, method = 'GET', body, signal } = call
  const response = await fetchFromServer(service, addressOf(call), {
    method,
    headers: headersOf(call),
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  })
  if (response.ok) return response
  const failure = await failureOf(service, response)
  if (!isOfSession(failure)) throw failure
  // Seldom needed, and not on a first visit.
  const { recovered } = await import('#src/openstack/session/recovery.ts')
  if (await recovered(failure, { scope: windowScopeOf(cloud), tries, signal }))
    return fetchAnswer(call, tries + 1)
  throw failure
}

/**
 * Sends a call and reads its answer with `schema`.
 * @throws ApiError with the cloud's words; of kind `unreadable` when the answer isn't what `schema` says, `unreachable` when it
 * has not arrived whole
 */
export async function request<T>(call: CloudCall, schema: ZodMiniType<T>): Promise<CloudAnswer<T>> {
  const response = await fetchAnswer(call)
  const requestId = requestIdOf(response.headers)
  const meta = { status: response.status, ...(requestId !== undefined && { requestId }) }
  const read = schema.safeParse(await jsonIn(call.service, response, call.signal))
  if (read.success) return { body: read.data, ...meta }
  throw new ApiError(
    'unreadable',
    findingsIn(read.error.issues),
    { service: call.service, ...meta },
    read.error,
  )
}

/** Sends a call whose answer has nothing to read. */
export async function send(call: CloudCall): Promise<CloudAnswer<undefined>> {
  const response = await fetchAnswer(call)
  await response.body?.cancel()
  const requestId = requestIdOf(response.headers)
  return {
    body: undefined,
    status: response.status,
    ...(requestId !== undefined && { requestId }),
  }
}

/** Calls one service on behalf of a scope. Paths begin with a slash, and their parameters are encoded. */
const callerOf = (service: ServiceName) => (cloud: CloudScope) => {
  const bodyOf =
    (method: 'GET' | 'POST' | 'PUT') =>
    async <T>(path: string, schema: ZodMiniType<T>, options?: Options): Promise<T> =>
      (await request({ cloud, service, method, path, ...options }, schema)).body
  const get = bodyOf('GET')
  return {
    /** Each answers with the body, read with `schema`. */
    get,
    post: bodyOf('POST'),
    put: bodyOf('PUT'),
    /** All pages of a list together. */
    all: <T>(
      path: string,
      page: ZodMiniType<Page<T>>,
      { query, ...options }: Options = {},
    ): Promise<Listed<T>> =>
      allPages((marker) => get(path, page, { ...options, query: { ...query, marker } })),
    /** A list without further pages, or as much of it as the cloud puts on the first. */
    list: async <T>(
      path: string,
      page: ZodMiniType<Page<T>>,
      options?: Options,
    ): Promise<Listed<T>> => {
      const { items, unread } = await get(path, page, options)
      return { items, unread, cutShort: false }
    },
    /** Sends a request whose answer has nothing to read. */
    send: (method: 'POST' | 'PUT' | 'DELETE', path: string, options?: Options) =>
      send({ cloud, service, method, path, ...options }),
  }
}

export const cinder = callerOf('volume')
export const nova = callerOf('compute')
export const glance = callerOf('image')
export const keystone = callerOf('identity')
