import Box from '@mui/material/Box'

import type { AttachmentTask } from '#src/model/attach/attachment-work.ts'
import { namedHolder } from '#src/model/attach/holder.ts'
import { FailureNotice } from '#src/parts/FailureNotice.tsx'
import { useKnownInstances } from '#src/parts/use-known-instances.ts'

/** Why attaching or detaching failed, instance by instance. */
export function FailedSteps({ tasks }: { tasks: readonly AttachmentTask[] }) {
  const instances = useKnownInstances()
  return tasks.map(
    ({ id, step, progress }) =>
      progress.state === 'failed' && (
        <Box key={id} sx={{ mt: 0.5 }}>
          <bdi>{namedHolder(step.instanceId, null, instances).name}</bdi>
          <FailureNotice failure={progress.failure} />
        </Box>
      ),
  )
}
