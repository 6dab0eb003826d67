import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { AttachmentTask } from '#src/model/attach/attachment-work.ts'
import type { KnownInstances } from '#src/model/attach/holder.ts'
import type { InstanceId, VolumeId } from '#src/model/volume/volume.ts'
import { useAttachmentTasks } from '#src/queries/attach/attachment-work.ts'
import { instancesQuery } from '#src/queries/attach/instances.ts'
import { useScope } from '#src/queries/session.ts'

/** The project's instances by id, or why they are not known. */
export function useKnownInstances(): KnownInstances {
  const { data, isError } = useQuery(instancesQuery(useScope()))
  return data ?? (isError ? 'unavailable' : 'loading')
}

/** What is being attached and detached of a volume. */
export function useTasksOf(volumeId: VolumeId): readonly AttachmentTask[] {
  const tasks = useAttachmentTasks()
  return useMemo(() => tasks.filter((task) => task.volumeId === volumeId), [tasks, volumeId])
}

/** What is being attached to an instance and detached from it. */
export const useTasksFor = (instanceId: InstanceId): readonly AttachmentTask[] =>
  useAttachmentTasks().filter(({ step }) => step.instanceId === instanceId)
