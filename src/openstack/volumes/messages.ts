import { z } from 'zod/mini'

import { type Listed, noFlaws } from '#src/model/cloud/listed.ts'
import { speaks } from '#src/model/cloud/microversion.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { UserMessage } from '#src/model/volume/message.ts'
import { needed, text, time } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'
import { pageOf } from '#src/openstack/http/pagination.ts'

const messageSchema = z.pipe(
  z.object({
    id: needed,
    user_message: text,
    resource_uuid: text,
    request_id: text,
    created_at: time,
  }),
  z.transform((raw): UserMessage => ({
    id: raw.id,
    text: raw.user_message ?? '',
    resourceId: raw.resource_uuid,
    requestId: raw.request_id,
    createdAt: raw.created_at,
  })),
)

const messagePage = pageOf('messages', messageSchema)

/** Cinder's messages to the project's users; none where the cloud has no such list (before 3.3). */
export async function listMessages(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<Listed<UserMessage>> {
  if (!speaks(cloud, 'volume', '3.3')) return { items: [], ...noFlaws }
  return cinder(cloud).all('/messages', messagePage, { signal })
}
