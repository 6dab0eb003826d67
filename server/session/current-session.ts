import type { Context } from 'hono'

import type { Keystone } from '#server/cloud/keystone.ts'
import { Problem } from '#server/cloud/problem.ts'
import {
  decodeScope,
  type WindowScope,
  scopeHeader,
  type SignedOutReason,
} from '#src/model/cloud/session.ts'

import type { IdleLimit } from './idle.ts'
import { revokeTokens } from './revoke.ts'
import type { SessionStore } from './session-store.ts'
import { scopeFor, type StoredScope, type StoredSession, tokensOf } from './stored-session.ts'

/** Who is signed in, or why nobody is. */
export type Current = { session: StoredSession } | { session: undefined; reason?: SignedOutReason }

export type CurrentSession = ReturnType<typeof createCurrentSession>

/** Finds the session that a request is made in. */
export function createCurrentSession({
  store,
  idle,
  keystone,
}: {
  store: SessionStore
  idle: IdleLimit
  keystone: Keystone
}) {
  async function find(context: Context): Promise<Current> {
    const found = await store.find(context)
    if (found.state === 'outdated') return { session: undefined, reason: 'updated' }
    if (found.state === 'none') return { session: undefined }
    const { session } = found
    if (!(await idle.isOver(context, session))) return { session }
    store.clear(context)
    store.end(session)
    await revokeTokens(tokensOf(session), keystone, context.req.raw.signal)
    return { session: undefined, reason: 'idle' }
  }

  /**
   * The session of the request.
   * @throws Problem 401 where nobody is signed in
   */
  async function require(context: Context): Promise<StoredSession> {
    const current = await find(context)
    if (current.session) return current.session
    throw new Problem(401, 'Nobody is signed in, or the session is over.', {
      ...(current.reason && { reason: current.reason }),
    })
  }

  return { find, require }
}

/**
 * The scope that the request names; undefined where it names none, as clients other than the page do.
 * @throws Problem 400 where the header can't be read
 */
export function askedScope(context: Context): WindowScope | undefined {
  const text = context.req.header(scopeHeader)
  if (text === undefined) return undefined
  const scope = decodeScope(text)
  if (scope) return scope
  throw new Problem(400, `The header ${scopeHeader} has to name user, project and region.`)
}

/** Refuses a request from a window that shows somebody else's session. */
export function refuseOtherUser({ user }: StoredSession, asked: WindowScope | undefined): void {
  if (asked && asked.userId !== user.id)
    throw new Problem(
      409,
      `${user.name} has signed in in another window of this browser, so nothing was done.`,
      { reason: 'other-user' },
    )
}

/**
 * The open scope that a request is meant for: the one it names, or the one entered last where it names none.
 * @throws Problem 409 where the window shows another user, or a scope that the session does not have
 */
export function scopeOfRequest(context: Context, session: StoredSession): StoredScope {
  const asked = askedScope(context)
  refuseOtherUser(session, asked)
  const scope = asked ? scopeFor(session, asked) : session.scopes[0]
  if (scope) return scope
  throw new Problem(
    409,
    'This project and region are not open in the session, so nothing was done.',
    {
      reason: 'scope-closed',
    },
  )
}
