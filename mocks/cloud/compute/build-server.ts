import type { Region } from '#mocks/cloud/cloud.ts'
import type { Caller } from '#mocks/cloud/identity/caller.ts'
import type { Attachment } from '#mocks/cloud/storage/block-storage.ts'
import { complete, connect, release } from '#mocks/cloud/storage/reservations.ts'

import type { BlockDevice, Server } from './compute.ts'
import { noHost, obstacle } from './hosts.ts'
import { beginEvent, logAction } from './instance-actions.ts'

/** A device of an instance and what Cinder has reserved for it. */
export type Hold = { device: BlockDevice; attachment: Attachment }

/** Why there is no such host to send an instance to. */
function missing({ compute }: Region, host: string | undefined): string | undefined {
  if (host === undefined || !compute.isUp(host)) return noHost
  return compute.hosts.some((one) => one.host === host)
    ? undefined
    : `No valid host was found. No such host - host: ${host} node: None `
}

/** The scheduler sends a new instance to a host, which takes the volumes and starts it. */
export function buildServer(
  region: Region,
  caller: Caller,
  server: Server,
  { host, holds }: { host: string | undefined; holds: readonly Hold[] },
) {
  const { clock, durations, compute, storage } = region
  const entry = logAction(region, server, caller, 'create')
  const during = (share: number, run: () => void) =>
    clock.after(durations.instance * share, () => {
      if (compute.servers.get(server.id) !== server || server.taskState === 'deleting') return
      run()
      server.updatedAt = clock.now()
    })
  const fail = (fault: string) =>
    Object.assign(server, { vmState: 'error', taskState: null, fault })
  const kept = () => holds.filter(({ attachment: { id } }) => storage.attachments.get(id))
  function spawn(on: string) {
    Object.assign(server, { host: on, availabilityZone: 'nova', taskState: 'spawning' })
    const done = beginEvent(region, entry, 'compute__do_build_and_run_instance', on)
    const reason = obstacle(region, server, on)
    if (reason === undefined)
      for (const { device, attachment } of kept())
        connect(region, attachment, { host: on, mountpoint: device.device, mode: 'rw' })
    during(0.8, () => {
      if (reason === undefined) {
        for (const { attachment } of kept()) complete(region, attachment)
        Object.assign(server, { vmState: 'active', taskState: null, launchedAt: clock.now() })
      } else {
        for (const { attachment } of kept()) release(region, attachment)
        Object.assign(server, { host: null, availabilityZone: null })
        fail(`Build of instance ${server.id} aborted: ${reason}`)
      }
      done()
    })
  }
  during(0.2, () => {
    const fault = missing(region, host)
    if (fault !== undefined) fail(fault)
    else if (host !== undefined) spawn(host)
  })
}
