import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { fixedUuid } from '#mocks/cloud/ids.ts'
import { notFound, Refusal } from '#mocks/cloud/refusal.ts'

/** A process of Nova's. */
export type ComputeService = { id: string; binary: string; host: string; zone: string }

const service = (binary: string, host: string, zone: string): ComputeService => ({
  id: fixedUuid(`service ${binary} ${host}`),
  binary,
  host,
  zone,
})

/** The host on which the API runs, as instances' logs name it. */
export const apiHost = 'api'

/** The processes of a region. */
export const computeServicesOf = ({ compute }: Region): readonly ComputeService[] => [
  service('nova-scheduler', apiHost, 'internal'),
  service('nova-conductor', apiHost, 'internal'),
  ...compute.hosts.map(({ host }) => service('nova-compute', host, 'nova')),
]

/** What is to become of a compute host; what is not given stays. */
export type HostUse = {
  /** Out of use, no instance is sent to it. */
  use?: { on: boolean; reason: string | null }
  forcedDown?: boolean
}

/** Takes a compute host out of use or into use again, and declares it down or not. */
export function setHostUse(
  region: Region,
  caller: Caller,
  id: string,
  { use, forcedDown }: HostUse,
): ComputeService {
  enforce(caller, 'os_compute_api:os-services:update')
  const { compute } = region
  const found = computeServicesOf(region).find((one) => one.id === id)
  if (!found) throw notFound('Service', id)
  if (found.binary !== 'nova-compute')
    throw new Refusal(
      400,
      `Updating a ${found.binary} service is not supported. Only nova-compute services can be updated.`,
    )
  if (use?.on) compute.disabledHosts.delete(found.host)
  else if (use) compute.disabledHosts.set(found.host, use.reason)
  if (forcedDown) compute.forcedDown.add(found.host)
  else if (forcedDown === false) compute.forcedDown.delete(found.host)
  return found
}
