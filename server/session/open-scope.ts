import {
  catalogAddress,
  type CatalogEndpoint,
  type CatalogService,
  endpointOf,
  readCatalog,
  regionsOf,
} from '#server/cloud/catalog.ts'
import { discoverRange } from '#server/cloud/discovery.ts'
import type { IssuedToken } from '#server/cloud/keystone-answers.ts'
import { Problem } from '#server/cloud/problem.ts'
import { type Upstream, within } from '#server/cloud/upstream.ts'
import type { Settings } from '#server/settings/settings.ts'

import type { StoredScope } from './stored-session.ts'

/** How long all version documents together may take, in ms: sign-in waits for them. */
const discoveryBudget = 5_000

type Tools = { settings: Settings; upstream: Upstream; signal: AbortSignal }

/** A token for a project, and what of it a scope keeps. */
export type ProjectToken = Pick<StoredScope, 'token' | 'project' | 'roles'>

/** @throws Problem where the token is not for a project */
export function projectTokenOf({ id, project, roles }: IssuedToken): ProjectToken {
  if (!project) throw new Problem(502, 'The identity service gave a token without a project.')
  return { token: id, project, roles: roles.map(({ name }) => name) }
}

/** The region to work in: the one asked for where the cloud has it, the one of the settings, else the first. */
function chooseRegion(
  endpoints: readonly CatalogEndpoint[],
  asked: string | undefined,
  configured: string | undefined,
): string {
  if (endpoints.length === 0)
    throw new Problem(502, 'The catalog of the cloud has no volume, compute or image service.')
  const regions = regionsOf(endpoints)
  const [first] = regions
  // A catalog that names no region has only endpoints that serve all of them.
  if (first === undefined) return configured ?? ''
  if (asked !== undefined && regions.includes(asked)) return asked
  if (configured !== undefined && !regions.includes(configured))
    throw new Problem(
      502,
      `The cloud has no block storage in region ${configured}, which OS_REGION_NAME names; it has it in ${regions.join(', ')}.`,
    )
  return configured ?? first
}

/** The scope with the microversions of services that did not tell them yet; the same object where nothing is new. */
export async function withMicroversions(
  scope: StoredScope,
  { upstream, signal }: Pick<Tools, 'upstream' | 'signal'>,
): Promise<StoredScope> {
  const { token, project, endpoints, microversions } = scope
  const way = { upstream, signal: within(signal, discoveryBudget) }
  const range = async (service: 'volume' | 'compute') => {
    const address = endpoints[service]
    if (microversions[service] !== null || address === undefined) return microversions[service]
    return discoverRange(service, { address, projectId: project.id, token }, way)
  }
  const [volume, compute] = await Promise.all([range('volume'), range('compute')])
  const isNew = volume !== microversions.volume || compute !== microversions.compute
  return isNew ? { ...scope, microversions: { volume, compute } } : scope
}

/** A scope to work in: the project of `token`, in a region of its catalog. */
export async function openScope(
  token: ProjectToken,
  catalog: unknown,
  { region: asked, ...tools }: Tools & { region: string | undefined },
): Promise<StoredScope> {
  const { settings } = tools
  const all = readCatalog(catalog, settings)
  const region = chooseRegion(all, asked, settings.regionName)
  const endpoint = (service: CatalogService) => {
    const address = catalogAddress(all, service, region)
    return address === undefined
      ? {}
      : { [service]: endpointOf(service, address, token.project.id) }
  }
  const scope: StoredScope = {
    ...token,
    region,
    regions: regionsOf(all),
    endpoints: { ...endpoint('volume'), ...endpoint('compute'), ...endpoint('image') },
    microversions: { volume: null, compute: null },
  }
  return withMicroversions(scope, tools)
}
