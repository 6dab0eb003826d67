import { getResponse } from 'msw'

import { durationsAt } from '#mocks/cloud/durations.ts'
import { createEmbeddedCloud } from '#mocks/index.ts'
import { answerOf, Problem } from '#server/cloud/problem.ts'
import type { Upstream } from '#server/cloud/upstream.ts'
import type { Settings } from '#server/settings/settings.ts'

import type { ServerDeps } from './app.ts'

/** A response whose body stream errors: the closest to a dropped connection. */
const cutShort = () =>
  new Response(
    new ReadableStream({ start: (body) => body.error(new TypeError('the connection was cut')) }),
  )

/** The embedded cloud as what the server needs of a cloud: it answers in this process, over no network. */
export function embeddedCloud({
  volumes,
  instances,
  attachments,
  latencyMs,
  speed,
  release,
  faults,
}: Settings['demo']): {
  upstream: Upstream
  embedded: NonNullable<ServerDeps['embedded']>
} {
  const { handlers, demoAccounts } = createEmbeddedCloud({
    latencyMs,
    durations: durationsAt(speed),
    faults,
    ...(volumes !== undefined && { volumes }),
    ...(instances !== undefined && { instances }),
    ...(attachments !== undefined && { attachments }),
    ...(release !== undefined && { release }),
  })
  const answer = async (request: Request) =>
    (await getResponse(handlers, request)) ??
    answerOf(new Problem(404, 'The embedded cloud has nothing at this address.'))
  return {
    async upstream(address, init) {
      const response = await answer(new Request(address, init))
      // What a network does when the connection is cut.
      if (response.type === 'error') throw new TypeError('the connection was cut')
      return response
    },
    embedded: {
      async fetch(request) {
        const response = await answer(request)
        return response.type === 'error' ? cutShort() : response
      },
      demoAccounts,
    },
  }
}
