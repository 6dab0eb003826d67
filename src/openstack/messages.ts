import { z } from 'zod/mini'

import { type Listed, noFlaws } from '#src/model/cloud/listed.ts'
import { speaks } from '#src/model/cloud/microversion.ts'
import type { CloudScope } from '#src/model/cloud/workplace.ts'
import type { UserMessage } from '#src/model/volume/message.ts'

import { needed, text, time } from './fields.ts'
import { ask } from './http.ts'
import { allPages, listOf, nextMarker, pageLinks } from './pages.ts'

const messageSchema = z.pipe(
  z.object({
    id: needed,
    user_message: text,
    resource_uuid: text,
    request_id: text,
    created_at: time,
  }),
  z.transform((told): UserMessage => ({
    id: told.id,
    text: told.user_message ?? '',
    resourceId: told.resource_uuid,
    requestId: told.request_id,
    createdAt: told.created_at,
  })),
)

const messagePage = z.object({ messages: listOf(messageSchema), messages_links: pageLinks })

/** Cinder's messages to the project's users; none where the cloud has no such list (before 3.3). */
export async function listMessages(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<Listed<UserMessage>> {
  if (!speaks(cloud, 'volume', '3.3')) return { items: [], ...noFlaws }
  return allPages(async (marker) => {
    const { body } = await ask(
      {
        cloud,
        service: 'volume',
        path: '/messages',
        query: { marker },
        ...(signal && { signal }),
      },
      messagePage,
    )
    return { ...body.messages, next: nextMarker(body.messages_links) }
  })
}
