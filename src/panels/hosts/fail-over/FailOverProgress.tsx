import type { Instance } from '#src/model/instance/instance.ts'
import type { InstanceId, Volume } from '#src/model/volume/volume.ts'
import { TaskList } from '#src/parts/progress/TaskList.tsx'
import { useTasksOf } from '#src/parts/use-known-instances.ts'
import { useAttachmentWork } from '#src/queries/attach/attachment-work.ts'

import { useStepWords } from './step-words.ts'

/** What is being done with the volume, step by step, and what came of each. */
export function FailOverProgress({
  volume,
  instances,
}: {
  volume: Volume
  instances: ReadonlyMap<InstanceId, Instance>
}) {
  const work = useAttachmentWork()
  const stepWords = useStepWords(instances)
  return (
    <TaskList
      tasks={useTasksOf(volume.id)}
      nameOf={({ step }) => stepWords(step)}
      onRetry={({ id }) => work.retry(id)}
      onStop={() => work.stop(volume.id)}
      onForget={() => work.forget(volume.id)}
    />
  )
}
