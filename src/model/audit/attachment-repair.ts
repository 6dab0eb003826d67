import { type Capabilities, microversionFor } from '#src/model/cloud/microversion.ts'
import { openstackCommand } from '#src/model/cloud/openstack-command.ts'

import type { Remedy } from './attachment-remedy.ts'

/** A call of a repair, as it is sent. */
export type RepairCall = {
  service: 'volume' | 'compute'
  /** Such as `3.70`. */
  microversion: string
  method: 'DELETE' | 'POST'
  /** Below the service's endpoint. */
  path: string
  body?: object
  /** Sent only if the volume is still `detaching` once the instance has let go of it. */
  ifStillDetaching?: true
}

/** The statuses that go with each other when a volume's is set. Cinder tells only the first. */
export const statesFor = (status: 'available' | 'in-use') =>
  ({ status, attachStatus: status === 'in-use' ? 'attached' : 'detached' }) as const

const version = (cloud: Capabilities, service: RepairCall['service']) => {
  const { major, minor } = microversionFor(cloud, service)
  return `${major}.${minor}`
}

function resetCall(cloud: Capabilities, volumeId: string, to: 'available' | 'in-use'): RepairCall {
  const { status, attachStatus } = statesFor(to)
  return {
    service: 'volume',
    microversion: version(cloud, 'volume'),
    method: 'POST',
    path: `/volumes/${encodeURIComponent(volumeId)}/action`,
    body: { 'os-reset_status': { status, attach_status: attachStatus } },
  }
}

/**
 * All calls that a remedy makes, in their order.
 * @param settled what the volume's status is to be by its attachments
 */
export function repairCalls(
  remedy: Remedy,
  cloud: Capabilities,
  settled: 'available' | 'in-use',
): RepairCall[] {
  switch (remedy.act) {
    case 'delete-attachment':
      return [
        {
          service: 'volume',
          microversion: version(cloud, 'volume'),
          method: 'DELETE',
          path: `/attachments/${encodeURIComponent(remedy.attachmentId)}`,
        },
      ]
    case 'detach':
      return [
        {
          service: 'compute',
          microversion: version(cloud, 'compute'),
          method: 'DELETE',
          path: `/servers/${encodeURIComponent(remedy.instanceId)}/os-volume_attachments/${encodeURIComponent(remedy.volumeId)}`,
        },
        // Nova overlooks that Cinder has no such attachment, whose deletion would have ended the detaching:
        // nova/volume/cinder.py, `attachment_delete`.
        { ...resetCall(cloud, remedy.volumeId, settled), ifStillDetaching: true },
      ]
    case 'reset-status':
      return [resetCall(cloud, remedy.volumeId, remedy.status)]
  }
}

/** A call on a line, with its body. */
export const callText = ({ method, path, body }: RepairCall): string =>
  `${method} ${path}${body === undefined ? '' : ` ${JSON.stringify(body)}`}`

/** Attachments are known to the client from this microversion of Cinder on, and it asks in an older one of itself. */
const attachmentOption = '--os-volume-api-version 3.27 '

function commandOf(remedy: Remedy): string {
  switch (remedy.act) {
    case 'delete-attachment':
      return openstackCommand(`${attachmentOption}volume attachment delete`, remedy.attachmentId)
    case 'detach':
      return openstackCommand('server remove volume', remedy.instanceId, remedy.volumeId)
    case 'reset-status':
      return openstackCommand(
        'volume set',
        '--state',
        remedy.status,
        `--${statesFor(remedy.status).attachStatus}`,
        remedy.volumeId,
      )
  }
}

/** The commands of the `openstack` client that do the same. */
export const repairCommand = (remedies: readonly Remedy[]): string =>
  remedies.map(commandOf).join('\n')
