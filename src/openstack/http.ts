import { config, type ZodMiniType } from 'zod/mini'

import type { Microversion, ServiceName } from '#src/model/session.ts'

import { ApiError, kindOfStatus } from './api-error.ts'
import { volumeStatusIn, wordsOf } from './error-body.ts'
import { signInGate } from './sign-in-gate.ts'

// zod otherwise compiles its checks with `new Function`, which the page's Content-Security-Policy forbids.
config({ jitless: true })

/** One call to a service of the cloud, through the server. */
export type CloudCall = {
  service: ServiceName
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the service's endpoint, with a slash in front and its parameters encoded. */
  path: string
  query?: Record<string, string | number | boolean | undefined>
  /** Of Cinder or Nova; without one the service answers as in its oldest. */
  microversion?: Microversion
  body?: unknown
  signal?: AbortSignal
}

/** An answer of the cloud: what it said, and the id by which its logs know the request. */
export type CloudAnswer<T> = { body: T; status: number; requestId?: string }

/** The name by which the `OpenStack-API-Version` header calls a service; the others have no microversions. */
const versionedName: Partial<Record<ServiceName, string>> = { volume: 'volume', compute: 'compute' }

function headersOf({ service, microversion, body }: CloudCall): Headers {
  const headers = new Headers({ accept: 'application/json' })
  if (body !== undefined) headers.set('content-type', 'application/json')
  const name = versionedName[service]
  if (microversion && name)
    headers.set('openstack-api-version', `${name} ${microversion.major}.${microversion.minor}`)
  return headers
}

function addressOf({ service, path, query = {} }: CloudCall): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return `/api/${service}${path}${search === '' ? '' : `?${search}`}`
}

const requestIdOf = (headers: Headers) =>
  headers.get('x-openstack-request-id') ?? headers.get('x-compute-request-id') ?? undefined

/** The failure that an answer other than a success stands for. */
export async function failureOf(
  service: ServiceName | 'session',
  response: Response,
): Promise<ApiError> {
  const { title, message } = wordsOf(await response.text(), response.status)
  const requestId = requestIdOf(response.headers)
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const volumeStatus = volumeStatusIn(message)
  return new ApiError(kindOfStatus(response.status), message, {
    service,
    status: response.status,
    ...(title !== undefined && { title }),
    ...(requestId !== undefined && { requestId }),
    ...(Number.isFinite(retryAfter) && { retryAfterMs: retryAfter * 1000 }),
    ...(volumeStatus !== undefined && { volumeStatus }),
  })
}

/** `fetch`, whose failures to get any answer become an `ApiError` too; an abort stays an abort. */
export async function reach(
  service: ServiceName | 'session',
  address: string,
  init: RequestInit,
): Promise<Response> {
  try {
    return await fetch(address, { credentials: 'same-origin', ...init })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    const words = cause instanceof Error ? cause.message : String(cause)
    throw new ApiError('unreachable', words, { service }, cause)
  }
}

async function send(call: CloudCall): Promise<Response> {
  const { service, method = 'GET', body, signal } = call
  const response = await reach(service, addressOf(call), {
    method,
    headers: headersOf(call),
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  })
  if (response.ok) return response
  const failure = await failureOf(service, response)
  if (failure.kind === 'signed-out' && (await signInGate.wait(signal))) return send(call)
  throw failure
}

/**
 * Sends a call and reads its answer with `schema`.
 * @throws ApiError with the cloud's words; of kind `unreadable` when the answer isn't what `schema` says
 */
export async function ask<T>(call: CloudCall, schema: ZodMiniType<T>): Promise<CloudAnswer<T>> {
  const response = await send(call)
  const requestId = requestIdOf(response.headers)
  const heard = { status: response.status, ...(requestId !== undefined && { requestId }) }
  const read = schema.safeParse(await response.json().catch(() => undefined))
  if (read.success) return { body: read.data, ...heard }
  throw new ApiError(
    'unreadable',
    read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    { service: call.service, ...heard },
    read.error,
  )
}

/** Sends a call whose answer has nothing to read. */
export async function tell(call: CloudCall): Promise<CloudAnswer<undefined>> {
  const response = await send(call)
  await response.body?.cancel()
  const requestId = requestIdOf(response.headers)
  return {
    body: undefined,
    status: response.status,
    ...(requestId !== undefined && { requestId }),
  }
}
