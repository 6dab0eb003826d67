import { z } from 'zod'

import { type Capabilities, microversionFor, speaks } from '#src/model/microversion.ts'
import type { AttachmentId, InstanceId, VolumeId } from '#src/model/volume.ts'

import { parseCloudTime } from './cloud-time.ts'
import { ask } from './http.ts'

/** An attachment as Cinder keeps it, also while it is being made: it tells its mode and its own status. */
export type AttachmentRecord = {
  id: AttachmentId
  instanceId: InstanceId | null
  /** `reserved`, `attaching`, `attached`, `detaching`, `error_attaching`, …; clouds may name others. */
  status: string
  /** `rw` or `ro`; null until attached. */
  mode: string | null
  attachedAt: number | null
}

const attachmentList = z.object({
  attachments: z.array(
    z
      .object({
        id: z.string(),
        instance: z.string().nullish(),
        status: z.string().nullish(),
        attach_mode: z.string().nullish(),
        attached_at: z.string().nullish(),
      })
      .transform((told): AttachmentRecord => ({
        id: told.id,
        instanceId: told.instance ?? null,
        status: told.status ?? '',
        mode: told.attach_mode ?? null,
        attachedAt: parseCloudTime(told.attached_at),
      })),
  ),
})

/** All attachments of a volume; none where the cloud has no such list (before 3.27). */
export async function listAttachmentsOf(
  cloud: Capabilities,
  volumeId: VolumeId,
  signal?: AbortSignal,
): Promise<AttachmentRecord[]> {
  if (!speaks(cloud, 'volume', '3.27')) return []
  const { body } = await ask(
    {
      service: 'volume',
      path: '/attachments/detail',
      query: { volume_id: volumeId },
      microversion: microversionFor(cloud, 'volume'),
      ...(signal && { signal }),
    },
    attachmentList,
  )
  return body.attachments
}
