import { Hono } from 'hono'

import { type Upstream, within } from '#server/cloud/upstream.ts'

/** How long Keystone may take to show that it is there, in ms. */
const patience = 5_000

/** `/healthz`: the process lives; `/readyz`: it is not being stopped, and Keystone answers. */
export const healthRoutes = (authUrl: string, upstream: Upstream, isStopping: () => boolean) =>
  new Hono()
    .get('/healthz', (context) => context.json({ status: 'ok' }))
    .get('/readyz', async (context) => {
      if (isStopping())
        return context.json({ status: 'unready', reason: 'The server is being stopped.' }, 503)
      try {
        const signal = within(context.req.raw.signal, patience)
        const response = await upstream(authUrl, {
          headers: { accept: 'application/json' },
          signal,
        })
        await response.body?.cancel()
        if (response.status < 500) return context.json({ status: 'ready' })
      } catch {
        // Whatever the reason, this server can't serve now.
      }
      return context.json({ status: 'unready', reason: "Keystone doesn't answer." }, 503)
    })
