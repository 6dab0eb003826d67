import type { Instance } from '#src/model/instance/instance.ts'
import { compareNames } from '#src/model/natural-order.ts'
import type { VolumeList } from '#src/model/volume/volume-list.ts'
import {
  attachmentOf,
  type InstanceId,
  nameOf,
  type Volume,
  type VolumeId,
} from '#src/model/volume/volume.ts'

import type { AttachmentTask } from './attachment-work.ts'
import { type Holder, shortId, stateAfter } from './holder.ts'

/** A volume that an instance holds, or is about to: a `Holder` seen from the other side. */
export type HeldVolume = {
  /** Id of the attachment, of the volume, or of the step that is to make one. */
  key: string
  volumeId: VolumeId
  /** Undefined where the list of volumes does not have it. */
  volume: Volume | undefined
  /** The volume's name, or what there is instead of it. */
  name: string
  /** Why there is no name: the list is still being read, or the volume is gone or in another project. */
  nameless: 'loading' | 'not-visible' | undefined
  device: string | null
  /** ms since the epoch. */
  attachedAt: number | null
  /** How many hold the volume, this instance among them once it does. */
  holders: number
  state: Holder['state']
}

/** The list of volumes, by what one looks for in it. */
export type VolumeIndex = {
  byId: ReadonlyMap<VolumeId, Volume>
  /** The volumes that each instance holds by Cinder's attachments. */
  byInstance: ReadonlyMap<InstanceId, readonly Volume[]>
  /** Whether the list is complete. */
  complete: boolean
}

const indexes = new WeakMap<VolumeList, VolumeIndex>()

/** The index of a list: made in one pass, and once for each list, however many rows ask for it. */
export function volumeIndex(list: VolumeList): VolumeIndex {
  const known = indexes.get(list)
  if (known) return known
  const byId = new Map(list.volumes.map((volume) => [volume.id, volume]))
  const index = { byId, byInstance: volumesByInstance(list.volumes), complete: list.complete }
  indexes.set(list, index)
  return index
}

/** What there is before there is a list. */
export const noVolumes: VolumeIndex = { byId: new Map(), byInstance: new Map(), complete: false }

function volumesByInstance(volumes: readonly Volume[]): Map<InstanceId, Volume[]> {
  const held = new Map<InstanceId, Volume[]>()
  for (const volume of volumes)
    for (const { instanceId } of volume.attachments) {
      if (instanceId === null) continue
      const known = held.get(instanceId)
      if (known === undefined) held.set(instanceId, [volume])
      // Once, however many attachments the same instance has by a fault.
      else if (known.at(-1) !== volume) known.push(volume)
    }
  return held
}

/** A volume that only Nova tells of, since the list of volumes does not have it. */
const unknownVolume = (volumeId: VolumeId, complete: boolean): HeldVolume => ({
  key: volumeId,
  volumeId,
  volume: undefined,
  name: shortId(volumeId),
  nameless: complete ? 'not-visible' : 'loading',
  device: null,
  attachedAt: null,
  holders: 1,
  state: 'attached',
})

const deviceOrName = ({ device, name }: HeldVolume) => device ?? `~${name}`

/**
 * All volumes of an instance, by device: those that Cinder says it holds, those that only Nova knows of, and, behind,
 * those that are just being attached.
 * @param tasks steps for this instance
 */
export function heldVolumesOf(
  instance: Pick<Instance, 'id' | 'volumeIds'>,
  { byId, byInstance, complete }: VolumeIndex,
  tasks: readonly AttachmentTask[] = [],
): HeldVolume[] {
  const held = byInstance.get(instance.id) ?? []
  const newest = new Map(tasks.map((task) => [task.volumeId, task]))
  const holding = held.map((volume): HeldVolume => {
    const attachment = attachmentOf(volume, instance.id)
    const task = newest.get(volume.id)
    return {
      key: attachment?.id ?? volume.id,
      volumeId: volume.id,
      volume,
      name: nameOf(volume),
      nameless: undefined,
      device: attachment?.device ?? null,
      attachedAt: attachment?.attachedAt ?? null,
      holders: volume.attachments.length,
      state: task && stateAfter(task) === 'detaching' ? 'detaching' : 'attached',
    }
  })
  const known = new Set(held.map(({ id }) => id))
  const coming = [...newest.values()]
    .filter(({ volumeId }) => !known.has(volumeId))
    .flatMap((task): HeldVolume[] => {
      if (stateAfter(task) !== 'attaching') return []
      const volume = byId.get(task.volumeId)
      return [
        {
          ...unknownVolume(task.volumeId, complete),
          key: task.id,
          holders: volume?.attachments.length ?? 0,
          state: 'attaching',
          ...(volume && { volume, name: nameOf(volume), nameless: undefined }),
        },
      ]
    })
  // Nova's list may be older: a volume that Cinder lists without this holder, or that has a step of ours, is left to that.
  const others = (instance.volumeIds ?? [])
    .filter((id) => !known.has(id) && !newest.has(id) && !byId.has(id))
    .map((id) => unknownVolume(id, complete))
  const made = [...holding, ...others].toSorted((a, b) =>
    compareNames(deviceOrName(a), deviceOrName(b)),
  )
  return [...made, ...coming]
}
