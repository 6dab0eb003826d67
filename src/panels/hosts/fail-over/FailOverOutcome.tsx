import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'

import { type AttachmentTask, isOver } from '#src/model/attach/attachment-work.ts'
import { shortId } from '#src/model/attach/holder.ts'
import { instanceName } from '#src/model/instance/instance.ts'
import { attachmentOf, type InstanceId, nameOf } from '#src/model/volume/volume.ts'
import { WaysOut } from '#src/panels/hosts/WaysOut.tsx'
import { useTasksOf } from '#src/parts/use-known-instances.ts'

import type { BegunFailOver, FailOver } from './use-fail-over.ts'

const newestFor = (tasks: readonly AttachmentTask[], instance: InstanceId) =>
  tasks.findLast(({ step }) => step.instanceId === instance)

/** What came of a fail over, once its steps are over: who holds the volume now, what stays, and what to do next. */
export function FailOverOutcome({
  failOver: { volume, instances, given, again },
  begun: { plan, to },
}: {
  failOver: FailOver
  begun: BegunFailOver
}) {
  const { t } = useTranslation('failOver')
  const tasks = useTasksOf(volume.id)
  const from = given.from.instanceId
  const nameFor = (id: InstanceId) => {
    const instance = instances.get(id)
    return instance ? instanceName(instance) : shortId(id)
  }
  const words = { volume: nameOf(volume), from: nameFor(from), to: nameFor(to) }
  const last = newestFor(tasks, to)
  if (last !== undefined && !isOver(last.progress)) return null
  const holds = last?.progress.state === 'attached' || attachmentOf(volume, to) !== undefined
  if (holds)
    return (
      <Alert severity="success" role="status">
        {t(plan.left ? 'outcome.both' : 'outcome.moved', words)}
        {plan.left && <WaysOut left={plan.left} instanceId={from} volumeId={volume.id} />}
      </Alert>
    )
  const free = attachmentOf(volume, from) === undefined
  return (
    <Alert
      severity="error"
      role="status"
      action={
        <Button color="inherit" onClick={again}>
          {t('outcome.again')}
        </Button>
      }
    >
      {t(free ? 'outcome.nobody' : 'outcome.unchanged', words)}
    </Alert>
  )
}
