import type { IssuedToken, KeystoneProject } from '#server/cloud/keystone-answers.ts'
import type { Keystone } from '#server/cloud/keystone.ts'
import { Problem } from '#server/cloud/problem.ts'
import type { Upstream } from '#server/cloud/upstream.ts'
import type { Settings } from '#server/settings/settings.ts'
import type { Destination } from '#src/model/cloud/session.ts'

import { openScope, projectTokenOf } from './open-scope.ts'
import { revokeTokens } from './revoke.ts'
import type { StoredScope, StoredSession } from './stored-session.ts'

type Tools = {
  settings: Settings
  keystone: Keystone
  upstream: Upstream
  now: () => number
  signal: AbortSignal
}

/** A session that has begun, and the projects that it can switch to. */
export type Begun = { session: StoredSession; projects: KeystoneProject[] }

/** The project to begin in: the one asked for where the person has it, their default, else the first by name. */
async function chooseProject(
  projects: readonly KeystoneProject[],
  asked: string | undefined,
  { id, user }: IssuedToken,
  { keystone, signal }: Tools,
): Promise<KeystoneProject | undefined> {
  const [first, second] = projects
  const wanted = projects.find((project) => project.id === asked)
  if (wanted || !second) return wanted ?? first
  const byDefault = await keystone.defaultProject(id, user.id, signal)
  return projects.find((project) => project.id === byDefault) ?? first
}

const places = {
  system: 'on the system',
  domain: 'on a domain',
} as const

async function withoutProject({ id, user }: IssuedToken, { keystone, signal }: Tools) {
  const elsewhere = await keystone.otherRoles(id, signal)
  const has = elsewhere.map((where) => places[where]).join(' and ')
  return new Problem(
    403,
    has === ''
      ? `${user.name} has no role in any project. An administrator of the cloud has to assign one.`
      : `${user.name} has a role only ${has}. Mooring works in projects: an administrator of the cloud has to assign a role in one.`,
  )
}

const sessionOf = (
  { user, expires_at }: IssuedToken,
  unscopedToken: string | null,
  scope: StoredScope,
  now: () => number,
): StoredSession => {
  const { id, name, domain, 'OS-FEDERATION': federation } = user
  return {
    id: crypto.randomUUID(),
    expiresAt: expires_at,
    startedAt: now(),
    user: {
      id,
      name,
      domain,
      ...(federation && { identityProvider: federation.identity_provider.id }),
    },
    unscopedToken,
    scopes: [scope],
  }
}

/**
 * Begins a session of the person whom `unscoped` is of. Where that fails, the token is revoked.
 * @throws Problem 403 where the person has no project
 */
export async function beginSession(
  unscoped: IssuedToken,
  { projectId, region }: Destination,
  tools: Tools,
): Promise<Begun> {
  const { keystone, signal, now } = tools
  try {
    const projects = await keystone.projects(unscoped.id, signal)
    const project = await chooseProject(projects, projectId, unscoped, tools)
    if (!project) throw await withoutProject(unscoped, tools)
    const token = await keystone.scope(unscoped.id, project.id, signal)
    const scope = await openScope(projectTokenOf(token), token.catalog, { ...tools, region })
    return { session: sessionOf(unscoped, unscoped.id, scope, now), projects }
  } catch (cause) {
    await revokeTokens([unscoped.id], keystone, signal)
    throw cause
  }
}

/** Begins a session with a token that can't be exchanged, and so has one project only. */
export async function beginDelegatedSession(
  token: IssuedToken,
  { region }: Destination,
  tools: Tools,
): Promise<Begun> {
  try {
    const scope = await openScope(projectTokenOf(token), token.catalog, { ...tools, region })
    const session = sessionOf(token, null, scope, tools.now)
    return { session, projects: onlyProject(scope) }
  } catch (cause) {
    await revokeTokens([token.id], tools.keystone, tools.signal)
    throw cause
  }
}

/** The project of an application credential: Keystone lists all of the user's, but gives tokens for this one only. */
export const onlyProject = ({ project: { id, name, domain } }: StoredScope): KeystoneProject[] => [
  { id, name, domain_id: domain.id, enabled: true },
]
