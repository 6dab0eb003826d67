import { attachCommand, detachCommand } from '#src/model/attach/attachment-commands.ts'
import type { AttachmentStep } from '#src/model/attach/attachment-step.ts'
import { openstackCommand } from '#src/model/cloud/openstack-command.ts'
import type { InstanceId, Volume } from '#src/model/volume/volume.ts'

import type { WayOut } from './fail-over.ts'

/** A loop of the shell that ends when the volume takes the next change. */
const untilStatus = (id: string, status: string) =>
  `until [ "$(${openstackCommand('volume show', '-f', 'value', '-c', 'status', id)})" = ${status} ]; do sleep 1; done`

/** Carries the steps of a fail over out, each when the one before has come to its end. */
export function failOverCommand(volume: Volume, steps: readonly AttachmentStep[]): string {
  let holders = volume.attachments.length
  return steps
    .flatMap((step, place) => {
      const { instanceId } = step
      const line =
        step.act === 'detach'
          ? detachCommand([{ volumeId: volume.id, instanceId }])
          : attachCommand([{ volume, instanceId }])
      holders += step.act === 'detach' ? -1 : 1
      const isLast = place === steps.length - 1
      return isLast ? [line] : [line, untilStatus(volume.id, holders > 0 ? 'in-use' : 'available')]
    })
    .join('\n')
}

/** A call of Nova's API, as its documentation writes it. */
export const failOverCall = (volume: Pick<Volume, 'id'>, step: AttachmentStep): string => {
  const path = `/servers/${step.instanceId}/os-volume_attachments`
  return step.act === 'detach'
    ? `DELETE ${path}/${volume.id}`
    : `POST ${path} {"volumeAttachment": {"volumeId": "${volume.id}"}}`
}

/** The command by which an attachment that stays is brought to its end, where one command does it. */
export function wayOutCommand(way: WayOut, instanceId: InstanceId): string | undefined {
  switch (way) {
    case 'evacuate':
      return openstackCommand('server evacuate', instanceId)
    case 'delete':
      return openstackCommand('server delete', instanceId)
    case 'reset-state':
      return openstackCommand('server set', '--state', 'active', instanceId)
    default:
      return undefined
  }
}
