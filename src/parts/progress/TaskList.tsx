import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import type { StepProgress } from '#src/model/attach/attachment-step.ts'
import { type AttachmentTask, isOver, mayRetry } from '#src/model/attach/attachment-work.ts'
import { mayPass } from '#src/openstack/http/error-lasting.ts'
import { FailureNotice } from '#src/parts/FailureNotice.tsx'
import { progressTone, useProgressWords } from '#src/parts/words/progress-words.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'

/** Steps of attaching and detaching, each under the name of what it is for, and what came of it. */
export function TaskList({
  tasks,
  nameOf,
  onRetry,
  onStop,
  onForget,
}: {
  tasks: readonly AttachmentTask[]
  nameOf: (task: AttachmentTask) => string
  onRetry: (task: AttachmentTask) => void
  /** Cancels the steps that have not started. */
  onStop: () => void
  /** Forgets those that have ended. */
  onForget: () => void
}) {
  const { t } = useTranslation('attachments')
  if (tasks.length === 0) return null
  return (
    <Stack spacing={1}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography component="h3" sx={{ fontWeight: 600, flex: 1 }}>
          {t('progress.title')}
        </Typography>
        {tasks.some(({ progress }) => !isOver(progress)) && (
          <Button size="small" title={t('progress.stopHint')} onClick={onStop}>
            {t('progress.stop')}
          </Button>
        )}
        {tasks.some(({ progress }) => isOver(progress)) && (
          <Button size="small" onClick={onForget}>
            {t('progress.clear')}
          </Button>
        )}
      </Box>
      <Box component="ul" aria-label={t('progress.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {tasks.map((task) => (
          <TaskItem key={task.id} task={task} name={nameOf(task)} onRetry={() => onRetry(task)} />
        ))}
      </Box>
    </Stack>
  )
}

/** Whether trying again can come out otherwise: a refusal for good stays one. */
const mayHelp = (progress: StepProgress) =>
  progress.state !== 'failed' ||
  progress.failure.kind !== 'refused' ||
  mayPass(progress.failure.error)

function TaskItem({
  task,
  name,
  onRetry,
}: {
  task: AttachmentTask
  name: string
  onRetry: () => void
}) {
  const { t } = useTranslation('attachments')
  const words = useProgressWords()
  const { progress } = task
  return (
    <Box
      component="li"
      aria-label={name}
      sx={{ py: 0.75, borderBottom: 1, borderColor: 'divider', '&:last-child': { border: 0 } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          <bdi>{name}</bdi>
        </Box>
        <Box role="status">
          <StatusChip tone={progressTone(progress)} label={words(task)} />
        </Box>
        {mayRetry(progress) && mayHelp(progress) && (
          <Button
            size="small"
            aria-label={t('progress.retryFor', { instance: name })}
            onClick={onRetry}
          >
            {t('progress.retry')}
          </Button>
        )}
      </Box>
      {progress.state === 'failed' && <FailureNotice failure={progress.failure} />}
    </Box>
  )
}
