import { z } from 'zod'

import type { Settings } from '#server/settings/settings.ts'

/** The part of Keystone's catalog that matters here. */
export const catalogSchema = z.array(
  z.object({
    type: z.string(),
    endpoints: z.array(
      z.object({
        interface: z.string(),
        url: z.string(),
        region_id: z.string().nullish(),
        region: z.string().nullish(),
      }),
    ),
  }),
)

export type Catalog = z.infer<typeof catalogSchema>
export type Interface = Settings['interface']

/** The services whose endpoints come from the catalog; Keystone's own is the one that was asked. */
export type CatalogService = 'volume' | 'compute' | 'image'

/** Names by which catalogs know a service, the official one first: OpenStack's service-types-authority. */
const typesOf: Record<CatalogService, readonly string[]> = {
  volume: ['block-storage', 'volumev3', 'block-store', 'volume'],
  compute: ['compute'],
  image: ['image'],
}

const regionOf = (endpoint: Catalog[number]['endpoints'][number]) =>
  endpoint.region_id ?? endpoint.region ?? ''

/** Older catalogs say `publicURL`. */
const hasInterface = (wanted: Interface) => (endpoint: Catalog[number]['endpoints'][number]) =>
  endpoint.interface.replace(/URL$/, '') === wanted

/** Regions where the cloud has any of the services, by name. */
export function regionsOf(catalog: Catalog, wanted: Interface): string[] {
  const types = new Set(Object.values(typesOf).flat())
  const endpoints = catalog.filter(({ type }) => types.has(type)).flatMap((one) => one.endpoints)
  return [...new Set(endpoints.filter(hasInterface(wanted)).map(regionOf))].toSorted()
}

/** The address that the catalog has for `service`, without a slash at the end. */
export function catalogAddress(
  catalog: Catalog,
  service: CatalogService,
  { region, wanted }: { region: string; wanted: Interface },
): string | undefined {
  for (const type of typesOf[service]) {
    const endpoint = catalog
      .filter((one) => one.type === type)
      .flatMap(({ endpoints }) => endpoints)
      .filter(hasInterface(wanted))
      .find((one) => regionOf(one) === region)
    if (endpoint && /^https?:/.test(endpoint.url) && URL.canParse(endpoint.url))
      return endpoint.url.replace(/\/+$/, '')
  }
  return undefined
}

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
