import { queryOptions } from '@tanstack/react-query'

import type { SignedIn } from '#src/model/session.ts'
import { listMessages } from '#src/openstack/messages.ts'

import { placeOf } from './session.ts'

/** What Cinder told the project's users about things that went wrong. */
export const messagesQuery = (session: SignedIn) =>
  queryOptions({
    queryKey: ['messages', ...placeOf(session)],
    queryFn: ({ signal }) => listMessages(session, signal),
    staleTime: 10_000,
  })
