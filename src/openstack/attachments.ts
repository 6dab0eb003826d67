import { z } from 'zod'

import type { AttachmentRecord } from '#src/model/attachment-record.ts'
import { microversionFor, speaks } from '#src/model/microversion.ts'
import type { VolumeId } from '#src/model/volume.ts'
import type { Reach } from '#src/model/workplace.ts'

import { parseCloudTime } from './cloud-time.ts'
import { ask } from './http.ts'
import { allTenants } from './pages.ts'

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
  cloud: Reach,
  volumeId: VolumeId,
  signal?: AbortSignal,
): Promise<AttachmentRecord[]> {
  if (!speaks(cloud, 'volume', '3.27')) return []
  const { body } = await ask(
    {
      service: 'volume',
      path: '/attachments/detail',
      query: { all_tenants: allTenants(cloud), volume_id: volumeId },
      microversion: microversionFor(cloud, 'volume'),
      ...(signal && { signal }),
    },
    attachmentList,
  )
  return body.attachments
}
