import {
  catalogAddress,
  endpointOf,
  regionsOf,
  type Catalog,
  type CatalogService,
} from '#server/cloud/catalog.ts'
import { discoverRange } from '#server/cloud/discovery.ts'
import type { IssuedToken, Keystone, KeystoneProject } from '#server/cloud/keystone.ts'
import { Problem } from '#server/cloud/problem.ts'
import type { Upstream } from '#server/cloud/upstream.ts'
import type { Settings } from '#server/settings/settings.ts'
import type { Project, SignedIn } from '#src/model/session.ts'

import type { StoredSession } from './session-cookie.ts'

/** The region to work in: the one asked for where the cloud has it, the one of the settings, else the first. */
function chooseRegion(
  regions: string[],
  asked: string | undefined,
  configured: string | undefined,
): string {
  if (asked !== undefined && regions.includes(asked)) return asked
  if (configured !== undefined && !regions.includes(configured))
    throw new Problem(
      502,
      `The cloud has no region ${configured}, which OS_REGION_NAME names; it has ${regions.join(', ') || 'none'}.`,
    )
  const [first] = regions
  const chosen = configured ?? first
  if (chosen === undefined)
    throw new Problem(502, 'The catalog of the cloud has no volume, compute or image service.')
  return chosen
}

/** A scoped token as the session to keep; asks the services of the region for their microversions. */
export async function sessionOf(
  token: Omit<StoredSession, 'region' | 'regions' | 'endpoints' | 'microversions'>,
  catalog: Catalog,
  {
    settings,
    upstream,
    region: askedRegion,
    signal,
  }: { settings: Settings; upstream: Upstream; region: string | undefined; signal: AbortSignal },
): Promise<StoredSession> {
  const regions = regionsOf(catalog, settings.interface)
  const region = chooseRegion(regions, askedRegion, settings.regionName)
  const projectId = token.project.id
  const addressIn = (service: CatalogService) =>
    catalogAddress(catalog, service, { region, wanted: settings.interface })
  const endpoint = (service: CatalogService) => {
    const address = addressIn(service)
    return address === undefined ? {} : { [service]: endpointOf(service, address, projectId) }
  }
  const range = async (service: 'volume' | 'compute') => {
    const address = addressIn(service)
    if (address === undefined) return null
    return discoverRange(service, { address, projectId, token: token.token }, { upstream, signal })
  }
  const [volume, compute] = await Promise.all([range('volume'), range('compute')])
  return {
    ...token,
    region,
    regions,
    endpoints: { ...endpoint('volume'), ...endpoint('compute'), ...endpoint('image') },
    microversions: { volume, compute },
  }
}

/** The part of a scoped token that a session keeps. */
export function keptOf(token: IssuedToken) {
  if (!token.project) throw new Problem(502, 'The identity service gave a token without a project.')
  return {
    token: token.id,
    expiresAt: token.expires_at,
    user: token.user,
    project: token.project,
    roles: token.roles.map(({ name }) => name),
  }
}

/** The project to begin in: the one asked for where the person has it, their default, else the first by name. */
export function chooseProject(
  projects: KeystoneProject[],
  asked: string | undefined,
  byDefault: string | undefined,
): KeystoneProject | undefined {
  const [first] = projects
  return (
    projects.find(({ id }) => id === asked) ?? projects.find(({ id }) => id === byDefault) ?? first
  )
}

/**
 * Gives projects the names of their domains. Keystone's list has ids only, and ordinary people may not ask for other
 * domains than their own; such a domain goes by its id.
 */
async function withDomainNames(
  projects: KeystoneProject[],
  { token, user, project }: StoredSession,
  keystone: Keystone,
  signal: AbortSignal,
): Promise<Project[]> {
  const names = new Map([
    [user.domain.id, user.domain.name],
    [project.domain.id, project.domain.name],
  ])
  const unknown = new Set(projects.map((one) => one.domain_id).filter((id) => !names.has(id)))
  const found = await Promise.all(
    [...unknown].map(async (id) => [id, await keystone.domainName(token, id, signal)] as const),
  )
  for (const [id, name] of found) names.set(id, name ?? id)
  return projects.map(({ id, name, domain_id }) => ({
    id,
    name,
    domainName: names.get(domain_id) ?? domain_id,
  }))
}

/** The session as the page sees it. */
export async function signedIn(
  session: StoredSession,
  projects: KeystoneProject[],
  {
    keystone,
    settings: { embedded, launchUrl, backups },
    signal,
  }: { keystone: Keystone; settings: Settings; signal: AbortSignal },
): Promise<SignedIn> {
  const { user, project, roles, region, regions, microversions } = session
  return {
    state: 'signed-in',
    user: { id: user.id, name: user.name, domainName: user.domain.name },
    project: { id: project.id, name: project.name, domainName: project.domain.name },
    roles,
    projects: await withDomainNames(projects, session, keystone, signal),
    region,
    regions,
    // Keystone writes microseconds, which not every reader of ISO 8601 takes.
    expiresAt: new Date(session.expiresAt).toISOString(),
    microversions,
    embedded,
    ...(launchUrl !== undefined && { launchUrl }),
    ...(backups !== undefined && { backups }),
  }
}
