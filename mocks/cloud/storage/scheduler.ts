import type { Region } from '#mocks/cloud/cloud.ts'

import type { VolumeType } from './block-storage.ts'
import { capabilityOf, matches, type Capability } from './extra-specs.ts'

/** A storage back end's pool and what it can do. Sizes in GiB. */
export type Pool = {
  name: string
  capabilities: Readonly<Record<string, string | boolean>>
  total: number
  free: number
}

export const pools: readonly Pool[] = [
  {
    name: 'vm@shared#shared',
    capabilities: { volume_backend_name: 'shared', multiattach: true },
    total: 100_000,
    free: 90_000,
  },
  {
    name: 'vm@single#single',
    capabilities: { volume_backend_name: 'single', multiattach: false },
    total: 100_000,
    free: 90_000,
  },
]

/** Whether a type makes its volumes shareable; only this spelling does (Cinder, volume/api.py). */
export const isShareable = ({ extraSpecs }: Pick<VolumeType, 'extraSpecs'>) =>
  extraSpecs['multiattach'] === '<is> True'

/** All that a pool reports of itself, which is also what the scheduler goes by. */
export const capabilitiesOf = ({
  capabilities,
  total,
  free,
}: Pool): Readonly<Record<string, Capability>> => ({
  ...capabilities,
  vendor_name: 'Open Source',
  driver_version: '1.0.0',
  storage_protocol: 'fake',
  total_capacity_gb: total,
  free_capacity_gb: free,
  provisioned_capacity_gb: total - free,
  max_over_subscription_ratio: 20,
  reserved_percentage: 0,
  thin_provisioning_support: true,
  thick_provisioning_support: false,
  online_extend_support: true,
  QoS_support: false,
  allocated_capacity_gb: 0,
  filter_function: null,
  goodness_function: null,
})

/** Whether a pool has what a type wants (cinder/scheduler/filters/capabilities_filter.py). */
function suits(pool: Pool, { extraSpecs }: Pick<VolumeType, 'extraSpecs'>): boolean {
  const all = capabilitiesOf(pool)
  return Object.entries(extraSpecs).every(([key, wanted]) => {
    const name = capabilityOf(key)
    if (name === undefined) return true
    const value = Object.hasOwn(all, name) ? all[name] : undefined
    return value !== undefined && matches(value, wanted)
  })
}

/** Whether the scheduler knows a pool: that of a service that is in use (cinder/scheduler/host_manager.py). */
export const isServed = ({ storage }: Region, { name }: Pool): boolean =>
  ![...storage.disabledServices.keys()].some(({ host }) => name.startsWith(`${host}#`))

/** The pool for a volume, if there is one. */
export const poolFor = (
  region: Region,
  type: Pick<VolumeType, 'extraSpecs'>,
  size: number,
): Pool | undefined =>
  pools.find((pool) => pool.free >= size && isServed(region, pool) && suits(pool, type))

/** Whether volumes of a type may stay on the back end that they are on. */
export const fits = (type: Pick<VolumeType, 'extraSpecs'>, host: string | null): boolean => {
  const pool = pools.find(({ name }) => name === host)
  return pool !== undefined && suits(pool, type)
}
