import type { Cloud } from '#mocks/cloud/cloud.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { releases } from '#mocks/cloud/release.ts'

export type Version = { major: number; minor: number }

export const atLeast = (version: Version, [major, minor]: readonly [number, number]) =>
  version.major > major || (version.major === major && version.minor >= minor)

export const versionText = ({ major, minor }: Version) => `${major}.${minor}`

const majorMinor = /^([1-9]\d*)\.([1-9]\d*|0)$/

export type Versioned = {
  /** The service's name in `OpenStack-API-Version`. */
  service: 'volume' | 'compute'
  min: Version
  readonly max: Version
}

const versionOf = (text: string): Version => {
  const [major, minor] = text.split('.').map(Number)
  return { major: major ?? 0, minor: minor ?? 0 }
}

/**
 * The microversions that a service of this cloud speaks. Checked against the services' histories (Cinder's
 * cinder/api/openstack/rest_api_version_history.rst, Nova's nova/api/openstack/compute/rest_api_version_history.rst) and a
 * 2026.2 cloud; those after the recorded 3.70 and 2.93:
 *
 * | microversion | what it brought | here |
 * | --- | --- | --- |
 * | Cinder 3.71 | `os-extend_volume_completion`, for Nova alone | refused as for a volume that is not being extended |
 * | Nova 2.94 | `hostname` may be a domain name | `server-creation.ts` |
 * | Nova 2.95 | evacuated instances are stopped | nothing evacuates here |
 * | Nova 2.96 | `pinned_availability_zone` | `server-view.ts` |
 * | Nova 2.97 | shares of Manila | not there |
 * | Nova 2.98 | `properties` of a server's image | `server-view.ts` |
 * | Nova 2.99 | `spice-direct` consoles | no consoles here |
 * | Nova 2.100 | `scheduler_hints` of a server | `server-view.ts`; none are taken |
 * | Nova 2.101 | attaching answers 202 without a body, before anything is reserved | `server-attachments.ts` |
 * | Nova 2.102 | flavors by `name`, without two fields; unknown parameters are refused everywhere | `nova-rest.ts`, `nova-query.ts` |
 * | Nova 2.103 | `os-volumes_boot` is gone | never was here |
 * | Nova 2.104 | `PUT /servers/{id}` pins and unpins the zone | servers can't be changed here |
 */
const versionsOf = (cloud: Cloud, service: Versioned['service'], min: string): Versioned => ({
  service,
  min: versionOf(min),
  get max() {
    return versionOf(cloud.newest[service] ?? releases[cloud.release][service])
  },
})

export const cinderVersions = (cloud: Cloud) => versionsOf(cloud, 'volume', '3.0')

export const novaVersions = (cloud: Cloud) => versionsOf(cloud, 'compute', '2.1')

function wantedBy(headers: Headers, { service }: Versioned): string | undefined {
  const header = headers.get('openstack-api-version')
  if (header === null)
    return service === 'compute'
      ? (headers.get('x-openstack-nova-api-version') ?? undefined)
      : undefined
  for (const part of header.split(',')) {
    const [name, wanted, more] = part.trim().split(/\s+/)
    if (name === service && wanted !== undefined && more === undefined) return wanted
  }
  // Cinder refuses a header that names only others (or nobody); Nova does as if there were none.
  if (service === 'compute') return undefined
  throw new Refusal(
    400,
    'The server could not comply with the request since it is either malformed or otherwise incorrect.',
  )
}

/** The microversion that a request is answered in, and what its answer's header repeats. */
export type Negotiated = { version: Version; refusal?: Refusal }

/** Finds the microversion that a request asks for; refuses with 400 and 406 as Cinder and Nova do. */
export function negotiate(headers: Headers, versions: Versioned): Negotiated {
  const { min, max } = versions
  try {
    const wanted = wantedBy(headers, versions)
    if (wanted === undefined) return { version: min }
    if (wanted === 'latest') return { version: max }
    const [, major, minor] = majorMinor.exec(wanted) ?? []
    if (major === undefined || minor === undefined)
      throw new Refusal(
        400,
        `API Version String ${wanted} is of invalid format. Must be of format MajorNum.MinorNum.`,
      )
    const version = { major: Number(major), minor: Number(minor) }
    const inRange =
      atLeast(version, [min.major, min.minor]) && atLeast(max, [version.major, version.minor])
    if (inRange) return { version }
    return {
      version,
      refusal: new Refusal(
        406,
        `Version ${wanted} is not supported by the API. Minimum is ${versionText(min)} and maximum is ${versionText(max)}.`,
      ),
    }
  } catch (error) {
    if (error instanceof Refusal) return { version: min, refusal: error }
    throw error
  }
}
