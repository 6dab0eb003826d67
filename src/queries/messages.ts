import { queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import type { Workplace } from '#src/model/cloud/workplace.ts'
import type { UserMessage } from '#src/model/volume/message.ts'
import { listMessages } from '#src/openstack/messages.ts'

import { placeOf } from './session.ts'

/** What Cinder told the project's users about things that went wrong. */
export const messagesQuery = (session: Workplace) =>
  queryOptions({
    // Cinder's list of messages is the same for all pages.
    queryKey: ['messages', ...placeOf({ ...session, allProjects: false })],
    queryFn: ({ signal }) => listMessages(session, signal),
    select: itemsOf<UserMessage>,
    staleTime: 10_000,
  })
