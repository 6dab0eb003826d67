import { type Instance, instanceName, type Instances } from '#src/model/instance/instance.ts'
import { compareNames } from '#src/model/natural-order.ts'
import type { InstanceId, Volume } from '#src/model/volume/volume.ts'

import type { AttachmentTask } from './attachment-work.ts'
import { isOver } from './attachment-work.ts'

/** Why an instance is shown without its name. */
export type Nameless =
  /** The list of instances is still being read. */
  | 'loading'
  /** The list of instances could not be read. */
  | 'unavailable'
  /** It is not in the list: deleted, or in another project. */
  | 'not-visible'
  /** A host holds the volume, not an instance. */
  | 'host'

/** Somebody who holds a volume, or is about to. */
export type Holder = {
  key: string
  instanceId: InstanceId | null
  instance: Instance | undefined
  /** The instance's name, or what there is instead of it. */
  name: string
  nameless: Nameless | undefined
  device: string | null
  hostName: string | null
  attachedAt: number | null
  /** `failed` is what Cinder's own record of an attachment says; an attempt of ours that failed makes no holder. */
  state: 'attached' | 'attaching' | 'detaching' | 'failed'
}

/** The list of instances: those known by id, or why there is none. */
export type KnownInstances = Instances | 'loading' | 'unavailable'

/** The first part of an id, which is enough to tell it from others on a page. */
export const shortId = (id: string): string => id.slice(0, 8)

/** What to call a holder, as far as the list of instances tells. */
export function namedHolder(
  instanceId: InstanceId | null,
  hostName: string | null,
  instances: KnownInstances,
): Pick<Holder, 'name' | 'nameless' | 'instance'> {
  if (instanceId === null) return { name: hostName ?? '', nameless: 'host', instance: undefined }
  const name = shortId(instanceId)
  if (typeof instances === 'string') return { name, nameless: instances, instance: undefined }
  const instance = instances.get(instanceId)
  return instance
    ? { name: instanceName(instance), nameless: undefined, instance }
    : { name, nameless: 'not-visible', instance: undefined }
}

/** What the newest step for an instance makes of its attachment; undefined where it leaves it as it is. */
export function stateAfter({ step, progress }: AttachmentTask): Holder['state'] | undefined {
  if (progress.state === 'failed') return step.act === 'attach' ? 'failed' : undefined
  if (isOver(progress)) return undefined
  return step.act === 'attach' ? 'attaching' : 'detaching'
}

/**
 * Who holds the volume: its attachments by instance name, with those that are just being made behind. `tasks` are the
 * steps of this volume.
 */
export function holdersOf(
  volume: Pick<Volume, 'attachments'>,
  instances: KnownInstances,
  tasks: readonly AttachmentTask[] = [],
): Holder[] {
  const newest = new Map(tasks.map((task) => [task.step.instanceId, task]))
  const holding = volume.attachments.map((attachment): Holder => {
    const { id, instanceId, device, hostName, attachedAt } = attachment
    const task = instanceId === null ? undefined : newest.get(instanceId)
    const state = task && stateAfter(task)
    return {
      key: id,
      instanceId,
      device,
      hostName,
      attachedAt,
      state: state === 'detaching' ? 'detaching' : 'attached',
      // Cinder tells host names to administrators only.
      ...namedHolder(instanceId, hostName || shortId(id), instances),
    }
  })
  const held = new Set(holding.map(({ instanceId }) => instanceId))
  const coming = [...newest.values()]
    .filter(({ step }) => !held.has(step.instanceId))
    .flatMap((task): Holder[] => {
      if (stateAfter(task) !== 'attaching') return []
      const { instanceId } = task.step
      const none = { device: null, hostName: null, attachedAt: null }
      const state = 'attaching'
      return [
        { key: task.id, instanceId, ...none, state, ...namedHolder(instanceId, null, instances) },
      ]
    })
  return [...holding.toSorted(byName), ...coming]
}

const byName = (a: Holder, b: Holder) => compareNames(a.name, b.name)
