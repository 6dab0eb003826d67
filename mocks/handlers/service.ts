import { http, type HttpHandler, HttpResponse } from 'msw'

import type { Cloud, Region } from '#mocks/cloud/cloud.ts'
import type { Caller } from '#mocks/cloud/identity/caller.ts'
import { callerOf } from '#mocks/cloud/identity/identity.ts'
import { newRequestId } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { noSuchPath, pageOfError, responseOf, type Answer } from './answer.ts'
import { notYet, type Ask, type ServiceRoute } from './ask.ts'
import { faultAnswer } from './fault-answer.ts'
import { atLeast, negotiate, versionText, type Version, type Versioned } from './microversion.ts'
import type { Router } from './router.ts'

/** Where a request went: the parts of its address. */
export type Place = { url: URL; base: string; path: string }

/** What every service is made of. */
export type Setting = { cloud: Cloud; latencyMs: number }

/** What a path leads to. */
export type Resource = {
  /** The path below version and project. */
  rest: string
  prefix: string
  /** Whether it is below a version from before there were microversions, which takes and gives none. */
  isOld?: boolean
}

/** Cinder, Nova or Glance: what is its own of the way from a request to an answer. */
export type Service = {
  region: Region
  /** Below the origin, such as `/cloud/volume`. */
  mount: string
  /** Undefined: the service has no microversions. */
  versioned: Versioned | undefined
  router: Router<ServiceRoute['run']>
  /** Answers what needs no token, such as the versions, of which `newest` is the last. */
  open: (request: Request, place: Place, newest: Version) => Answer | undefined
  /** Takes version and project off the path; undefined where the service has nothing. */
  resource: (path: string, caller: Caller) => Resource | undefined
  openHeaders: (requestId: string, answer: Answer, place: Place) => Record<string, string>
  /** What a browser's question before its request is answered with; nothing by default. */
  optionsHeaders?: (requestId: string) => Record<string, string>
  unauthorized: (request: Request) => Answer
  /** The request id in the headers of what stands before the service: authentication and routing. */
  frontHeaders: (requestId: string) => Record<string, string>
  /** The same for answers of the service itself. */
  idHeaders: (requestId: string) => Record<string, string>
  /** The last touch to an answer that is not a refusal. */
  finish: (answer: Answer) => Answer
  /** Makes an answer of a refusal. */
  refuse: (refusal: Refusal, request: Request) => Answer
}

/** A handler for all that lies below `mount`, whatever the origin. */
export function mounted(
  { cloud, latencyMs }: Setting,
  mount: string,
  answer: (request: Request, place: Place) => Promise<Answer>,
): HttpHandler {
  const below = new RegExp(`^[a-z]+://[^/]+${mount}(/.*)?$`)
  return http.all(below, async ({ request }) => {
    const url = new URL(request.url)
    const place = { url, base: url.origin + mount, path: url.pathname.slice(mount.length) }
    const service = mount.split('/').at(-1) ?? ''
    const fault = cloud.faults.meet({ service, method: request.method, path: place.path })
    const waitMs = latencyMs + (fault?.delayMs ?? 0)
    if (waitMs > 0) await new Promise<void>((go) => void cloud.clock.after(waitMs, go))
    if (fault?.cut === 'before') return HttpResponse.error()
    if (fault?.answer) return responseOf(faultAnswer(service, request, fault.answer))
    const response = responseOf(await answer(request, place))
    return fault?.cut === 'after' ? HttpResponse.error() : response
  })
}

/** The JSON of a request's body, or the refusal of one that is something else. */
export async function readJson(request: Request): Promise<unknown> {
  const text = request.body ? await request.text() : ''
  if (text === '') return undefined
  if (!(request.headers.get('content-type') ?? 'application/json').includes('json'))
    throw new Refusal(415, 'Unsupported Content-Type')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'Malformed request body')
  }
}

function versionHeaders({ service }: Versioned, version: Version): Record<string, string> {
  const text = versionText(version)
  // Cinder takes such versions for those of its former endpoints, which had no microversions.
  if (service === 'volume' && /[12]\.0/.test(text)) return {}
  if (service === 'volume')
    return { 'openstack-api-version': `volume ${text}`, vary: 'OpenStack-API-Version' }
  return {
    'openstack-api-version': `compute ${text}`,
    'x-openstack-nova-api-version': text,
    vary: 'OpenStack-API-Version, X-OpenStack-Nova-API-Version',
  }
}

const withHeaders = (answer: Answer, headers: Record<string, string>): Answer => ({
  ...answer,
  headers: { ...headers, ...answer.headers },
})

const newestOf = ({ versioned }: Service): Version => versioned?.max ?? { major: 2, minor: 0 }

async function run(
  service: Service,
  request: Request,
  place: Place,
  caller: Caller,
): Promise<Answer> {
  const ids = service.idHeaders(caller.requestId)
  const resource = service.resource(place.path, caller)
  const found = resource && service.router.find(request.method, resource.rest)
  if (!found) return withHeaders(noSuchPath(request), service.frontHeaders(caller.requestId))
  const versioned = resource.isOld ? undefined : service.versioned
  const negotiated = versioned && negotiate(request.headers, versioned)
  // A refusal of the header's form comes before there is a version to repeat.
  const unknown = negotiated?.refusal?.status === 400
  const headers =
    versioned && negotiated && !unknown
      ? { ...ids, ...versionHeaders(versioned, negotiated.version) }
      : ids
  try {
    if (negotiated?.refusal) throw negotiated.refusal
    const version = negotiated?.version ?? service.versioned?.min ?? { major: 2, minor: 0 }
    if (!atLeast(version, found.route.run.since)) throw notYet()
    const ask: Ask = {
      region: service.region,
      caller,
      request,
      url: place.url,
      query: place.url.searchParams,
      params: found.params,
      body: await readJson(request),
      version,
      newest: newestOf(service),
      base: place.base,
      linkBase: place.base + resource.prefix,
    }
    const answer = found.route.run.run(ask)
    return service.finish(withHeaders(answer, headers))
  } catch (error) {
    if (error instanceof Refusal) return withHeaders(service.refuse(error, request), headers)
    throw error
  }
}

/** The handler of one service of one region. */
export function serviceHandler(setting: Setting, service: Service): HttpHandler {
  return mounted(setting, service.mount, async (request, place) => {
    const requestId = newRequestId()
    if (request.method === 'OPTIONS')
      return { status: 200, headers: service.optionsHeaders?.(requestId) ?? {} }
    const open = service.open(request, place, newestOf(service))
    if (open) return withHeaders(open, service.openHeaders(requestId, open, place))
    const token = setting.cloud.identity.token(request.headers.get('x-auth-token'))
    if (!token)
      return withHeaders(service.unauthorized(request), {
        ...service.frontHeaders(requestId),
        'www-authenticate': `Keystone uri="${place.url.origin}/cloud/identity/v3"`,
      })
    const caller = callerOf(token, requestId, setting.cloud.policies)
    return run(service, request, place, caller)
  })
}

/** The 401 of keystonemiddleware, which stands before Cinder and Nova. */
export const unauthorized = (): Answer => ({
  status: 401,
  body: {
    error: {
      code: 401,
      title: 'Unauthorized',
      message: 'The request you have made requires authentication.',
    },
  },
})

/** The 401 of Glance, which words it itself. */
export const unauthorizedPage = (request: Request): Answer =>
  pageOfError(
    request,
    401,
    'This server could not verify that you are authorized to access the document you requested. ' +
      'Either you supplied the wrong credentials (e.g., bad password), or your browser does not ' +
      'understand how to supply the credentials required.',
  )
