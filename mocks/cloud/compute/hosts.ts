import type { Region } from '#mocks/cloud/cloud.ts'

import type { Server } from './compute.ts'

/** What Nova says where its scheduler has no host to offer. */
export const noHost = 'No valid host was found. There are not enough hosts available.'

/** Whether volumes that others hold can't be attached on a host. */
export const cannotShare = ({ compute }: Region, host: string | null) =>
  compute.hosts.some((one) => one.host === host && !one.multiattach)

/** A hypervisor's refusal of a shared volume. */
export const notShareable = (volumeId: string) =>
  `Volume ${volumeId} has 'multiattach' set, which is not supported for this instance.`

/** Why a host can't take an instance with all its volumes; undefined: it can. */
export function obstacle(region: Region, server: Server, host: string | null): string | undefined {
  if (host === null) return noHost
  const { volumes } = region.storage
  const shared = server.devices.find(({ volumeId }) => volumes.get(volumeId)?.multiattach)
  return shared && cannotShare(region, host) ? notShareable(shared.volumeId) : undefined
}
