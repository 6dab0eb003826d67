import { queryOptions } from '@tanstack/react-query'

import type { SignedIn } from '#src/model/session.ts'
import { listMessages } from '#src/openstack/messages.ts'

/** What Cinder told the project's users about things that went wrong. */
export const messagesQuery = (session: SignedIn) =>
  queryOptions({
    queryKey: ['messages', session.project.id, session.region],
    queryFn: ({ signal }) => listMessages(session, signal),
    staleTime: 10_000,
  })
