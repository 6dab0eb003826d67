import type { KeystoneProject } from '#server/cloud/keystone-answers.ts'
import type { Keystone } from '#server/cloud/keystone.ts'
import { isRefusedToken } from '#server/cloud/problem.ts'
import type { Upstream } from '#server/cloud/upstream.ts'
import type { Settings } from '#server/settings/settings.ts'
import type { WindowScope } from '#src/model/cloud/session.ts'

import { onlyProject } from './begin.ts'
import { enterIfPossible, renewScope } from './enter-scope.ts'
import { withMicroversions } from './open-scope.ts'
import { replaceScope, scopeFor, type StoredScope, type StoredSession } from './stored-session.ts'

type Tools = { settings: Settings; keystone: Keystone; upstream: Upstream; signal: AbortSignal }

/** What a window gets to see: its scope, in a session that may have changed for it, and the projects to switch to. */
export type Seen = { session: StoredSession; scope: StoredScope; projects: KeystoneProject[] }

/** The projects that a session can switch to, asked with the token of `scope`, which this shows to be valid. */
export async function projectsOf(
  { unscopedToken }: StoredSession,
  scope: StoredScope,
  { keystone, signal }: Pick<Tools, 'keystone' | 'signal'>,
): Promise<KeystoneProject[]> {
  const projects = await keystone.projects(scope.token, signal)
  return unscopedToken === null ? onlyProject(scope) : projects
}

async function seenIn(session: StoredSession, scope: StoredScope, tools: Tools): Promise<Seen> {
  const [projects, current] = await Promise.all([
    projectsOf(session, scope, tools),
    withMicroversions(scope, tools),
  ])
  return { session: replaceScope(session, scope, current), scope: current, projects }
}

/**
 * What a window that shows `asked` gets to see: that scope, opened if need be, or else the one entered last.
 * @throws Problem 401 where the session is over
 */
export async function lookAt(
  session: StoredSession,
  asked: WindowScope | undefined,
  tools: Tools,
): Promise<Seen> {
  const open = asked ? scopeFor(session, asked) : session.scopes[0]
  const next = asked && !open ? await enterIfPossible(session, asked, tools) : session
  const scope = open ?? next.scopes[0]
  try {
    return await seenIn(next, scope, tools)
  } catch (cause) {
    if (!isRefusedToken(cause)) throw cause
    const renewed = await renewScope(next, scope, tools)
    return seenIn(replaceScope(next, scope, renewed), renewed, tools)
  }
}
