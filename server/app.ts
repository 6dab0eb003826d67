import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'

import { forward } from '#server/cloud/forward.ts'
import { createKeystone } from '#server/cloud/keystone.ts'
import { answerOf, Problem } from '#server/cloud/problem.ts'
import type { Upstream } from '#server/cloud/upstream.ts'
import { type Log, requestLog } from '#server/http/request-log.ts'
import { answerHeaders, literalPathsOnly, sameOriginOnly, uncached } from '#server/http/security.ts'
import { type Pages, pageRoutes } from '#server/pages/pages.ts'
import {
  type CookieCarrier,
  createSessionCookie,
  httpCookie,
  type StoredSession,
} from '#server/session/session-cookie.ts'
import { sessionRoutes } from '#server/session/session-routes.ts'
import type { Settings } from '#server/settings/settings.ts'
import type { DemoAccount, ServiceName } from '#src/model/session.ts'

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
  /** How the session travels; by default an HTTP cookie. */
  carrier?: CookieCarrier
  /** The time in ms since 1970. */
  now?: () => number
}

const notFound = () => answerOf(new Problem(404, 'There is nothing at this address.'))

function endpointFor(
  { authUrl }: Settings,
  { endpoints, region }: StoredSession,
  service: ServiceName,
): string {
  const endpoint = service === 'identity' ? authUrl : endpoints[service]
  if (endpoint === undefined)
    throw new Problem(404, `The cloud has no ${service} service in region ${region}.`)
  return endpoint
}

/** The server as a value: one function from request to answer. */
export function createServer(settings: Settings, deps: ServerDeps) {
  const {
    upstream,
    log,
    secret,
    pages,
    embedded,
    now = Date.now,
    carrier = httpCookie(settings),
  } = deps
  const { authUrl } = settings
  const cookie = createSessionCookie({ authUrl, secret, carrier, now })
  const keystone = createKeystone(authUrl, upstream)
  const demoAccounts = embedded?.demoAccounts

  const forwardTo = (service: ServiceName) => async (context: Context) => {
    const session = await cookie.read(context)
    if (!session) throw new Problem(401, 'Nobody is signed in, or the session is over.')
    const endpoint = endpointFor(settings, session, service)
    return forward(context, { service, endpoint, token: session.token }, upstream)
  }

  const api = new Hono()
    .use(answerHeaders(settings), uncached, sameOriginOnly(settings), compress())
    .route('/session', sessionRoutes({ settings, keystone, upstream, cookie, log, demoAccounts }))
  for (const service of ['identity', 'volume', 'compute', 'image'] as const)
    api.all(`/${service}`, forwardTo(service)).all(`/${service}/*`, forwardTo(service))
  api.all('*', notFound)

  const app = new Hono()
    .use(requestLog(log, now), literalPathsOnly)
    .onError((error, context) => {
      if (error instanceof Problem) return answerOf(error)
      if (context.req.raw.signal.aborted) return new Response(null, { status: 499 })
      log.error({ error: error.stack ?? String(error) }, 'a request failed')
      return answerOf(new Problem(500, 'The server failed; its log says why.'))
    })
    .notFound(notFound)
    .route('/api', api)
    .all('/api', notFound)
  app.use('/healthz', answerHeaders(settings), uncached)
  app.use('/readyz', answerHeaders(settings), uncached)
  app.route('/', healthRoutes(authUrl, upstream))
  if (embedded) app.all('/cloud/*', ({ req }) => embedded.fetch(req.raw))
  app.all('/cloud/*', notFound)
  return pages ? app.route('/', pageRoutes(settings, pages)) : app
}
