import type { Context, MiddlewareHandler } from 'hono'
import { NONCE, secureHeaders } from 'hono/secure-headers'

import { Problem } from '#server/cloud/problem.ts'
import type { Settings } from '#server/settings/settings.ts'

const common = ({ publicUrl }: Settings) => ({
  strictTransportSecurity: publicUrl?.protocol === 'https:' ? 'max-age=31536000' : false,
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
})

/** Headers of the page: scripts from here only, styles from here or with the nonce of this answer. */
export const pageHeaders = (settings: Settings): MiddlewareHandler =>
  secureHeaders({
    ...common(settings),
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", NONCE],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      manifestSrc: ["'self'"],
    },
  })

/** Headers of everything that is not a page. What the cloud says is never run, should a browser show it. */
export const answerHeaders = (settings: Settings): MiddlewareHandler =>
  secureHeaders({
    ...common(settings),
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
  })

/** Keeps browsers from taking an answer for something else than its content type says. */
export const unsniffed: MiddlewareHandler = async (context, next) => {
  await next()
  context.res.headers.set('x-content-type-options', 'nosniff')
}

/** Keeps answers that are for one person out of every cache. */
export const uncached: MiddlewareHandler = async (context, next) => {
  await next()
  context.res.headers.set('cache-control', 'no-store')
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a page of ours sent this; a browser names the sender in one of two headers that no page can write. */
function isOwn({ req }: Context, publicUrl: URL | undefined): boolean {
  const site = req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = req.header('origin')
  // Browsers name the origin with every request that changes something, so this is none.
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  // Behind TLS this server is spoken to by http, so without a public address only the host can be compared.
  return publicUrl ? origin === publicUrl.origin : new URL(origin).host === new URL(req.url).host
}

/** Refuses requests of other sites that could change something. */
export const sameOriginOnly =
  ({ publicUrl }: Settings): MiddlewareHandler =>
  async (context, next) => {
    if (!harmless.has(context.req.method) && !isOwn(context, publicUrl))
      throw new Problem(403, 'Requests from other sites are refused.')
    await next()
  }

const methods: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
])

/**
 * Refuses methods that none of the services has. Web servers answer TRACE with the request's headers, and so with the token
 * that is put in here.
 */
export const knownMethodsOnly: MiddlewareHandler = async ({ req }, next) => {
  if (!methods.has(req.method))
    throw new Problem(405, `The services of the cloud have no method ${req.method}.`)
  await next()
}

/**
 * Refuses paths with dots for segments as the browser, or who poses as one, wrote them: by the time they are a
 * `Request` they are resolved, and what looked like one service has become another.
 */
export const literalPathsOnly: MiddlewareHandler<{
  Bindings: { incoming?: { url?: string } }
}> = async ({ env }, next) => {
  const [written = ''] = env?.incoming?.url?.split('?') ?? []
  if (/\\|\/(\.|%2e){1,2}(\/|$)/i.test(written))
    throw new Problem(400, 'The path has dots or backslashes that lead elsewhere.')
  await next()
}
