import type { Project } from '#mocks/cloud/identity.ts'
import { fixedHex } from '#mocks/cloud/ids.ts'

/** Where the services of a region are mounted, below the origin. The first region has the plain addresses. */
export const mountOf = (regionIndex: number, service: 'volume' | 'compute' | 'image') =>
  `/cloud/${regionIndex === 0 ? '' : `r${regionIndex + 1}/`}${service}`

type Listed = {
  type: string
  name: string
  interfaces: readonly string[]
  url: (origin: string, regionIndex: number, project: Project) => string
}

const publicAndInternal = ['public', 'internal'] as const
const volumeUrl: Listed['url'] = (origin, index, { id }) =>
  `${origin}${mountOf(index, 'volume')}/v3/${id}`

const services: readonly Listed[] = [
  { type: 'block-storage', name: 'cinder', interfaces: publicAndInternal, url: volumeUrl },
  { type: 'volumev3', name: 'cinderv3', interfaces: publicAndInternal, url: volumeUrl },
  {
    type: 'image',
    name: 'glance',
    interfaces: publicAndInternal,
    url: (origin, index) => origin + mountOf(index, 'image'),
  },
  {
    type: 'identity',
    name: 'keystone',
    interfaces: ['public', 'internal', 'admin'],
    url: (origin) => `${origin}/cloud/identity/v3`,
  },
  {
    type: 'compute',
    name: 'nova',
    interfaces: publicAndInternal,
    url: (origin, index) => `${origin}${mountOf(index, 'compute')}/v2.1`,
  },
]

/** The catalog for a project, with the address that the request came to. */
export const catalogOf = (origin: string, regions: readonly string[], project: Project) =>
  services.map(({ type, name, interfaces, url }) => ({
    endpoints: regions.flatMap((region, index) =>
      interfaces.map((face) => ({
        id: fixedHex(`endpoint ${region} ${type} ${face}`),
        interface: face,
        region_id: region,
        url: url(origin, index, project),
        region,
      })),
    ),
    id: fixedHex(`service ${type}`),
    type,
    name,
  }))
