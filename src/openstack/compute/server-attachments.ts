import { z } from 'zod/mini'

import type { NovaDevice } from '#src/model/audit/attachment-audit.ts'
import { attachMicroversion } from '#src/model/cloud/microversion.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { InstanceId, VolumeId } from '#src/model/volume/volume.ts'
import { needed, text } from '#src/openstack/http/fields.ts'
import { nova } from '#src/openstack/http/http.ts'

const path = (instance: InstanceId) =>
  `/servers/${encodeURIComponent(instance)}/os-volume_attachments`

/**
 * Asks Nova to attach a volume. The answer comes when the volume is reserved, before it is attached.
 * `device`, such as `/dev/vdc`, is a wish that many hypervisors ignore.
 */
export async function attachVolume(
  cloud: CloudScope,
  volumeId: VolumeId,
  instance: InstanceId,
  device?: string,
): Promise<{ requestId?: string }> {
  const { requestId } = await nova(cloud).send('POST', path(instance), {
    body: { volumeAttachment: { volumeId, ...(device !== undefined && { device }) } },
    microversion: attachMicroversion(cloud),
  })
  return requestId === undefined ? {} : { requestId }
}

/** Asks Nova to detach a volume; it is being detached when the answer comes. */
export async function detachVolume(
  cloud: CloudScope,
  volumeId: VolumeId,
  instance: InstanceId,
): Promise<{ requestId?: string }> {
  const { requestId } = await nova(cloud).send(
    'DELETE',
    `${path(instance)}/${encodeURIComponent(volumeId)}`,
  )
  return requestId === undefined ? {} : { requestId }
}

const deviceSchema = z.pipe(
  z.object({ volumeId: needed, serverId: needed, device: text, attachment_id: text }),
  z.transform((raw): NovaDevice => ({
    instanceId: raw.serverId,
    volumeId: raw.volumeId,
    device: raw.device,
    attachmentId: raw.attachment_id,
  })),
)

/** The volumes of an instance, every one of which must be readable; the attachment's id is there from 2.89 on. */
export const deviceList = z.object({ volumeAttachments: z.array(deviceSchema) })

/** The call for the volumes of an instance. */
export const devicesCall = (cloud: CloudScope, instance: InstanceId, signal?: AbortSignal) => ({
  cloud,
  service: 'compute' as const,
  path: path(instance),
  ...(signal && { signal }),
})
