import type { Keystone } from '#server/cloud/keystone.ts'
import { Problem } from '#server/cloud/problem.ts'
import type { Upstream } from '#server/cloud/upstream.ts'
import type { Settings } from '#server/settings/settings.ts'

import { openScope, projectTokenOf, withMicroversions } from './open-scope.ts'
import { type StoredScope, type StoredSession, withScope } from './stored-session.ts'

type Tools = { settings: Settings; keystone: Keystone; upstream: Upstream; signal: AbortSignal }

/** The project and region to go on in; without a region, the one of the settings or the first. */
type Place = { projectId: string; region: string | undefined }

const onlyOneProject = ({ scopes: [{ project }] }: StoredSession) =>
  new Problem(403, `This application credential is for the project ${project.name} only.`)

/** A new scope with a token of its own, made from the unscoped one. */
async function fromUnscoped(
  session: StoredSession,
  { projectId, region }: Place,
  tools: Tools,
): Promise<StoredScope> {
  const { unscopedToken } = session
  if (unscopedToken === null) throw onlyOneProject(session)
  const token = await tools.keystone.scope(unscopedToken, projectId, tools.signal)
  return openScope(projectTokenOf(token), token.catalog, { ...tools, region })
}

/** The scope of a place: the open one, another region of an open project, or a new one. */
async function scopeAt(session: StoredSession, place: Place, tools: Tools): Promise<StoredScope> {
  const { projectId, region } = place
  const ofProject = session.scopes.filter(({ project }) => project.id === projectId)
  const open = ofProject.find((scope) => region === undefined || scope.region === region)
  if (open) return withMicroversions(open, tools)
  const [neighbour] = ofProject
  if (!neighbour) return fromUnscoped(session, place, tools)
  const catalog = await tools.keystone.catalog(neighbour.token, tools.signal)
  return openScope(neighbour, catalog, { ...tools, region })
}

/**
 * The session with the project and region `place` in front.
 * @throws Problem with Keystone's words where the person has no role there
 */
export async function enterScope(
  session: StoredSession,
  place: Place,
  tools: Tools,
): Promise<StoredSession> {
  const scope = await scopeAt(session, place, tools)
  return scope === session.scopes[0] ? session : withScope(session, scope)
}

/**
 * A scope with a new token, where Keystone revoked that of `scope` alone, as it does when roles change: for the same project, or
 * for the first of those that are left.
 * @throws Problem 401 where the whole session is over
 */
export async function renewScope(
  session: StoredSession,
  { project, region }: StoredScope,
  tools: Tools,
): Promise<StoredScope> {
  const { unscopedToken } = session
  if (unscopedToken === null) throw over()
  const projects = await tools.keystone.projects(unscopedToken, tools.signal)
  const next = projects.find(({ id }) => id === project.id) ?? projects.at(0)
  if (!next) throw over()
  return fromUnscoped(session, { projectId: next.id, region }, tools)
}

const over = () => new Problem(401, 'The session is over.')

/** Like `enterScope`, but stays where the session is if the place can't be entered. */
export async function enterIfPossible(
  session: StoredSession,
  place: Place,
  tools: Tools,
): Promise<StoredSession> {
  try {
    return await enterScope(session, place, tools)
  } catch (cause) {
    // Keystone answers 401 as well where there is no role.
    if (cause instanceof Problem && cause.status < 500) return session
    throw cause
  }
}
