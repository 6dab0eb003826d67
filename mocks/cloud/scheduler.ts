import type { VolumeType } from './block-storage.ts'
import type { Region } from './cloud.ts'

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

function offers(pool: Pool, key: string, wanted: string): boolean {
  const offered = pool.capabilities[key]
  const flag = /^<is>\s+(true|false)$/i.exec(wanted)?.[1]
  if (flag !== undefined) return offered === (flag.toLowerCase() === 'true')
  return String(offered) === wanted
}

/** Specs with another scope than `capabilities` are for drivers and don't count here. */
const counts = (key: string) => !key.includes(':') || key.startsWith('capabilities:')

/** Whether the scheduler knows a pool: that of a service that is in use (cinder/scheduler/host_manager.py). */
export const isServed = ({ storage }: Region, { name }: Pool): boolean =>
  ![...storage.disabledServices.keys()].some(({ host }) => name.startsWith(`${host}#`))

/** The pool for a volume, if there is one. */
export const poolFor = (
  region: Region,
  type: Pick<VolumeType, 'extraSpecs'>,
  size: number,
): Pool | undefined =>
  pools.find(
    (pool) =>
      pool.free >= size &&
      isServed(region, pool) &&
      Object.entries(type.extraSpecs)
        .filter(([key]) => counts(key))
        .every(([key, wanted]) => offers(pool, key.replace('capabilities:', ''), wanted)),
  )

/** Whether volumes of a type may stay on the back end that they are on. */
export const fits = (type: Pick<VolumeType, 'extraSpecs'>, host: string | null): boolean => {
  const pool = pools.find(({ name }) => name === host)
  return (
    pool !== undefined &&
    Object.entries(type.extraSpecs)
      .filter(([key]) => counts(key))
      .every(([key, wanted]) => offers(pool, key.replace('capabilities:', ''), wanted))
  )
}
