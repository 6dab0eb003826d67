import { queryOptions } from '@tanstack/react-query'

import type { AttachmentRecord } from '#src/model/attach/attachment-record.ts'
import { itemsOf } from '#src/model/cloud/listed.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import { listAttachmentsOf } from '#src/openstack/volumes/attachments.ts'
import { every } from '#src/queries/pace.ts'
import { volumesKey } from '#src/queries/volumes/volumes.ts'

/** Cinder's own records of a volume's attachments, of all volumes or of one. */
export const attachmentsKey = (scope: Scope, volumeId?: VolumeId) =>
  [...volumesKey(scope), 'attachments', ...(volumeId ? [volumeId] : [])] as const

/** Cinder's own records of a volume's attachments, which know mode and status of each. */
export const attachmentsQuery = (scope: Scope, volumeId: VolumeId) =>
  queryOptions({
    queryKey: attachmentsKey(scope, volumeId),
    queryFn: ({ signal }) => listAttachmentsOf(scope, volumeId, signal),
    select: itemsOf<AttachmentRecord>,
    staleTime: 2_000,
    refetchInterval: every(30_000),
  })
