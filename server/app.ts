import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'

import { forward } from '#server/cloud/forward.ts'
import { createKeystone } from '#server/cloud/keystone.ts'
import { answerOf, Problem } from '#server/cloud/problem.ts'
import type { Upstream } from '#server/cloud/upstream.ts'
import { type Log, requestLog } from '#server/http/request-log.ts'
import {
  answerHeaders,
  knownMethodsOnly,
  literalPathsOnly,
  sameOriginOnly,
  uncached,
  unsniffed,
} from '#server/http/security.ts'
import { type Pages, pageRoutes } from '#server/pages/pages.ts'
import { arrivalRoutes, createArrivals } from '#server/session/arrivals.ts'
import { type CookieCarrier, httpCookies } from '#server/session/cookies.ts'
import { createCurrentSession, scopeOfRequest } from '#server/session/current-session.ts'
import { createIdleLimit } from '#server/session/idle.ts'
import { createSealer } from '#server/session/sealing.ts'
import { sessionRoutes } from '#server/session/session-routes.ts'
import { createSessionStore } from '#server/session/session-store.ts'
import type { StoredScope } from '#server/session/stored-session.ts'
import type { Settings } from '#server/settings/settings.ts'
import { arrivalPath, type DemoAccount, type ServiceName } from '#src/model/cloud/session.ts'

import { healthRoutes } from './health.ts'

/** What the server is given rather than reaches for, so that it runs in Node, in a test and in a browser. */
export type ServerDeps = {
  upstream: Upstream
  log: Log
  /** Of at least 32 characters. */
  secret: string
  /** The built page; none where another server has it. */
  pages?: Pages
  /** The embedded cloud; none where the settings name a cloud. */
  embedded?: {
    fetch: (request: Request) => Promise<Response>
    demoAccounts: DemoAccount[]
  }
  /** How the session travels; by default in HTTP cookies. */
  carrier?: CookieCarrier
  /** The time in ms since 1970. */
  now?: () => number
  /** Waits, by default in real time. */
  pause?: (ms: number) => Promise<void>
  /** Whether the server was asked to stop, and is to get no more requests. */
  isStopping?: () => boolean
}

const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))

const notFound = () => answerOf(new Problem(404, 'There is nothing at this address.'))

function endpointFor(
  { authUrl }: Settings,
  { endpoints, region }: StoredScope,
  service: ServiceName,
): string {
  const endpoint = service === 'identity' ? authUrl : endpoints[service]
  if (endpoint === undefined)
    throw new Problem(404, `The cloud has no ${service} service in region ${region}.`)
  return endpoint
}

/** The parts that sessions are made of. */
function sessionParts(settings: Settings, deps: ServerDeps) {
  const { upstream, secret, now = Date.now, carrier = httpCookies(settings) } = deps
  const keystone = createKeystone(settings.authUrl, upstream)
  const sealer = createSealer({ secret, audience: settings.authUrl, now })
  const store = createSessionStore({ sealer, carrier, now })
  const idle = createIdleLimit({ minutes: settings.idleMinutes, sealer, carrier, store, now })
  const current = createCurrentSession({ store, idle, keystone })
  const arrivals = createArrivals({ sealer, carrier, now })
  return { keystone, store, idle, current, arrivals, now }
}

/** The server as a value: one function from request to answer. */
export function createServer(settings: Settings, deps: ServerDeps) {
  const { upstream, log, pages, embedded, pause = wait, isStopping = () => false } = deps
  const { authUrl } = settings
  const { keystone, store, idle, current, arrivals, now } = sessionParts(settings, deps)
  const demoAccounts = embedded?.demoAccounts

  const forwardTo = (service: ServiceName) => async (context: Context) => {
    const session = await current.require(context)
    const scope = scopeOfRequest(context, session)
    const endpoint = endpointFor(settings, scope, service)
    return forward(context, { service, endpoint, token: scope.token }, upstream)
  }

  const parts = { settings, keystone, upstream, store, current, arrivals }
  const tools = { ...parts, log, now, pause, demoAccounts }
  const api = new Hono().use(
    answerHeaders(settings),
    uncached,
    knownMethodsOnly,
    sameOriginOnly(settings),
    compress(),
  )
  if (idle.middleware) api.use(idle.middleware)
  api.route('/session', sessionRoutes(tools))
  for (const service of ['identity', 'volume', 'compute', 'image'] as const)
    api.all(`/${service}`, forwardTo(service)).all(`/${service}/*`, forwardTo(service))
  api.all('*', notFound)

  const secured = answerHeaders(settings)
  const app = new Hono()
    .use(requestLog(log, now), literalPathsOnly)
    .onError(async (error, context) => {
      if (!(error instanceof Problem)) {
        if (context.req.raw.signal.aborted) return new Response(null, { status: 499 })
        log.error({ error: error.stack ?? String(error) }, 'a request failed')
      }
      const answer = answerOf(
        error instanceof Problem ? error : new Problem(500, 'The server failed; its log says why.'),
      )
      // Cookies that were removed before the failure have to reach the browser all the same; and what failed before it came to
      // the middleware gets its headers here.
      await secured(context, async () => {
        context.res = context.newResponse(answer.body, answer)
      })
      return context.res
    })
    .notFound(notFound)
    .route('/api', api)
    .all('/api', notFound)
  app.use('/healthz', secured, uncached).use('/readyz', secured, uncached)
  app.route('/', healthRoutes(authUrl, upstream, isStopping))
  app.on('POST', arrivalPath, secured, uncached)
  app.route('/', arrivalRoutes({ settings, keystone, arrivals }))
  // The embedded identity provider has pages with forms, which a policy for answers would forbid.
  app.use('/cloud/*', unsniffed)
  if (embedded) app.all('/cloud/*', ({ req }) => embedded.fetch(req.raw))
  app.all('/cloud/*', notFound)
  return pages ? app.route('/', pageRoutes(settings, pages)) : app
}
