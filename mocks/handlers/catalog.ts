import type { Project } from '#mocks/cloud/identity/people.ts'
import { fixedHex } from '#mocks/cloud/ids.ts'

type Service = 'volume' | 'compute' | 'image'

/** Where the services of a region are mounted, below the origin. The first region has the plain addresses. */
export const mountOf = (regionIndex: number, service: Service) =>
  `/cloud/${regionIndex === 0 ? '' : `r${regionIndex + 1}/`}${service}`

type Listed = {
  type: string
  name: string
  interfaces: readonly string[]
  /** Undefined where the address needs a project and there is none. `undefined` for the project: as Keystone keeps the address. */
  url: (
    origin: string,
    regionIndex: number,
    project: Project | null | undefined,
  ) => string | undefined
}

const publicAndInternal = ['public', 'internal'] as const
const volumeUrl: Listed['url'] = (origin, index, project) =>
  project === null
    ? undefined
    : `${origin}${mountOf(index, 'volume')}/v3/${project ? project.id : '$(project_id)s'}`

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

/** The catalog for a project, for the whole cloud (null) or for nobody (undefined), with the address that the request came to. */
export const catalogOf = (
  origin: string,
  regions: readonly string[],
  project: Project | null | undefined,
) =>
  services.map(({ type, name, interfaces, url }) => ({
    endpoints: regions.flatMap((region, index) => {
      const address = url(origin, index, project)
      if (address === undefined) return []
      return interfaces.map((face) => ({
        id: fixedHex(`endpoint ${region} ${type} ${face}`),
        interface: face,
        region_id: region,
        url: address,
        region,
      }))
    }),
    id: fixedHex(`service ${type}`),
    type,
    name,
  }))
