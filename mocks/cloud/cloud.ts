import { Compute } from '#mocks/cloud/compute/compute.ts'
import { Identity } from '#mocks/cloud/identity/identity.ts'
import type { KeystoneBehaviour } from '#mocks/cloud/identity/keystone-behaviour.ts'
import { Policies } from '#mocks/cloud/identity/policies.ts'
import { BlockStorage } from '#mocks/cloud/storage/block-storage.ts'

import type { Clock } from './clock.ts'
import type { Durations } from './durations.ts'
import { Faults } from './faults.ts'
import { Images } from './images.ts'
import type { Release } from './release.ts'

/** The services of one region. */
export type Region = {
  name: string
  clock: Clock
  durations: Durations
  storage: BlockStorage
  compute: Compute
  images: Images
}

/** The whole embedded cloud: one Keystone, and the other services once for each region. */
export type Cloud = {
  clock: Clock
  identity: Identity
  faults: Faults
  policies: Policies
  /** The release that the cloud was made as. */
  readonly madeAs: Release
  /** The release that it is now. */
  release: Release
  /** The newest microversion of a service, where it is another than the release's: `3.41`. */
  newest: { volume?: string | undefined; compute?: string | undefined }
  regions: readonly Region[]
}

export const createRegion = (name: string, clock: Clock, durations: Durations): Region => ({
  name,
  clock,
  durations,
  storage: new BlockStorage(),
  compute: new Compute(),
  images: new Images(),
})

/** An empty cloud. */
export const createCloud = ({
  clock,
  durations,
  regionNames,
  keystone,
  release,
}: {
  clock: Clock
  durations: Durations
  regionNames: readonly string[]
  keystone: Partial<KeystoneBehaviour> | undefined
  release: Release
}): Cloud => ({
  clock,
  identity: new Identity(clock, keystone),
  faults: new Faults(),
  policies: new Policies(),
  madeAs: release,
  release,
  newest: {},
  regions: regionNames.map((name) => createRegion(name, clock, durations)),
})
