import { openstackCommand, option } from '#src/model/cloud/openstack-command.ts'
import type { InstanceId, Volume, VolumeId } from '#src/model/volume/volume.ts'

/** Nova takes a shareable volume from this microversion on, and older clients ask in an older one of themselves. */
const sharingOption = '--os-compute-api-version 2.60 '

/** A loop of the shell that ends when others still hold the volume and none is coming or going. */
const untilInUse = (id: VolumeId) =>
  `until [ "$(${openstackCommand('volume show', '-f', 'value', '-c', 'status', id)})" = in-use ]; do sleep 1; done`

/**
 * A line for each pair, since the client takes one at a time. While one attachment of a volume is being made or
 * unmade, Cinder refuses the next of the same volume, so a wait stands between those.
 */
const inTurn = <T extends { volumeId: VolumeId }>(pairs: readonly T[], line: (pair: T) => string) =>
  pairs
    .flatMap((pair, place) =>
      pairs[place - 1]?.volumeId === pair.volumeId
        ? [untilInUse(pair.volumeId), line(pair)]
        : [line(pair)],
    )
    .join('\n')

/** Attaches volumes to instances. */
export const attachCommand = (
  pairs: readonly {
    volume: Pick<Volume, 'id' | 'shareable'>
    instanceId: InstanceId
    device?: string | undefined
  }[],
): string =>
  inTurn(
    pairs.map((pair) => ({ ...pair, volumeId: pair.volume.id })),
    ({ volume, instanceId, device }) =>
      openstackCommand(
        `${volume.shareable ? sharingOption : ''}server add volume`,
        ...option('device', device),
        instanceId,
        volume.id,
      ),
  )

/** Detaches volumes from instances. */
export const detachCommand = (
  pairs: readonly { volumeId: VolumeId; instanceId: InstanceId }[],
): string =>
  inTurn(pairs, ({ volumeId, instanceId }) =>
    openstackCommand('server remove volume', instanceId, volumeId),
  )
