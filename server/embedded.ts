import { getResponse } from 'msw'

import { createEmbeddedCloud } from '#mocks/index.ts'

import type { ServerDeps } from './app.ts'
import { answerOf, Problem } from './problem.ts'
import type { Settings } from './settings.ts'
import type { Upstream } from './upstream.ts'

/** The embedded cloud as what the server needs of a cloud: it answers in this process, over no network. */
export function embeddedCloud({ volumes, instances, attachments, latencyMs }: Settings['demo']): {
  upstream: Upstream
  embedded: NonNullable<ServerDeps['embedded']>
} {
  const { handlers, demoAccounts } = createEmbeddedCloud({
    latencyMs,
    ...(volumes !== undefined && { volumes }),
    ...(instances !== undefined && { instances }),
    ...(attachments !== undefined && { attachments }),
  })
  const answer = async (request: Request) =>
    (await getResponse(handlers, request)) ??
    answerOf(new Problem(404, 'The embedded cloud has nothing at this address.'))
  return {
    upstream: (address, init) => answer(new Request(address, init)),
    embedded: { fetch: answer, demoAccounts },
  }
}
