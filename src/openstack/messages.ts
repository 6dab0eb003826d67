import { z } from 'zod/mini'

import type { UserMessage } from '#src/model/message.ts'
import { speaks } from '#src/model/microversion.ts'
import type { CloudScope } from '#src/model/workplace.ts'

import { parseCloudTime } from './cloud-time.ts'
import { ask } from './http.ts'

const messageList = z.object({
  messages: z.array(
    z.pipe(
      z.object({
        id: z.string(),
        user_message: z.string(),
        resource_uuid: z.nullish(z.string()),
        request_id: z.nullish(z.string()),
        created_at: z.nullish(z.string()),
      }),
      z.transform((told): UserMessage => ({
        id: told.id,
        text: told.user_message,
        resourceId: told.resource_uuid ?? null,
        requestId: told.request_id ?? null,
        createdAt: parseCloudTime(told.created_at),
      })),
    ),
  ),
})

/** Cinder's messages to the project's users; none where the cloud has no such list (before 3.3). */
export async function listMessages(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<UserMessage[]> {
  if (!speaks(cloud, 'volume', '3.3')) return []
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      path: '/messages',
      ...(signal && { signal }),
    },
    messageList,
  )
  return body.messages
}
