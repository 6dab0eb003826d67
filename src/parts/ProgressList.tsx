import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { type AttachmentTask, isOver, mayRetry } from '#src/model/attachment-work.ts'
import { namedHolder } from '#src/model/holder.ts'
import type { Volume } from '#src/model/volume.ts'
import { useAttachmentWork } from '#src/queries/attachment-work.ts'
import { StatusChip } from '#src/ui/StatusChip.tsx'

import { FailureNotice } from './FailureNotice.tsx'
import { useKnownInstances, useTasksOf } from './known-instances.ts'
import { progressTone, useProgressWords } from './progress-words.ts'

/** What is being done with a volume, instance by instance, and what came of it. */
export function ProgressList({ volume }: { volume: Volume }) {
  const { t } = useTranslation('attachments')
  const work = useAttachmentWork()
  const tasks = useTasksOf(volume.id)
  if (tasks.length === 0) return null
  const waiting = tasks.some(({ progress }) => !isOver(progress))
  return (
    <Stack spacing={1}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography component="h3" sx={{ fontWeight: 600, flex: 1 }}>
          {t('progress.title')}
        </Typography>
        {waiting && (
          <Button size="small" title={t('progress.stopHint')} onClick={() => work.stop(volume.id)}>
            {t('progress.stop')}
          </Button>
        )}
        {tasks.some(({ progress }) => isOver(progress)) && (
          <Button size="small" onClick={() => work.forget(volume.id)}>
            {t('progress.clear')}
          </Button>
        )}
      </Box>
      <Box component="ul" aria-label={t('progress.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {tasks.map((task) => (
          <ProgressItem key={task.id} task={task} onRetry={() => work.retry(task.id)} />
        ))}
      </Box>
    </Stack>
  )
}

function ProgressItem({ task, onRetry }: { task: AttachmentTask; onRetry: () => void }) {
  const { t } = useTranslation('attachments')
  const words = useProgressWords()
  const { name } = namedHolder(task.step.instanceId, null, useKnownInstances())
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
        {mayRetry(progress) && (
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
