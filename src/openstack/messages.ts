import { z } from 'zod'

import type { UserMessage } from '#src/model/message.ts'
import { type Capabilities, microversionFor, speaks } from '#src/model/microversion.ts'

import { parseCloudTime } from './cloud-time.ts'
import { ask } from './http.ts'

const messageList = z.object({
  messages: z.array(
    z
      .object({
        id: z.string(),
        user_message: z.string(),
        resource_uuid: z.string().nullish(),
        request_id: z.string().nullish(),
        created_at: z.string().nullish(),
      })
      .transform((told): UserMessage => ({
        id: told.id,
        text: told.user_message,
        resourceId: told.resource_uuid ?? null,
        requestId: told.request_id ?? null,
        createdAt: parseCloudTime(told.created_at),
      })),
  ),
})

/** Cinder's messages to the project's users; none where the cloud has no such list (before 3.3). */
export async function listMessages(
  cloud: Capabilities,
  signal?: AbortSignal,
): Promise<UserMessage[]> {
  if (!speaks(cloud, 'volume', '3.3')) return []
  const { body } = await ask(
    {
      service: 'volume',
      path: '/messages',
      microversion: microversionFor(cloud, 'volume'),
      ...(signal && { signal }),
    },
    messageList,
  )
  return body.messages
}
