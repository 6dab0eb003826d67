import { z } from 'zod/mini'

import type { AttachmentRecord } from '#src/model/attach/attachment-record.ts'
import type { CinderAttachment } from '#src/model/audit/attachment-audit.ts'
import { type Listed, noFlaws } from '#src/model/cloud/listed.ts'
import { speaks } from '#src/model/cloud/microversion.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { AttachmentId, VolumeId } from '#src/model/volume/volume.ts'
import { ApiError } from '#src/openstack/http/api-error.ts'
import { needed, text, time } from '#src/openstack/http/fields.ts'
import { request, cinder } from '#src/openstack/http/http.ts'
import { allTenants, listOf, type Page } from '#src/openstack/http/pagination.ts'

/** An attachment as Cinder tells it: api-ref/source/v3/attachments.inc, "List attachments with details". */
const attachmentSchema = z.pipe(
  z.object({
    id: needed,
    volume_id: needed,
    instance: text,
    status: text,
    attach_mode: text,
    attached_at: time,
  }),
  z.transform((raw): CinderAttachment => ({
    id: raw.id,
    volumeId: raw.volume_id,
    instanceId: raw.instance || null,
    status: raw.status ?? '',
    mode: raw.attach_mode,
    attachedAt: raw.attached_at,
  })),
)

/** A list of attachments. Unlike other lists it has no links to further pages. */
export const attachmentList = z.object({ attachments: listOf(attachmentSchema) })

/** The same list for decisions: unreadable items are an error. */
export const everyAttachment = z.object({ attachments: z.array(attachmentSchema) })

/** The call for all attachments of a volume, whatever their project. */
export const attachmentsOfCall = (cloud: CloudScope, volumeId: VolumeId, signal?: AbortSignal) => ({
  cloud,
  service: 'volume' as const,
  path: '/attachments/detail',
  query: { all_tenants: allTenants(cloud), volume_id: volumeId },
  signal,
})

/** Whether the cloud tells attachments by themselves, and not only with their volumes (3.27). */
export const listsAttachments = (cloud: CloudScope): boolean => speaks(cloud, 'volume', '3.27')

/** All attachments of a volume; none where the cloud has no such list (before 3.27). */
export async function listAttachmentsOf(
  cloud: CloudScope,
  volumeId: VolumeId,
  signal?: AbortSignal,
): Promise<Listed<AttachmentRecord>> {
  if (!listsAttachments(cloud)) return { items: [], ...noFlaws }
  const { body } = await request(attachmentsOfCall(cloud, volumeId, signal), attachmentList)
  return { ...body.attachments, cutShort: false }
}

/** One page of attachments, newest first; the last has fewer than the others, or none. */
export async function listAttachments(
  cloud: CloudScope,
  { marker, limit }: { marker?: AttachmentId | undefined; limit: number },
  signal?: AbortSignal,
): Promise<Page<CinderAttachment>> {
  const body = await cinder(cloud).get('/attachments/detail', attachmentList, {
    query: { all_tenants: allTenants(cloud), limit, marker },
    signal,
  })
  return body.attachments
}

/** Whether Cinder refused since an instance uses the attachment: cinder/exception.py, ConflictNovaUsingAttachment. */
export const isUsedByNova = (error: Error): boolean =>
  error instanceof ApiError &&
  error.kind === 'conflict' &&
  /ConflictNovaUsingAttachment|using the Compute API/.test(error.message)
