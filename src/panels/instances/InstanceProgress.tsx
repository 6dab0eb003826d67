import type { AttachmentStep } from '#src/model/attach/attachment-step.ts'
import { shortId } from '#src/model/attach/holder.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import { nameOf, type VolumeId } from '#src/model/volume/volume.ts'
import { TaskList } from '#src/parts/progress/TaskList.tsx'
import { useTasksFor } from '#src/parts/use-known-instances.ts'
import { useVolumeIndex } from '#src/parts/use-known-volumes.ts'
import { useAttachmentWork } from '#src/queries/attach/attachment-work.ts'

/** What is being attached to an instance or detached from it, volume by volume, and what came of it. */
export function InstanceProgress({
  instance,
  act,
}: {
  instance: Instance
  act: AttachmentStep['act']
}) {
  const work = useAttachmentWork()
  const tasks = useTasksFor(instance.id).filter(({ step }) => step.act === act)
  const { byId } = useVolumeIndex()
  const name = (id: VolumeId) => {
    const volume = byId.get(id)
    return volume ? nameOf(volume) : shortId(id)
  }
  return (
    <TaskList
      tasks={tasks}
      nameOf={({ volumeId }) => name(volumeId)}
      onRetry={({ id }) => work.retry(id)}
      onStop={() => tasks.forEach(({ volumeId }) => work.stop(volumeId, instance.id))}
      onForget={() => work.forget(undefined, instance.id)}
    />
  )
}
