import type { ProjectId } from '#src/model/cloud/session.ts'
import type { InstanceId, VolumeId } from '#src/model/volume/volume.ts'

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
  /** Compute host; returned to administrators only. */
  host: string | null
  /** Whether it is locked, so that only administrators may change it. */
  locked: boolean
  /** Ids of its volumes in Nova; null where Nova does not return them, such as for instances in a cell that is down. */
  volumeIds: readonly VolumeId[] | null
  projectId: ProjectId | null
  /** ms since the epoch. */
  createdAt: number | null
}

/** The instance's name, or its id where it has none. */
export const instanceName = ({ name, id }: Pick<Instance, 'name' | 'id'>): string => name || id

/** Whether its guest runs, so that it may be using a volume at this moment. */
export const isRunning = ({ status }: Pick<Instance, 'status'>): boolean =>
  status === 'ACTIVE' || status === 'RESCUE'

type Comparison = (a: Instance, b: Instance) => boolean

const equalIn =
  (field: keyof Instance): Comparison =>
  (a, b) =>
    a[field] === b[field]

const comparisons: Record<keyof Instance, Comparison> = {
  id: equalIn('id'),
  name: equalIn('name'),
  status: equalIn('status'),
  taskState: equalIn('taskState'),
  availabilityZone: equalIn('availabilityZone'),
  host: equalIn('host'),
  locked: equalIn('locked'),
  projectId: equalIn('projectId'),
  createdAt: equalIn('createdAt'),
  volumeIds: ({ volumeIds: a }, { volumeIds: b }) =>
    a === null || b === null
      ? a === b
      : a.length === b.length && a.every((id, place) => id === b[place]),
}
const allComparisons = Object.values(comparisons)

/** The instances that are known, by id. */
export type Instances = ReadonlyMap<InstanceId, Instance>

/** What was read, with what is as it was before left the same object, so that nothing is drawn again for it. */
export function keepingSame(before: Instances | undefined, read: Instances): Instances {
  if (before === undefined) return read
  let changed = before.size !== read.size
  const kept = new Map(read)
  for (const [id, now] of read) {
    const known = before.get(id)
    if (known !== undefined && allComparisons.every((same) => same(known, now))) kept.set(id, known)
    else changed = true
  }
  return changed ? kept : before
}
