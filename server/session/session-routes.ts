import { type Context, Hono } from 'hono'

import type { Keystone } from '#server/cloud/keystone.ts'
import { isRefusedToken, Problem } from '#server/cloud/problem.ts'
import type { Upstream } from '#server/cloud/upstream.ts'
import type { Log } from '#server/http/request-log.ts'
import type { Settings } from '#server/settings/settings.ts'
import type {
  DemoAccount,
  SignedOut,
  SignedOutReason,
  SignOutResult,
} from '#src/model/cloud/session.ts'

import type { Arrivals } from './arrivals.ts'
import { askedScope, type CurrentSession, refuseOtherUser } from './current-session.ts'
import { enterScope } from './enter-scope.ts'
import { lookAt, projectsOf, type Seen } from './look.ts'
import {
  bodyOf,
  passwordChangeSchema,
  shortBodies,
  signInBodyOf,
  switchSchema,
} from './request-body.ts'
import { revokeTokens } from './revoke.ts'
import type { SessionStore } from './session-store.ts'
import { signInOptions } from './sign-in-options.ts'
import { beginAsAsked } from './sign-in.ts'
import { signedIn } from './signed-in.ts'
import { type StoredSession, tokensOf } from './stored-session.ts'

/** What the session routes work with. */
export type SessionTools = {
  settings: Settings
  keystone: Keystone
  upstream: Upstream
  store: SessionStore
  current: CurrentSession
  arrivals: Arrivals
  log: Log
  now: () => number
  pause: (ms: number) => Promise<void>
  demoAccounts: DemoAccount[] | undefined
}

/**
 * How long new tokens are invalid after a password change, in ms: Keystone revokes all tokens issued up to then, and compares
 * whole seconds (keystone/models/revoke_model.py, issued_before).
 */
const oldTokensEnd = 1_100

/** `/api/session`: who is signed in, sign-in, switch of project or region, sign-out. */
export function sessionRoutes(tools: SessionTools) {
  const { settings, keystone, store, current, arrivals, log, demoAccounts } = tools

  const signedOut = async (context: Context, reason?: SignedOutReason): Promise<SignedOut> => ({
    state: 'signed-out',
    ...signInOptions(settings),
    ...(reason && { reason }),
    ...(await arrivals.shown(context)),
    ...(demoAccounts && { demoAccounts }),
  })

  async function leave(context: Context, reason?: SignedOutReason) {
    store.clear(context)
    return context.json(await signedOut(context, reason))
  }

  async function revokeUnused(tokens: readonly string[], signal: AbortSignal) {
    const failed = await revokeTokens(tokens, keystone, signal)
    if (failed) log.warn({ reason: failed.message }, 'a token was not revoked')
    return failed
  }

  /** Stores the session in the browser, and revokes the tokens of scopes that don't fit. */
  async function keep(context: Context, before: StoredSession | undefined, next: StoredSession) {
    const { signal } = context.req.raw
    const held = before ? tokensOf(before) : []
    try {
      const used = tokensOf(next === before ? next : await store.write(context, next))
      const all = new Set([...held, ...tokensOf(next)])
      await revokeUnused(
        [...all].filter((token) => !used.includes(token)),
        signal,
      )
    } catch (cause) {
      await revokeUnused(
        tokensOf(next).filter((token) => !held.includes(token)),
        signal,
      )
      throw cause
    }
  }

  const described = async (context: Context, { session, scope, projects }: Seen) =>
    signedIn(session, scope, projects, { keystone, settings, signal: context.req.raw.signal })

  return new Hono()
    .get('/', async (context) => {
      const found = await current.find(context)
      if (!found.session) return leave(context, found.reason)
      try {
        const asked = askedScope(context)
        const own = asked?.userId === found.session.user.id ? asked : undefined
        const seen = await lookAt(found.session, own, {
          ...tools,
          signal: context.req.raw.signal,
        })
        await keep(context, found.session, seen.session)
        return context.json(await described(context, seen))
      } catch (cause) {
        if (isRefusedToken(cause)) return leave(context)
        throw cause
      }
    })
    .post('/', shortBodies, async (context) => {
      const request = await signInBodyOf(context)
      const before = await current.find(context)
      const { session, projects } = await beginAsAsked(context, request, before.session, tools)
      await keep(context, before.session, session)
      if (before.session) store.end(before.session)
      arrivals.clear(context)
      const [scope] = session.scopes
      return context.json(await described(context, { session, scope, projects }), 201)
    })
    .post('/password', shortBodies, async (context) => {
      await keystone.changePassword(
        await bodyOf(context, passwordChangeSchema),
        context.req.raw.signal,
      )
      await tools.pause(oldTokensEnd)
      return context.body(null, 204)
    })
    .patch('/', shortBodies, async (context) => {
      const { projectId, region } = await bodyOf(context, switchSchema)
      const session = await current.require(context)
      const asked = askedScope(context)
      refuseOtherUser(session, asked)
      const { signal } = context.req.raw
      const [front] = session.scopes
      const from = asked ?? { projectId: front.project.id, region: front.region }
      const projects = await projectsOf(session, front, { keystone, signal })
      const wanted = projectId ?? from.projectId
      if (!projects.some(({ id }) => id === wanted))
        throw new Problem(403, `${session.user.name} has no role in that project.`)
      const next = await enterScope(
        session,
        { projectId: wanted, region: region ?? from.region },
        { ...tools, signal },
      )
      const [scope] = next.scopes
      if (region !== undefined && scope.region !== region)
        throw new Problem(400, `The cloud has no region ${region}.`)
      await keep(context, session, next)
      return context.json(await described(context, { session: next, scope, projects }))
    })
    .delete('/', async (context) => {
      const { session } = await current.find(context)
      store.clear(context)
      if (!session) return context.body(null, 204)
      store.end(session)
      const failed = await revokeUnused(tokensOf(session), context.req.raw.signal)
      const goTo = session.user.identityProvider ? settings.webSso?.logoutUrl : undefined
      if (!failed && goTo === undefined) return context.body(null, 204)
      const result: SignOutResult = {
        ...(failed && { notRevoked: { message: failed.message, until: session.expiresAt } }),
        ...(goTo !== undefined && { goTo }),
      }
      return context.json(result)
    })
}
