import { getResponse } from 'msw'

import type { Target } from '#mocks/client/target.ts'
import { ManualClock } from '#mocks/cloud/clock.ts'
import { releaseNames, releases } from '#mocks/cloud/release.ts'

import { createEmbeddedCloud, type EmbeddedCloudOptions } from './index.ts'

export { releaseNames }

const origin = 'http://cloud.test'

/** The embedded cloud on a clock of its own, as its clients see it, and from inside. */
export function embeddedTarget(options: EmbeddedCloudOptions = {}) {
  const clock = new ManualClock()
  const embedded = createEmbeddedCloud({ clock, ...options })
  const target: Target = {
    async send(request) {
      const response = await getResponse(embedded.handlers, request)
      if (!response) throw new Error(`${request.method} ${request.url}: no handler`)
      if (response.type === 'error') throw new TypeError('the connection failed')
      return response
    },
    addresses: {
      identity: `${origin}/cloud/identity`,
      volume: `${origin}/cloud/volume`,
      compute: `${origin}/cloud/compute`,
      image: `${origin}/cloud/image`,
    },
    pause: async (ms) => clock.advance(ms),
    now: () => clock.now(),
    password: 'mooring',
    newest: releases[embedded.cloud.release],
  }
  return { target, clock, ...embedded }
}
