import { namedHolder } from '#src/model/attach/holder.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { useKnownInstances, useTasksOf } from '#src/parts/use-known-instances.ts'
import { useAttachmentWork } from '#src/queries/attach/attachment-work.ts'

import { TaskList } from './TaskList.tsx'

/** What is being done with a volume, instance by instance, and what came of it. */
export function ProgressList({ volume }: { volume: Volume }) {
  const work = useAttachmentWork()
  const instances = useKnownInstances()
  return (
    <TaskList
      tasks={useTasksOf(volume.id)}
      nameOf={({ step }) => namedHolder(step.instanceId, null, instances).name}
      onRetry={({ id }) => work.retry(id)}
      onStop={() => work.stop(volume.id)}
      onForget={() => work.forget(volume.id)}
    />
  )
}
