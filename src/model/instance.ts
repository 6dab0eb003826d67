import type { ProjectId } from './session.ts'
import type { InstanceId, VolumeId } from './volume.ts'

/** A server of Nova's, as far as attaching volumes needs it. */
export type Instance = {
  id: InstanceId
  /** Empty where Nova gives none. */
  name: string
  /** Nova's status, such as ACTIVE, SHUTOFF or SHELVED_OFFLOADED; clouds may name others. */
  status: string
  /** What Nova is doing to it just now, such as `rebooting`; null when nothing. */
  taskState: string | null
  availabilityZone: string | null
  /** Compute host; told to administrators only. */
  host: string | null
  /** Whether it is locked, so that only administrators may change it. */
  locked: boolean
  /** The volumes that Nova says it has. */
  volumeIds: readonly VolumeId[]
  projectId: ProjectId | null
  /** ms since the epoch. */
  createdAt: number | null
}

/** The instance's name, or its id where it has none. */
export const instanceName = ({ name, id }: Pick<Instance, 'name' | 'id'>): string => name || id

/** Whether its guest runs, so that it may be using a volume at this moment. */
export const isRunning = ({ status }: Pick<Instance, 'status'>): boolean =>
  status === 'ACTIVE' || status === 'RESCUE'
