import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { attachmentHistory, type HistoryEntry } from '#src/model/attach/attachment-history.ts'
import { namedHolder } from '#src/model/attach/holder.ts'
import type { InstanceId, Volume } from '#src/model/volume/volume.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { useKnownInstances, useTasksOf } from '#src/parts/use-known-instances.ts'
import { failedActionQuery, instanceActionsQuery } from '#src/queries/attach/instance-actions.ts'
import { useScope } from '#src/queries/session.ts'
import { volumesQuery } from '#src/queries/volumes/volumes.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { duration } from '#src/ui/formats.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import { PlainTable } from '#src/ui/table/PlainTable.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

/** So many logs are read at a time, each with a request. */
const logsAtATime = 20

/** When which instance got the volume or let it go, as far as Nova's logs tell. */
export function AttachmentHistory({ volume }: { volume: Volume }) {
  const { t, i18n } = useTranslation('volumeDetails')
  const scope = useScope()
  const known = useKnownInstances()
  const tasks = useTasksOf(volume.id)
  const [most, setMost] = useState(logsAtATime)
  const { data: list } = useQuery({ ...volumesQuery(scope), enabled: false })
  const visible = typeof known === 'string' ? undefined : known
  const ids = holderIds(volume, tasks).filter((id) => visible?.has(id))
  const looked = ids.slice(0, most)
  const logs = useQueries({ queries: looked.map((id) => instanceActionsQuery(scope, id)) })
  const nameOfInstance = (id: InstanceId) => namedHolder(id, null, known).name
  const entries = attachmentHistory(
    volume,
    new Map(looked.map((id, place) => [id, logs[place]?.data ?? []])),
    list?.volumes ?? [],
  )
  return (
    <Stack component="section" spacing={1.5} aria-label={t('history.title')}>
      <Typography variant="h6" component="h2">
        {t('history.title')}
      </Typography>
      <Typography color="textSecondary" sx={{ maxWidth: 820 }}>
        {t('history.text')}
      </Typography>
      {looked.map((id, place) => {
        const log = logs[place]
        return (
          log?.error && (
            <ErrorNotice
              key={id}
              severity="warning"
              title={t('history.failed', { instance: nameOfInstance(id) })}
              {...noticeOf(log.error)}
              onRetry={() => void log.refetch()}
            />
          )
        )
      })}
      {entries.length === 0 ? (
        <Typography>{t(ids.length === 0 ? 'history.holders' : 'history.none')}</Typography>
      ) : (
        <PlainTable
          label={t('history.table')}
          heads={(['instance', 'act', 'when', 'took', 'volume', 'result'] as const).map((head) =>
            t(`history.${head}`),
          )}
          rows={entries.map((entry) => ({
            key: entry.requestId + entry.instanceId,
            cells: [
              <bdi key="instance">{nameOfInstance(entry.instanceId)}</bdi>,
              t(`history.${entry.act}`),
              <TimeText key="when" at={entry.startedAt} />,
              entry.tookMs === null ? '–' : duration(entry.tookMs, i18n.language),
              t(entry.isThisVolume ? 'history.this' : 'history.unknown'),
              <Result key="result" entry={entry} />,
            ],
          }))}
        />
      )}
      {ids.length > most && (
        <Button
          variant="outlined"
          sx={{ alignSelf: 'flex-start' }}
          onClick={() => setMost(most + logsAtATime)}
        >
          {t('history.more', { count: Math.min(logsAtATime, ids.length - most) })}
        </Button>
      )}
    </Stack>
  )
}

/** The instances that hold the volume, and those that this page attached it to or detached it from. */
function holderIds({ attachments }: Volume, tasks: ReturnType<typeof useTasksOf>): InstanceId[] {
  const holding = attachments.flatMap(({ instanceId }) => instanceId ?? [])
  return [...new Set([...holding, ...tasks.map(({ step }) => step.instanceId)])]
}

function Result({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation('volumeDetails')
  if (!entry.failed) return <StatusChip tone="good" label={t('history.success')} />
  return (
    <>
      <StatusChip tone="bad" label={t('history.error')} />
      <WhyFailed entry={entry} />
    </>
  )
}

function WhyFailed({ entry: { instanceId, requestId } }: { entry: HistoryEntry }) {
  const { data, error } = useQuery(failedActionQuery(useScope(), instanceId, requestId))
  const words = data?.message ?? error?.message
  return words ? <ErrorNotice words={words} requestId={requestId} /> : null
}
