import type { Context, MiddlewareHandler } from 'hono'
import { z } from 'zod'

import { idleHeader } from '#src/model/cloud/session.ts'

import type { CookieCarrier } from './cookies.ts'
import type { Sealer } from './sealing.ts'
import type { SessionStore } from './session-store.ts'
import type { StoredSession } from './stored-session.ts'

/** Least time between two records of the last use, in ms. */
const notedEvery = 60_000

const useSchema = z.object({ usedAt: z.number(), sessionId: z.string() })

export type IdleLimit = ReturnType<typeof createIdleLimit>

/**
 * Ends sessions that nobody has used for `minutes`. The page says how long ago somebody last touched it, so its background
 * requests don't count; the time of last use is in a cookie of its own, which no switch of projects can overwrite.
 */
export function createIdleLimit({
  minutes,
  sealer,
  carrier,
  store,
  now,
}: {
  /** None: sessions end with their token. */
  minutes: number | undefined
  sealer: Sealer
  carrier: CookieCarrier
  store: SessionStore
  now: () => number
}) {
  const limit = minutes === undefined ? Number.POSITIVE_INFINITY : minutes * 60_000

  /** When the session was last known to be used, in ms since 1970. */
  async function notedUse(context: Context, { id, startedAt }: StoredSession): Promise<number> {
    const sealed = carrier.get(context, 'use')
    const found = sealed === undefined ? undefined : await sealer.open('use', sealed)
    const { data } = useSchema.safeParse(found?.state === 'open' ? found.content : undefined)
    return data?.sessionId === id ? data.usedAt : startedAt
  }

  /** When the window says it was last used; a client that doesn't say counts as in use now. */
  function reportedUse(context: Context): number {
    const seconds = Number(context.req.header(idleHeader) ?? 0)
    return now() - (seconds >= 0 ? seconds * 1000 : 0)
  }

  async function note(context: Context, session: StoredSession, usedAt: number): Promise<void> {
    const { id: sessionId, expiresAt } = session
    const sealed = await sealer.seal('use', { usedAt, sessionId }, new Date(expiresAt))
    carrier.set(context, 'use', sealed, Math.ceil(limit / 1000))
  }

  /** Records the time of last use with each answer, once a minute at most. */
  const noteUse: MiddlewareHandler = async (context, next) => {
    await next()
    const found = await store.find(context)
    if (found.state !== 'open' || context.res.status === 401) return
    const usedAt = reportedUse(context)
    const before = await notedUse(context, found.session)
    if (now() - before <= limit && usedAt - before >= notedEvery)
      await note(context, found.session, usedAt)
  }

  return {
    /** Whether nobody has used the session for too long. */
    isOver: async (context: Context, session: StoredSession): Promise<boolean> =>
      minutes !== undefined && now() - (await notedUse(context, session)) > limit,
    middleware: minutes === undefined ? undefined : noteUse,
  }
}
