import type { Context } from 'hono'

import type { ServiceName } from '#src/model/cloud/session.ts'

import { answerOf, Problem } from './problem.ts'
import { bodiless, unreachable, type Upstream, type UpstreamInit } from './upstream.ts'

/** Headers of the page's that go on to the cloud. Anything else stays here, cookies above all. */
const requestHeaders = [
  'accept',
  'accept-language',
  'content-type',
  // Without a length the body would be sent in chunks, which WSGI servers often don't take.
  'content-length',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'openstack-api-version',
  'x-openstack-nova-api-version',
]

/** Headers of the cloud's that go on to the page. */
const responseHeaders = [
  'content-type',
  'content-language',
  'openstack-api-version',
  'x-openstack-nova-api-version',
  'x-openstack-request-id',
  'x-compute-request-id',
  'openstack-image-import-methods',
  'openstack-image-store-ids',
  'retry-after',
  'etag',
  'last-modified',
  'date',
  'vary',
]

/** `segment` with its escapes undone, also those that were escaped twice; undefined where they are broken. */
function plainly(segment: string): string | undefined {
  let plain = segment
  for (let depth = 0; depth < 4 && plain.includes('%'); depth += 1)
    try {
      plain = decodeURIComponent(plain)
    } catch {
      // A name may have a percent sign of its own, but on the outermost level all must be escaped.
      return depth === 0 ? undefined : plain
    }
  return plain
}

/** Whether `segment` is one step downwards for every server that may read it. */
function isOrdinary(segment: string): boolean {
  const plain = plainly(segment)
  return plain !== undefined && plain !== '' && !/[/\\\p{Cc}]|^\.{1,2}(;|$)/u.test(plain)
}

/**
 * The address of `path`, which begins with a slash or is empty, below `endpoint`. Undefined for a path that could
 * lead out of it, in any reading of dots, slashes and escapes.
 */
export function targetOf(endpoint: string, path: string, search = ''): string | undefined {
  // A path ends at either sign, so that its last segment would be read as another than the one that is judged here.
  if ((path !== '' && !path.startsWith('/')) || /[?#]/.test(path)) return undefined
  const segments = path.split('/').slice(1)
  // A slash at the end makes a last segment of nothing.
  if (segments.at(-1) === '') segments.pop()
  if (!segments.every(isOrdinary)) return undefined
  const target = `${endpoint}${path}${search}`
  const { origin, pathname, username, hash } = new URL(target)
  const above = new URL(endpoint)
  const below =
    pathname === above.pathname || pathname.startsWith(`${above.pathname.replace(/\/$/, '')}/`)
  return origin === above.origin && below && username === '' && hash === '' ? target : undefined
}

const globalRequestId = /^req-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function headersFor({ headers }: Request, token: string): Record<string, string> {
  const passed = requestHeaders.flatMap((name) => {
    const value = headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  const id = headers.get('x-openstack-request-id') ?? ''
  return {
    ...Object.fromEntries(passed),
    // The cloud's services write this id into their logs beside their own: oslo.middleware, RequestId.
    'x-openstack-request-id': globalRequestId.test(id) ? id : `req-${crypto.randomUUID()}`,
    'x-auth-token': token,
  }
}

/** A redirect goes to the page only where it stays below the endpoint, as an address of ours. */
function locationFor(location: string, endpoint: string, prefix: string): string | undefined {
  if (!URL.canParse(location, `${endpoint}/`)) return undefined
  const { href } = new URL(location, `${endpoint}/`)
  if (href === endpoint || href.startsWith(`${endpoint}/`))
    return prefix + href.slice(endpoint.length)
  return undefined
}

function answerFrom(response: Response, endpoint: string, prefix: string): Response {
  const headers = new Headers()
  for (const name of responseHeaders) {
    const value = response.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  const location = locationFor(response.headers.get('location') ?? 'none:', endpoint, prefix)
  if (location !== undefined) headers.set('location', location)
  // `fetch` has undone the encoding, so the length is of something else then.
  const length = response.headers.get('content-length')
  if (length !== null && !response.headers.has('content-encoding'))
    headers.set('content-length', length)
  const body = bodiless.has(response.status) ? null : response.body
  return new Response(body, { status: response.status, headers })
}

function requestTo(asked: Request, headers: Record<string, string>): UpstreamInit {
  const { method, signal } = asked
  // Looking at the body costs something even where there is none.
  const body = method === 'GET' || method === 'HEAD' ? null : asked.body
  return body ? { method, headers, signal, body, duplex: 'half' } : { method, headers, signal }
}

/** Where to forward to, and with what. */
export type Destination = { service: ServiceName; endpoint: string; token: string }

/**
 * The endpoint below which a path stands. Cinder's default types are of all projects, and stand beside those: until 2023.1 it knew
 * no project in front of them (cinder/api/v3/router.py).
 */
const endpointFor = ({ service, endpoint }: Destination, path: string): string =>
  service === 'volume' && /^\/default-types(\/|$)/.test(path)
    ? endpoint.replace(/\/[^/]+$/, '')
    : endpoint

/**
 * Passes the request on to a service of the cloud with the session's token put in, and the answer back, both
 * streamed. The request to the cloud is cancelled when the browser's is.
 */
export async function forward(
  { req: { raw } }: Context,
  destination: Destination,
  upstream: Upstream,
): Promise<Response> {
  const { service, token } = destination
  const prefix = `/api/${service}`
  const { pathname, search } = new URL(raw.url)
  const path = pathname.slice(prefix.length)
  const endpoint = endpointFor(destination, path)
  const target = pathname.startsWith(prefix) ? targetOf(endpoint, path, search) : undefined
  if (target === undefined)
    return answerOf(
      new Problem(400, 'The path leads out of the service, or is written in a way that could.'),
    )
  try {
    const response = await upstream(target, requestTo(raw, headersFor(raw, token)))
    return answerFrom(response, endpoint, prefix)
  } catch (cause) {
    if (raw.signal.aborted) throw cause
    throw unreachable(service, cause)
  }
}
