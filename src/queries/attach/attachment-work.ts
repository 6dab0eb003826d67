import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

import type { AttachmentCloud } from '#src/model/attach/attachment-step.ts'
import {
  type AttachmentTask,
  type AttachmentWork,
  createAttachmentWork,
  isOver,
  mayRetry,
} from '#src/model/attach/attachment-work.ts'
import type { CarryOut } from '#src/model/attach/run-step.ts'
import { realClock } from '#src/model/clock.ts'
import { bothScopes, type Scope } from '#src/model/cloud/scope.ts'
import { type InstanceId, isChangingStatus, type VolumeId } from '#src/model/volume/volume.ts'
import { explainInstanceAction } from '#src/openstack/compute/instance-actions.ts'
import { attachVolume, detachVolume } from '#src/openstack/compute/server-attachments.ts'
import {
  ApiError,
  isNotFound,
  isSignedOut,
  isUncertainFailure,
  pauseAfter,
} from '#src/openstack/http/api-error.ts'
import { useScope } from '#src/queries/session.ts'
import { lookAtVolume } from '#src/queries/volumes/volumes.ts'

import { attachmentsKey } from './attachments.ts'
import { instancesKey } from './instances.ts'

/** The status that a refusal blames: one that passes, or one that is not named. */
const blamesPassingStatus = (status: string | undefined) =>
  status !== undefined && (status === 'unknown' || isChangingStatus(status))

/** The cloud as the work on attachments sees it; each look at a volume is also the table's. */
export const attachmentCloud = (client: QueryClient, scope: Scope): AttachmentCloud => ({
  attach: (volume, instance, device) => attachVolume(scope, volume, instance, device),
  detach: (volume, instance) => detachVolume(scope, volume, instance),
  look: (volume) => lookAtVolume(client, scope, volume),
  explain: (instance, requestId) =>
    requestId === undefined
      ? Promise.resolve({ message: null })
      : explainInstanceAction(scope, instance, requestId),
  wasForStatus: (error) =>
    error instanceof ApiError && blamesPassingStatus(error.details.volumeStatus),
  isUncertain: isUncertainFailure,
  pauseMs: pauseAfter,
  endsLooking: (error) => isNotFound(error) || isSignedOut(error),
})

/** Fetches the code that carries steps out, which is no part of a first visit. */
export const loadRunStep = () => import('#src/model/attach/run-step.ts')

/** Carries a step out once its code is there. A step whose code can't be fetched was never begun. */
const carryOutLate: CarryOut = async function* carryOutLate(volumeId, step, around) {
  let engine: Awaited<ReturnType<typeof loadRunStep>>
  try {
    engine = await loadRunStep()
  } catch (reason) {
    const error = reason instanceof Error ? reason : new Error(String(reason))
    return yield { state: 'failed', failure: { kind: 'refused', error } }
  }
  yield* engine.runStep(volumeId, step, around)
}

const works = new WeakMap<QueryClient, Map<string, AttachmentWork>>()

/** The work on attachments in a project; it goes on whatever is drawn, until the page is left. */
export function attachmentWorkOf(client: QueryClient, scope: Scope): AttachmentWork {
  const byPlace = works.get(client) ?? new Map<string, AttachmentWork>()
  works.set(client, byPlace)
  const place = [scope.user.id, scope.project.id, scope.region].join(' ')
  const known = byPlace.get(place)
  if (known) return known
  const work = createAttachmentWork({
    runStep: carryOutLate,
    cloud: attachmentCloud(client, scope),
    clock: realClock,
    newId: () => crypto.randomUUID(),
    onOver: ({ volumeId }) => {
      for (const breadth of bothScopes(scope)) {
        void client.invalidateQueries({ queryKey: attachmentsKey(breadth, volumeId) })
        void client.invalidateQueries({ queryKey: instancesKey(breadth) })
      }
    },
  })
  byPlace.set(place, work)
  return work
}

/** Drops all steps that have not begun, in every project: the window goes on elsewhere. */
export function stopAttachmentWork(client: QueryClient): void {
  for (const work of works.get(client)?.values() ?? [])
    for (const { volumeId } of work.getSnapshot()) work.stop(volumeId)
}

/**
 * Ends all work, in every project, and forgets it: its person has left. The next session starts with none, and with its own
 * microversions.
 */
export function quitAttachmentWork(client: QueryClient): void {
  for (const work of works.get(client)?.values() ?? []) work.quit()
  works.delete(client)
}

/** The work on attachments in the session's project. */
export const useAttachmentWork = (): AttachmentWork =>
  attachmentWorkOf(useQueryClient(), useScope())

/** All attaching and detaching of the session's project, under way and ended. */
export function useAttachmentTasks(): readonly AttachmentTask[] {
  const work = useAttachmentWork()
  return useSyncExternalStore(work.subscribe, work.getSnapshot)
}

/** The volumes that the work is at, and so looks at closely. */
export const volumesAtWork = (tasks: readonly AttachmentTask[]): Set<VolumeId> =>
  new Set(tasks.filter(({ progress }) => !isOver(progress)).map(({ volumeId }) => volumeId))

/** Some of the steps that a volume was to take failed. */
export class StepsFailed extends Error {
  override readonly name = 'StepsFailed'
  readonly tasks: readonly AttachmentTask[]

  constructor(tasks: readonly AttachmentTask[]) {
    super(`${tasks.length} steps failed`)
    this.tasks = tasks
  }
}

/**
 * Detaches a volume from instances, by the work, and follows it to its end.
 * @throws StepsFailed with those that failed or were stopped
 */
export async function detachFrom(
  work: AttachmentWork,
  volumeId: VolumeId,
  instanceIds: readonly InstanceId[],
): Promise<void> {
  work.start(
    volumeId,
    instanceIds.map((instanceId) => ({ act: 'detach', instanceId })),
  )
  const wanted = new Set(instanceIds)
  const ours = () =>
    work
      .getSnapshot()
      .filter((task) => task.volumeId === volumeId && wanted.has(task.step.instanceId))
  const { promise, resolve } = Promise.withResolvers<void>()
  const look = () => ours().every(({ progress }) => isOver(progress)) && resolve()
  const leave = work.subscribe(look)
  look()
  await promise
  leave()
  const failed = ours().filter(({ progress }) => mayRetry(progress))
  if (failed.length > 0) throw new StepsFailed(failed)
}
