import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import { useTranslation } from 'react-i18next'

import { type AuditReading, useAuditProgress } from '#src/queries/audit/attachment-audit.ts'
import { useScope } from '#src/queries/session.ts'
import { count, duration, relativeTime } from '#src/ui/formats.ts'
import { useNow } from '#src/ui/now.ts'

/** When it was read and what that took, and how far a reading is that is under way. */
export function ReadingNote({
  reading,
  busy,
}: {
  reading: AuditReading | undefined
  busy: boolean
}) {
  const { t, i18n } = useTranslation('audit')
  const { language } = i18n
  const now = useNow()
  const progress = useAuditProgress(useScope())
  const number = (value: number) => count(value, language)
  const underWay = () => {
    if (!busy || progress === undefined) return undefined
    if (progress.looking !== undefined) return t('read.looking', { count: progress.looking })
    return t('read.reading', {
      attachments: number(progress.attachments),
      volumes: number(progress.volumes),
      instances: number(progress.instances),
    })
  }
  const parts = [
    reading &&
      t('read.at', {
        when: relativeTime(reading.readAt, Math.max(now, reading.readAt), language),
        requests: number(reading.requests),
        time: reading.tookMs < 1_000 ? `${reading.tookMs} ms` : duration(reading.tookMs, language),
      }),
    reading && reading.looked.size > 0 && t('read.looked', { count: reading.looked.size }),
    underWay(),
  ].filter((part) => typeof part === 'string')
  return (
    <Box role="status" sx={{ fontSize: 13, color: 'text.secondary', minHeight: 24 }}>
      {parts.join(' · ')}
      {busy && <LinearProgress aria-label={t('refresh')} sx={{ mt: 0.5 }} />}
    </Box>
  )
}
