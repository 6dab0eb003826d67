import { queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import type { UserMessage } from '#src/model/volume/message.ts'
import { listMessages } from '#src/openstack/volumes/messages.ts'
import { scopeKey } from '#src/queries/session.ts'

/** Cinder's messages to the project's users about what went wrong. */
export const messagesQuery = (scope: Scope) =>
  queryOptions({
    // Cinder's list of messages is the same for all pages.
    queryKey: ['messages', ...scopeKey({ ...scope, allProjects: false })],
    queryFn: ({ signal }) => listMessages(scope, signal),
    select: itemsOf<UserMessage>,
    staleTime: 10_000,
  })
