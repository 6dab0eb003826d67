import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import type { StorageService } from './block-storage.ts'

const always: readonly StorageService[] = [
  { binary: 'cinder-volume', host: 'vm@shared' },
  { binary: 'cinder-scheduler', host: 'vm' },
  { binary: 'cinder-volume', host: 'vm@single' },
]

const forBackups: StorageService = { binary: 'cinder-backup', host: 'vm' }

/** The processes of a region, in the order in which they came up. */
export const storageServicesOf = ({ storage }: Region): readonly StorageService[] =>
  storage.hasBackupService ? [...always, forBackups] : always

/** Whether backups are taken. */
export const takesBackups = ({ storage }: Region): boolean =>
  storage.hasBackupService && !storage.disabledServices.has(forBackups)

/** Takes a service out of use, or into use again; a back end that is out of use gets no new volumes. */
export function setServiceUse(
  region: Region,
  caller: Caller,
  named: { binary: string; host: string },
  use: { on: boolean; reason: string | null },
): StorageService {
  enforce(caller, 'volume_extension:services:update')
  const { binary, host } = named
  const service = storageServicesOf(region).find(
    (one) => one.binary === binary && one.host === host,
  )
  if (!service) throw new Refusal(404, `Service ${binary} could not be found on host ${host}.`)
  const { storage } = region
  if (use.on) storage.disabledServices.delete(service)
  else storage.disabledServices.set(service, use.reason)
  return service
}
