import type { KeystoneProject } from '#server/cloud/keystone-answers.ts'
import type { Keystone } from '#server/cloud/keystone.ts'
import type { Settings } from '#server/settings/settings.ts'
import type { Project, SessionUser, SignedIn } from '#src/model/cloud/session.ts'

import { signInOptions } from './sign-in-options.ts'
import type { StoredScope, StoredSession } from './stored-session.ts'

type Tools = { keystone: Keystone; settings: Settings; signal: AbortSignal }

/**
 * Gives projects the names of their domains. Keystone's list has ids only, and ordinary people may not ask for other
 * domains than their own; such a domain goes by its id. One request, however many domains there are.
 */
async function withDomainNames(
  projects: readonly KeystoneProject[],
  { user }: StoredSession,
  { token, project }: StoredScope,
  { keystone, signal }: Tools,
): Promise<Project[]> {
  const known = new Map([
    [user.domain.id, user.domain.name],
    [project.domain.id, project.domain.name],
  ])
  const isComplete = projects.every((one) => known.has(one.domain_id))
  const told = isComplete ? new Map<string, string>() : await keystone.domainNames(token, signal)
  return projects.map(({ id, name, domain_id }) => ({
    id,
    name,
    domainName: known.get(domain_id) ?? told.get(domain_id) ?? domain_id,
  }))
}

const userOf = ({ user }: StoredSession): SessionUser => ({
  id: user.id,
  name: user.name,
  domainName: user.domain.name,
  ...(user.identityProvider !== undefined && { identityProvider: user.identityProvider }),
})

/** The session as the page sees it, working in `scope`. `projects`: those that the person can switch to. */
export async function signedIn(
  session: StoredSession,
  scope: StoredScope,
  projects: readonly KeystoneProject[],
  tools: Tools,
): Promise<SignedIn> {
  const { project, roles, region, regions, microversions } = scope
  const { settings } = tools
  return {
    state: 'signed-in',
    user: userOf(session),
    project: { id: project.id, name: project.name, domainName: project.domain.name },
    roles,
    // Keystone and oslo.policy compare role names without case.
    administrator: roles.some((role) => settings.adminRoles.includes(role.toLowerCase())),
    projects: await withDomainNames(projects, session, scope, tools),
    region,
    regions,
    // Keystone writes microseconds, which not every reader of ISO 8601 takes.
    expiresAt: new Date(session.expiresAt).toISOString(),
    microversions,
    embedded: settings.embedded,
    signIn: signInOptions(settings),
    ...(settings.launchUrl !== undefined && { launchUrl: settings.launchUrl }),
    ...(settings.backups !== undefined && { backups: settings.backups }),
  }
}
