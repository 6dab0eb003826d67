import { openstackCommand, option } from './openstack-command.ts'
import type { InstanceId, Volume, VolumeId } from './volume.ts'

/** Nova takes a shareable volume from this microversion on, and older clients ask in an older one of themselves. */
const sharingOption = '--os-compute-api-version 2.60 '

/** Attaches volumes to instances; the client takes one of each at a time, so a line for each. */
export const attachCommand = (
  pairs: readonly {
    volume: Pick<Volume, 'id' | 'shareable'>
    instanceId: InstanceId
    device?: string | undefined
  }[],
): string =>
  pairs
    .map(({ volume, instanceId, device }) =>
      openstackCommand(
        `${volume.shareable ? sharingOption : ''}server add volume`,
        ...option('device', device),
        instanceId,
        volume.id,
      ),
    )
    .join('\n')

/** Detaches volumes from instances, a line for each. */
export const detachCommand = (
  pairs: readonly { volumeId: VolumeId; instanceId: InstanceId }[],
): string =>
  pairs
    .map(({ volumeId, instanceId }) =>
      openstackCommand('server remove volume', instanceId, volumeId),
    )
    .join('\n')
