import { enforce, type Caller } from './caller.ts'
import type { Region } from './cloud.ts'
import { hypervisors } from './compute.ts'
import { fixedUuid } from './ids.ts'
import { notFound, Refusal } from './refusal.ts'

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

export const computeServices: readonly ComputeService[] = [
  service('nova-scheduler', apiHost, 'internal'),
  service('nova-conductor', apiHost, 'internal'),
  ...hypervisors.map(({ host }) => service('nova-compute', host, 'nova')),
]

/** Takes a compute host out of use, so that no instance is sent to it, or into use again. */
export function setHostUse(
  { compute }: Region,
  caller: Caller,
  id: string,
  use: { on: boolean; reason: string | null },
): ComputeService {
  enforce(caller, 'os_compute_api:os-services:update')
  const found = computeServices.find((one) => one.id === id)
  if (!found) throw notFound('Service', id)
  if (found.binary !== 'nova-compute')
    throw new Refusal(
      400,
      `Updating a ${found.binary} service is not supported. Only nova-compute services can be updated.`,
    )
  if (use.on) compute.disabledHosts.delete(found.host)
  else compute.disabledHosts.set(found.host, use.reason)
  return found
}
