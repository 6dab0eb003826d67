import { queryOptions } from '@tanstack/react-query'

import type { Workplace } from '#src/model/workplace.ts'
import { listMessages } from '#src/openstack/messages.ts'

import { placeOf } from './session.ts'

/** What Cinder told the project's users about things that went wrong. */
export const messagesQuery = (session: Workplace) =>
  queryOptions({
    // Cinder's list of messages is the same for all pages.
    queryKey: ['messages', ...placeOf({ ...session, allProjects: false })],
    queryFn: ({ signal }) => listMessages(session, signal),
    staleTime: 10_000,
  })
