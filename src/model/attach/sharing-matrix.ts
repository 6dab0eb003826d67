import type { Instance } from '#src/model/instance/instance.ts'
import { compareNames } from '#src/model/natural-order.ts'
import { contains, folded } from '#src/model/search-text.ts'
import { type InstanceId, nameOf, type Volume, type VolumeId } from '#src/model/volume/volume.ts'

import type { AttachmentTask } from './attachment-work.ts'
import {
  type Holder,
  type KnownInstances,
  namedHolder,
  type Nameless,
  stateAfter,
} from './holder.ts'

/** Why an instance counts as lacking a volume: what those with whom it shares another one have. */
export type Gap = {
  /** The volume that it shares with them. */
  through: Volume
  /** How many of them hold the volume that it lacks. */
  holding: number
  /** How many of them there are. */
  others: number
}

/** Gaps by volume, then by the instance that lacks it. */
export type Gaps = ReadonlyMap<VolumeId, ReadonlyMap<InstanceId, Gap>>

const holdersIn = ({ attachments }: Volume): Set<InstanceId> =>
  new Set(attachments.flatMap(({ instanceId }) => (instanceId === null ? [] : [instanceId])))

/**
 * Which instances lack a volume that their neighbours hold. Neighbours are those that share a volume with the instance; it
 * lacks what more than half of those who share one with it hold. So a node of a cluster of two lacks what the other
 * has, and a disk that only three of twelve nodes are meant to hold is missing nowhere. Instances that are gone or not
 * visible are nobody's neighbours.
 */
export function gapsIn(volumes: readonly Volume[], instances: KnownInstances): Gaps {
  const isThere = (id: InstanceId) => typeof instances === 'string' || instances.has(id)
  const holders = volumes.map((volume) => new Set([...holdersIn(volume)].filter(isThere)))
  const heldBy = new Map<InstanceId, number[]>()
  for (const [place, ids] of holders.entries())
    for (const id of ids) {
      const places = heldBy.get(id)
      if (places) places.push(place)
      else heldBy.set(id, [place])
    }

  const gaps = new Map<VolumeId, Map<InstanceId, Gap>>()
  for (const [place, through] of volumes.entries()) {
    const sharers = holders[place] ?? new Set()
    const others = sharers.size - 1
    // How many of the sharers hold each volume; by place, since there may be millions to count.
    const held = new Uint32Array(volumes.length)
    for (const id of sharers)
      for (const one of heldBy.get(id) ?? []) held[one] = (held[one] ?? 0) + 1
    for (const [one, volume] of volumes.entries()) {
      const holding = held[one] ?? 0
      // Who lacks the volume is not among those who hold it, so all of these are others.
      if (holding > others || holding * 2 <= others) continue
      const lacking = gaps.get(volume.id) ?? new Map<InstanceId, Gap>()
      const mayLack = heldBy.size - (holders[one]?.size ?? 0)
      if (lacking.size === mayLack) continue
      for (const id of sharers)
        if (!holders[one]?.has(id) && !lacking.has(id))
          lacking.set(id, { through, holding, others })
      if (lacking.size > 0) gaps.set(volume.id, lacking)
    }
  }
  return gaps
}

/** What of the matrix is shown; what is left out does not matter. */
export type SharingFilter = {
  /** Found in the volume's name, id, type or description. */
  volume?: string | undefined
  /** Found in the instance's name or id; names instances that hold nothing too. */
  instance?: string | undefined
  zone?: string | undefined
  /** Only volumes that some instance lacks. */
  gaps?: boolean | undefined
}

/** An instance as a column of the matrix. */
export type SharingColumn = {
  id: InstanceId
  name: string
  nameless: Nameless | undefined
  instance: Instance | undefined
}

/** Who shares what: shareable volumes as rows, instances as columns. */
export type SharingMatrix = {
  volumes: readonly Volume[]
  instances: readonly SharingColumn[]
  gaps: Gaps
  /** How many gaps there are in what is shown. */
  gapCount: number
}

const saysVolume = (volume: Volume, wanted: string) =>
  contains([volume.name, volume.typeName, volume.description], wanted) ||
  volume.id.startsWith(wanted)

/** The volumes that a matrix is made of: those that can be shared, by name. */
export const shareableVolumes = (volumes: readonly Volume[]): Volume[] =>
  volumes
    .filter(({ shareable, attachments }) => shareable || attachments.length > 1)
    .toSorted((a, b) => compareNames(nameOf(a), nameOf(b)))

/**
 * The matrix of `volumes`, as `shareableVolumes` gives them. Its columns are the instances that hold one of its volumes
 * or lack one, or, where the filter names instances, all that it names.
 */
export function sharingMatrix(
  volumes: readonly Volume[],
  instances: KnownInstances,
  gaps: Gaps,
  filter: SharingFilter = {},
): SharingMatrix {
  const volumeText = folded(filter.volume ?? '')
  const instanceText = folded(filter.instance ?? '')
  const rows = volumes.filter(
    (volume) =>
      (volumeText === '' || saysVolume(volume, volumeText)) &&
      (!filter.gaps || gaps.has(volume.id)),
  )
  const ids = new Set<InstanceId>()
  for (const volume of rows) {
    for (const id of holdersIn(volume)) ids.add(id)
    for (const id of gaps.get(volume.id)?.keys() ?? []) ids.add(id)
  }
  if (instanceText !== '' && typeof instances !== 'string')
    for (const id of instances.keys()) ids.add(id)
  const columns = [...ids]
    .map((id): SharingColumn => ({ id, ...namedHolder(id, null, instances) }))
    .filter(
      ({ id, name, instance }) =>
        (instanceText === '' || contains([name], instanceText) || id.startsWith(instanceText)) &&
        (filter.zone === undefined || instance?.availabilityZone === filter.zone),
    )
    // Those whose name is not known stand last, for their ids tell nobody where to look.
    .toSorted(
      (a, b) =>
        Number(a.nameless !== undefined) - Number(b.nameless !== undefined) ||
        compareNames(a.name, b.name),
    )
  const gapCount = rows.reduce((sum, { id }) => {
    const lacking = gaps.get(id)
    return sum + (lacking ? columns.filter((column) => lacking.has(column.id)).length : 0)
  }, 0)
  return { volumes: rows, instances: columns, gaps, gapCount }
}

/** Where a volume and an instance meet. */
export type SharingCell = {
  state: Holder['state'] | 'none'
  device: string | null
  /** Why it counts as missing, where it does. */
  gap: Gap | undefined
  /** What was done last with the two, as long as it is remembered. */
  task: AttachmentTask | undefined
}

/**
 * Tells what is where the volume meets an instance.
 * @param lacking who lacks the volume, as `gapsIn` found
 * @param tasks steps of this volume
 */
export function sharingCells(
  volume: Volume,
  lacking: ReadonlyMap<InstanceId, Gap> | undefined,
  tasks: readonly AttachmentTask[],
): (instanceId: InstanceId) => SharingCell {
  const held = new Map(volume.attachments.map((attachment) => [attachment.instanceId, attachment]))
  const newest = new Map(tasks.map((task) => [task.step.instanceId, task]))
  return (instanceId) => {
    const attachment = held.get(instanceId)
    const task = newest.get(instanceId)
    const after = task && stateAfter(task)
    const device = attachment?.device ?? null
    if (attachment)
      return { state: after === 'detaching' ? after : 'attached', device, gap: undefined, task }
    const state = after === 'attaching' || after === 'failed' ? after : 'none'
    return { state, device, gap: lacking?.get(instanceId), task }
  }
}
