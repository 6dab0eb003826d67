import type { AttachmentTask } from './attachment-work.ts'
import { type Holder, shortId, stateAfter } from './holder.ts'
import type { Instance } from './instance.ts'
import type { VolumeList } from './volume-list.ts'
import { attachmentOf, type InstanceId, nameOf, type Volume, type VolumeId } from './volume.ts'

/** A volume that an instance holds, is about to, or could not take: a `Holder` seen from the other side. */
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

/** The volumes that each instance holds by Cinder's attachments: one pass over the list, whatever the number of rows. */
export function volumesByInstance(
  volumes: readonly Volume[],
): ReadonlyMap<InstanceId, readonly Volume[]> {
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

const collator = new Intl.Collator('en', { numeric: true })
const deviceOrName = ({ device, name }: HeldVolume) => device ?? `~${name}`

/**
 * All volumes of an instance, by device: those that Cinder says it holds, those that only Nova knows of, and, behind,
 * those that are just being attached and those that failed.
 * @param held those of `volumesByInstance`
 * @param tasks steps, of any instance
 */
export function heldVolumesOf(
  instance: Instance,
  held: readonly Volume[],
  list: Pick<VolumeList, 'volumes' | 'complete'> | undefined,
  tasks: readonly AttachmentTask[] = [],
): HeldVolume[] {
  const newest = new Map(
    tasks
      .filter(({ step }) => step.instanceId === instance.id)
      .map((task) => [task.volumeId, task] as const),
  )
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
      const state = stateAfter(task)
      if (state !== 'attaching' && state !== 'failed') return []
      const volume = list?.volumes.find(({ id }) => id === task.volumeId)
      return [
        {
          ...unknownVolume(task.volumeId, list?.complete ?? false),
          key: task.id,
          holders: volume?.attachments.length ?? 0,
          state,
          ...(volume && { volume, name: nameOf(volume), nameless: undefined }),
        },
      ]
    })
  // Nova's list is older than Cinder's: what has a step of ours, or is in Cinder's list without this holder, is left to that.
  const listed = new Set(list?.volumes.map(({ id }) => id))
  const others = instance.volumeIds
    .filter((id) => !known.has(id) && !newest.has(id) && !listed.has(id))
    .map((id) => unknownVolume(id, list?.complete ?? false))
  const made = [...holding, ...others].toSorted((a, b) =>
    collator.compare(deviceOrName(a), deviceOrName(b)),
  )
  return [...made, ...coming]
}
