import type { HttpHandler } from 'msw'

import { realClock, type Clock } from '#mocks/cloud/clock.ts'
import { createCloud, type Cloud } from '#mocks/cloud/cloud.ts'
import { defaultDurations, type Durations } from '#mocks/cloud/durations.ts'
import type { KeystoneBehaviour } from '#mocks/cloud/identity/keystone-behaviour.ts'
import type { Release } from '#mocks/cloud/release.ts'
import { handlersFor } from '#mocks/handlers/handlers.ts'
import { demoAccounts, type DemoAccount } from '#mocks/seeds/accounts.ts'
import { seed } from '#mocks/seeds/seed.ts'

export type EmbeddedCloudOptions = {
  /** Number of volumes in the project demo. Without it, a small set that shows what there is to see. */
  volumes?: number
  /** Number of instances in the project demo. */
  instances?: number
  /** Number of instances that hold the largest shared volume. */
  attachments?: number
  /** Delay of each answer, in ms. */
  latencyMs?: number
  /** Real time by default; a `ManualClock` in tests. */
  clock?: Clock
  /** How long what the cloud does takes, where not as usual. */
  durations?: Partial<Durations>
  /** Whether `/cloud/faults` is there, by which anybody can make the cloud fail. Default: no. */
  faults?: boolean
  /** In what Keystone differs from one of 2026.2 as it comes. */
  keystone?: Partial<KeystoneBehaviour>
  /** How old Cinder and Nova are. Default: the newest. */
  release?: Release
  /** Default: RegionOne, RegionTwo. */
  regions?: readonly string[]
  /** Fills the empty cloud; by default with a story, as large as the sizes say. */
  fill?: (cloud: Cloud) => void
}

export type EmbeddedCloud = {
  /** What the cloud holds, for tests. */
  cloud: Cloud
  /** Keystone, Cinder, Nova and Glance below `/cloud/` of any origin. */
  handlers: HttpHandler[]
  demoAccounts: DemoAccount[]
}

/** An in-memory OpenStack that behaves like the real one, with something in it. */
export function createEmbeddedCloud(options: EmbeddedCloudOptions = {}): EmbeddedCloud {
  const { clock = realClock, durations, latencyMs = 0 } = options
  const { faults = false, release = 'newest', keystone } = options
  const allDurations = { ...defaultDurations, ...durations }
  const { volumes, instances, attachments, regions = ['RegionOne', 'RegionTwo'] } = options
  const cloud = createCloud({
    clock,
    durations: allDurations,
    regionNames: regions,
    keystone,
    release,
  })
  const { fill = () => seed(cloud, { volumes, instances, attachments }) } = options
  fill(cloud)
  return { cloud, handlers: handlersFor({ cloud, latencyMs }, { faults }), demoAccounts }
}
