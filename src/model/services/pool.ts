/** A size that a driver reports, in GiB; some tell that there is no end to it, or that they don't know. */
export type Capacity = number | 'infinite' | 'unknown'

/**
 * A storage pool as the scheduler sees it: where volumes can be put. The scheduler knows those of services that are up and
 * enabled only (cinder/scheduler/host_manager.py, `_update_backend_state_map`).
 */
export type Pool = {
  /** `host@backend#pool`; a volume's host is one of these. */
  name: string
  /** The name by which volume types ask for it (`volume_backend_name`); empty where the driver tells none. */
  backendName: string
  /** Whether volumes on it can be attached to several instances. */
  canShare: boolean
  total: Capacity
  free: Capacity
  /** GiB of the volumes that Cinder has put here. */
  allocatedGiB: number | null
  /** GiB that have been promised, to others than Cinder too. */
  provisionedGiB: number | null
  /** How many times its size may be promised, where it is thin; null where the driver does not tell. */
  maxOverSubscription: number | null
  /** Per cent of its size that are never given away. */
  reservedPercent: number
  /** All that the driver reports, values of any kind; empty where only the names were returned. */
  capabilities: Readonly<Record<string, unknown>>
}
