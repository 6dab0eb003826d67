import type { Context } from 'hono'

import { Problem } from '#server/cloud/problem.ts'

import { type CookieCarrier, mostCharacters } from './cookies.ts'
import type { Sealer } from './sealing.ts'
import { type StoredSession, sessionSchema } from './stored-session.ts'

/** Browsers cut a cookie's life down to 400 days, in seconds: RFC 6265bis, section 5.5. */
const longest = 400 * 24 * 3600

/** Size of the cache of decrypted sessions. */
const mostOpened = 100

/** How many ended sessions are remembered. */
const mostEnded = 10_000

/** The session of a request. `outdated`: it is of another version of Mooring. */
export type FoundSession =
  | { state: 'open'; session: StoredSession }
  | { state: 'outdated' }
  | { state: 'none' }

export type SessionStore = ReturnType<typeof createSessionStore>

/** What takes the most room in a session that is too large, as a person can find it. */
function largestPart({ scopes: [scope], unscopedToken }: StoredSession): string {
  const { token, roles, regions, endpoints } = scope
  const parts: [string, number][] = [
    ["the project's token", token.length],
    ['the unscoped token', unscopedToken?.length ?? 0],
    [`the names of ${roles.length} roles`, roles.join().length],
    [`the names of ${regions.length} regions`, regions.join().length],
    ["the services' addresses", Object.values(endpoints).join().length],
  ]
  const [name, length] = parts.toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0]
  return `${name} (${length} characters)`
}

/** Keeps the session in the browser, sealed. `now` is in ms since 1970. */
export function createSessionStore({
  sealer,
  carrier,
  now,
}: {
  sealer: Sealer
  carrier: CookieCarrier
  now: () => number
}) {
  /** Cache of decrypted sessions by their sealed form: decrypting takes longer than the rest of a short request. */
  const opened = new Map<string, StoredSession>()

  /**
   * Ids of sessions that have ended here. Keystone's processes may go on accepting a revoked token from their caches for a
   * while; a copied cookie must not. Other servers rely on Keystone alone.
   */
  const ended = new Set<string>()

  async function open(sealed: string): Promise<FoundSession> {
    const known = opened.get(sealed)
    if (known !== undefined && Date.parse(known.expiresAt) > now())
      return { state: 'open', session: known }
    opened.delete(sealed)
    const found = await sealer.open('session', sealed)
    if (found.state !== 'open') return { state: found.state === 'outdated' ? 'outdated' : 'none' }
    const { data } = sessionSchema.safeParse(found.content)
    if (data === undefined) return { state: 'outdated' }
    const [oldest] = opened.keys()
    if (opened.size >= mostOpened && oldest !== undefined) opened.delete(oldest)
    opened.set(sealed, data)
    return { state: 'open', session: data }
  }

  /** Seals the session; scopes entered longest ago are left out where not all fit. */
  async function sealedWithinLimit(
    session: StoredSession,
  ): Promise<{ sealed: string; kept: StoredSession }> {
    const sealed = await sealer.seal('session', session, new Date(session.expiresAt))
    if (sealed.length <= mostCharacters) return { sealed, kept: session }
    const [first, ...others] = session.scopes
    if (others.length > 0)
      return sealedWithinLimit({ ...session, scopes: [first, ...others.slice(0, -1)] })
    throw new Problem(
      431,
      `This session is too large for the browser's cookies. Most of it is ${largestPart(session)}.`,
    )
  }

  return {
    async find(context: Context): Promise<FoundSession> {
      const sealed = carrier.get(context, 'session')
      const found: FoundSession = sealed === undefined ? { state: 'none' } : await open(sealed)
      return found.state === 'open' && ended.has(found.session.id) ? { state: 'none' } : found
    },
    /** Ends a session for this server, whoever has its cookie. */
    end({ id }: StoredSession): void {
      const [oldest] = ended
      if (ended.size >= mostEnded && oldest !== undefined) ended.delete(oldest)
      ended.add(id)
    },
    /**
     * Stores the session in the browser, and returns the part of it that fitted.
     * @throws Problem where it doesn't fit
     */
    async write(context: Context, session: StoredSession): Promise<StoredSession> {
      const { sealed, kept } = await sealedWithinLimit(session)
      const seconds = Math.floor((Date.parse(session.expiresAt) - now()) / 1000)
      carrier.set(context, 'session', sealed, Math.min(Math.max(seconds, 0), longest))
      return kept
    },
    clear(context: Context): void {
      carrier.remove(context, 'session')
      carrier.remove(context, 'use')
    },
  }
}
