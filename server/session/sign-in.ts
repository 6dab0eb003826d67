import type { Context } from 'hono'

import type { Keystone } from '#server/cloud/keystone.ts'
import { Problem } from '#server/cloud/problem.ts'
import type { Upstream } from '#server/cloud/upstream.ts'
import type { Settings } from '#server/settings/settings.ts'

import type { Arrivals } from './arrivals.ts'
import { beginDelegatedSession, beginSession, type Begun } from './begin.ts'
import type { SignInBody } from './request-body.ts'
import type { StoredSession } from './stored-session.ts'

type Tools = {
  settings: Settings
  keystone: Keystone
  upstream: Upstream
  arrivals: Arrivals
  now: () => number
}

/**
 * The token of the person who has come from an identity provider.
 * @throws Problem 409 where somebody else's session is open here, and the window does not show that session: then it was not
 * this browser's user who asked to sign in
 */
async function arrivedToken(
  context: Context,
  replaces: string | undefined,
  before: StoredSession | undefined,
  { arrivals, keystone }: Tools,
) {
  const arrival = await arrivals.find(context)
  if (!arrival)
    throw new Problem(
      400,
      'Nobody has come from an identity provider, or it was more than 5 minutes ago.',
    )
  const token = await keystone.validate(arrival.token, context.req.raw.signal)
  if (before && before.user.id !== token.user.id && before.user.id !== replaces)
    throw new Problem(
      409,
      `${before.user.name} is signed in in this browser and has to sign out first.`,
      {
        reason: 'other-user',
      },
    )
  return token
}

/** Begins a session in the way that the request asks for. `before`: the session that the browser has. */
export async function beginAsAsked(
  context: Context,
  request: SignInBody,
  before: StoredSession | undefined,
  tools: Tools,
): Promise<Begun> {
  const { signal } = context.req.raw
  const { keystone } = tools
  const way = { ...tools, signal }
  if ('applicationCredential' in request) {
    const token = await keystone.signInByApplicationCredential(request, signal)
    return beginDelegatedSession(token, request, way)
  }
  if ('webSso' in request) {
    const token = await arrivedToken(context, request.webSso.replaces, before, tools)
    return beginSession(token, request, way)
  }
  return beginSession(await keystone.signIn(request, signal), request, way)
}
