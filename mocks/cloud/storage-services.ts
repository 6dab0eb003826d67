import { enforce, type Caller } from './caller.ts'
import type { Region } from './cloud.ts'
import { Refusal } from './refusal.ts'

/** A process of Cinder's; `host` of a back end is `host@backend`. */
export type StorageService = { binary: 'cinder-volume' | 'cinder-scheduler'; host: string }

/** In the order in which they came up. */
export const storageServices: readonly StorageService[] = [
  { binary: 'cinder-volume', host: 'vm@shared' },
  { binary: 'cinder-scheduler', host: 'vm' },
  { binary: 'cinder-volume', host: 'vm@single' },
]

/** Takes a service out of use, or into use again; a back end that is out of use gets no new volumes. */
export function setServiceUse(
  { storage }: Region,
  caller: Caller,
  named: { binary: string; host: string },
  use: { on: boolean; reason: string | null },
): StorageService {
  enforce(caller, 'volume_extension:services:update')
  const { binary, host } = named
  const service = storageServices.find((one) => one.binary === binary && one.host === host)
  if (!service) throw new Refusal(404, `Service ${binary} could not be found on host ${host}.`)
  if (use.on) storage.disabledServices.delete(service)
  else storage.disabledServices.set(service, use.reason)
  return service
}
