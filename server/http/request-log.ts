import type { MiddlewareHandler } from 'hono'

/** Where log lines go: what happened as fields, and one sentence. Nothing secret is ever among them. */
export type Log = Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>

/** One line a request: without its query, which may hold names, and without headers. */
export const requestLog =
  (log: Log, now: () => number): MiddlewareHandler =>
  async (context, next) => {
    const start = now()
    await next()
    const { status, headers } = context.res
    log[status >= 500 ? 'warn' : 'info'](
      {
        method: context.req.method,
        path: context.req.path,
        status,
        ms: Math.round(now() - start),
        requestId: headers.get('x-openstack-request-id') ?? undefined,
      },
      'request',
    )
  }
