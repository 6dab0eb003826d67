import { z } from 'zod'

import type { Settings } from '#server/settings/settings.ts'

/** The services whose endpoints come from the catalog; Keystone's own is the one that was asked. */
export type CatalogService = 'volume' | 'compute' | 'image'

/** An endpoint of the catalog that we can use. `url` has no slash at the end. */
export type CatalogEndpoint = {
  service: CatalogService
  /** Null: it has no region and serves all of them. */
  region: string | null
  url: string
}

/** Names by which catalogs know a service, the official one first: OpenStack's service-types-authority. */
const typesOf: Record<CatalogService, readonly string[]> = {
  volume: ['block-storage', 'volumev3', 'block-store', 'volume'],
  compute: ['compute'],
  image: ['image'],
}
const services: readonly CatalogService[] = ['volume', 'compute', 'image']

const entrySchema = z.object({ type: z.string(), endpoints: z.array(z.unknown()) })
const endpointSchema = z.object({
  interface: z.string(),
  url: z.string(),
  region_id: z.string().nullish(),
  region: z.string().nullish(),
})

const readEach = <T>(schema: z.ZodType<T>, all: readonly unknown[]): T[] =>
  all.flatMap((one) => schema.safeParse(one).data ?? [])

/**
 * The endpoints of Keystone's catalog for our services, those under a service's official type first. Entries of other
 * services and what can't be read or reached are passed over: they must not keep anybody from signing in.
 */
export function readCatalog(
  catalog: unknown,
  { interface: wanted }: Pick<Settings, 'interface'>,
): CatalogEndpoint[] {
  const entries = readEach(entrySchema, Array.isArray(catalog) ? catalog : [])
  const endpointsOf = (type: string) =>
    entries
      .filter((entry) => entry.type === type)
      .flatMap(({ endpoints }) => readEach(endpointSchema, endpoints))
      // Older catalogs say `publicURL`.
      .filter((endpoint) => endpoint.interface.replace(/URL$/, '') === wanted)
      .filter(({ url }) => /^https?:/.test(url) && URL.canParse(url))
  return services.flatMap((service) =>
    typesOf[service].flatMap(endpointsOf).map((endpoint) => ({
      service,
      region: (endpoint.region_id ?? endpoint.region) || null,
      url: endpoint.url.replace(/\/+$/, ''),
    })),
  )
}

const named = (endpoints: readonly CatalogEndpoint[]) =>
  [...new Set(endpoints.flatMap(({ region }) => region ?? []))].toSorted()

/**
 * The names of the regions to work in: those with block storage, or all where none has it or where its endpoint serves
 * all. Empty where the catalog names no region.
 */
export function regionsOf(endpoints: readonly CatalogEndpoint[]): string[] {
  const volume = endpoints.filter(({ service }) => service === 'volume')
  const isEverywhere = volume.length === 0 || volume.some(({ region }) => region === null)
  return named(isEverywhere ? endpoints : volume)
}

/** The address of `service` in `region`: an endpoint of that region, else one that serves all. */
export const catalogAddress = (
  endpoints: readonly CatalogEndpoint[],
  service: CatalogService,
  region: string,
): string | undefined =>
  [region, null]
    .map((place) => endpoints.find((one) => one.service === service && one.region === place))
    .find((endpoint) => endpoint !== undefined)?.url

/** An address of the catalog in its parts: before the version, the version, the project. */
type AddressParts = { root: string; version: string | undefined; project: string | undefined }

/** Takes `https://cloud/volume/v3/AUTH_…` apart. */
export function partsOf(address: string, projectId: string): AddressParts {
  const segments = address.split('/')
  const project = segments.at(-1)?.endsWith(projectId) ? segments.pop() : undefined
  const version = /^v\d+(\.\d+)?$/.test(segments.at(-1) ?? '') ? segments.pop() : undefined
  return { root: segments.join('/'), version, project }
}

/**
 * The address below which the page's paths stand, whatever of it the catalog leaves out: Cinder's with version and
 * project, Nova's with version, Glance's with neither, for its paths begin with `/v2`.
 */
export function endpointOf(service: CatalogService, address: string, projectId: string): string {
  const { root, version, project } = partsOf(address, projectId)
  if (service === 'volume') return `${root}/${version ?? 'v3'}/${project ?? projectId}`
  if (service === 'image') return root
  return [root, version ?? 'v2.1', ...(project === undefined ? [] : [project])].join('/')
}
