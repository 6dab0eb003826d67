import type { Microversion, MicroversionRange, SignedIn } from './session.ts'

/** What the cloud can do, as far as calls depend on it. */
export type Capabilities = Pick<SignedIn, 'microversions'>

/** Reads `3.70`. */
export function parseMicroversion(text: string): Microversion | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(text) ?? []
  return major === undefined || minor === undefined
    ? undefined
    : { major: Number(major), minor: Number(minor) }
}

/** Below 0 when `a` is older than `b`, 0 when equal, else above. */
export const compareMicroversions = (a: Microversion, b: Microversion): number =>
  a.major - b.major || a.minor - b.minor

/**
 * The newest microversions whose answers we know: those of 2026.2. What they brought is listed in `mocks/handlers/microversion.ts`.
 */
const newestKnown = {
  volume: { major: 3, minor: 71 },
  compute: { major: 2, minor: 104 },
} as const satisfies Record<string, Microversion>

/**
 * What is asked for where the cloud hides its version documents: the least with which a volume can be shared.
 * Cinder 3.50 and Nova 2.60: nova/api/openstack/compute/rest_api_version_history.rst.
 */
const leastForSharing = {
  volume: { major: 3, minor: 50 },
  compute: { major: 2, minor: 60 },
} as const satisfies Record<string, Microversion>

/** The microversion to speak to a service in: the newest that both it and we know. */
export function microversionFor(
  { microversions }: Capabilities,
  service: 'volume' | 'compute',
): Microversion {
  const range: MicroversionRange | null = microversions[service]
  if (range === null) return leastForSharing[service]
  return compareMicroversions(range.max, newestKnown[service]) < 0
    ? range.max
    : newestKnown[service]
}

/** The last in which Nova answers an attach once Cinder has reserved the volume. */
const lastThatReserves: Microversion = { major: 2, minor: 100 }

/**
 * The microversion in which to attach a volume. From 2.101 on Nova answers before it has asked host or Cinder, and what they
 * refuse then is told nowhere, not even in the instance's log (nova/conductor/manager.py, attach_volume): a hypervisor that
 * can't share, a volume that somebody else is just attaching, a device name in use. So this is asked in 2.100 at most.
 */
export function attachMicroversion(cloud: Capabilities): Microversion {
  const newest = microversionFor(cloud, 'compute')
  const least = cloud.microversions.compute?.min
  const takesIt = least === undefined || compareMicroversions(least, lastThatReserves) <= 0
  return takesIt && compareMicroversions(newest, lastThatReserves) > 0 ? lastThatReserves : newest
}

/** Whether calls to the service are made in `least` or newer. */
export function speaks(
  cloud: Capabilities,
  service: 'volume' | 'compute',
  least: `${number}.${number}`,
): boolean {
  const wanted = parseMicroversion(least)
  return wanted !== undefined && compareMicroversions(microversionFor(cloud, service), wanted) >= 0
}

/** What keeps this cloud from sharing a volume between instances, or undefined. */
export function sharingObstacle(cloud: Capabilities): 'old-cinder' | 'old-nova' | undefined {
  if (!speaks(cloud, 'volume', '3.50')) return 'old-cinder'
  if (!speaks(cloud, 'compute', '2.60')) return 'old-nova'
  return undefined
}
