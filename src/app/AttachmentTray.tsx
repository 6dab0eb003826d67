import ExpandLess from '@mui/icons-material/ExpandLess'
import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import LinearProgress from '@mui/material/LinearProgress'
import Paper from '@mui/material/Paper'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type AttachmentTask, isOver } from '#src/model/attach/attachment-work.ts'
import { shortId } from '#src/model/attach/holder.ts'
import { nameOf, type VolumeId } from '#src/model/volume/volume.ts'
import { useOpenAttachments } from '#src/panels/volumes/volumes-navigation.ts'
import { useAttachmentTasks, useAttachmentWork } from '#src/queries/attach/attachment-work.ts'
import { useScope } from '#src/queries/session.ts'
import { volumesQuery } from '#src/queries/volumes/volumes.ts'

const failedIn = (tasks: readonly AttachmentTask[]) =>
  tasks.filter(({ progress }) => progress.state === 'failed').length

const doneIn = (tasks: readonly AttachmentTask[]) =>
  tasks.filter(({ progress }) => isOver(progress)).length

function byVolume(tasks: readonly AttachmentTask[]): Map<VolumeId, AttachmentTask[]> {
  const groups = new Map<VolumeId, AttachmentTask[]>()
  for (const task of tasks) groups.set(task.volumeId, [...(groups.get(task.volumeId) ?? []), task])
  return groups
}

/** What is being attached and detached, below whatever page is open, so that it covers none of its rows. */
export function AttachmentTray() {
  const { t } = useTranslation('attachments')
  const work = useAttachmentWork()
  const tasks = useAttachmentTasks()
  const active = tasks.some(({ progress }) => !isOver(progress))
  const failed = failedIn(tasks)
  // What has come to a good end is said in one line, until somebody wants to see more or less.
  const [wanted, setWanted] = useState<boolean>()
  const open = wanted ?? (active || failed > 0)

  // The browser asks before the page is left, since the steps that have not begun would be lost.
  useEffect(() => {
    if (!active) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [active])

  if (tasks.length === 0) return null
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-label={t('tray.title')}
      sx={{
        alignSelf: 'flex-end',
        flexShrink: 0,
        width: 340,
        maxWidth: 'calc(100vw - 32px)',
        mx: 2,
        mb: 2,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', px: 2, py: 0.5, gap: 1 }}>
        <Box role="status" sx={{ flex: 1, fontWeight: 600 }}>
          {active ? t('tray.title') : t('tray.done')}
          <Box sx={{ fontWeight: 400, fontSize: 12.5, color: 'text.secondary' }}>
            {t('tray.summary', { done: doneIn(tasks), count: tasks.length })}
            {failed > 0 && ` · ${t('tray.failed', { count: failed })}`}
          </Box>
        </Box>
        {!active && (
          <Button size="small" onClick={() => work.forget()}>
            {t('progress.clear')}
          </Button>
        )}
        <IconButton
          size="small"
          aria-expanded={open}
          aria-label={t(open ? 'tray.collapse' : 'tray.expand')}
          onClick={() => setWanted(!open)}
        >
          {open ? <ExpandMore /> : <ExpandLess />}
        </IconButton>
      </Box>
      {active && (
        <LinearProgress
          variant="determinate"
          aria-label={t('tray.title')}
          value={(100 * doneIn(tasks)) / tasks.length}
        />
      )}
      {open && (
        <Box
          component="ul"
          sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 220, overflow: 'auto' }}
        >
          {[...byVolume(tasks)].map(([volumeId, group]) => (
            <TrayVolume key={volumeId} volumeId={volumeId} tasks={group} />
          ))}
        </Box>
      )}
    </Paper>
  )
}

function TrayVolume({ volumeId, tasks }: { volumeId: VolumeId; tasks: readonly AttachmentTask[] }) {
  const { t } = useTranslation('attachments')
  const scope = useScope()
  const { data } = useQuery(volumesQuery(scope))
  // What another project has is known where a page about all projects has read it.
  const all = useQuery({ ...volumesQuery({ ...scope, allProjects: true }), enabled: false }).data
  const openAttachments = useOpenAttachments()
  const own = data?.volumes.find(({ id }) => id === volumeId)
  const volume = own ?? all?.volumes.find(({ id }) => id === volumeId)
  const table = volume && !own ? '/admin/volumes' : '/project/volumes'
  const name = volume ? nameOf(volume) : shortId(volumeId)
  const failed = failedIn(tasks)
  return (
    <Box component="li" sx={{ px: 2, py: 0.5, display: 'flex', alignItems: 'center', gap: 1 }}>
      <Button
        size="small"
        aria-label={t('tray.open', { volume: name })}
        onClick={() => openAttachments(volumeId, table)}
        sx={{ minWidth: 0, justifyContent: 'flex-start', textTransform: 'none', flex: 1 }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {name}
        </Box>
      </Button>
      <Box sx={{ fontSize: 12.5, color: failed > 0 ? 'error.main' : 'text.secondary' }}>
        {t('tray.summary', { done: doneIn(tasks), count: tasks.length })}
        {failed > 0 && ` · ${t('tray.failed', { count: failed })}`}
      </Box>
    </Box>
  )
}
