import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import { flatFields, unwrapped } from '#src/model/audit/flat-fields.ts'
import type { Evidence } from '#src/openstack/audit/recheck.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { CopyableText } from '#src/ui/form/CopyableText.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

/** What a service answered to each question, field by field, or how it refused. */
export function EvidenceList({
  title,
  evidence,
}: {
  title: string
  evidence: readonly Evidence[]
}) {
  const { t } = useTranslation('audit')
  const titleId = useId()
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ minWidth: 0 }}>
      <Typography id={titleId} variant="h6" component="h3">
        {title}
      </Typography>
      {evidence.length === 0 && (
        <Typography color="textSecondary">{t('details.notAsked')}</Typography>
      )}
      {evidence.map((one) => (
        <Answer key={one.question} evidence={one} />
      ))}
    </Box>
  )
}

function Answer({ evidence: { question, raw, requestId, error } }: { evidence: Evidence }) {
  const { t } = useTranslation('audit')
  return (
    <Box sx={{ mt: 1.5 }}>
      <Box sx={{ fontFamily: 'monospace', fontSize: 12.5, overflowWrap: 'anywhere', mb: 0.5 }}>
        {question}
      </Box>
      {error ? (
        <ErrorNotice severity="warning" {...noticeOf(error)} />
      ) : (
        <>
          <Box
            component="dl"
            aria-label={t('details.fields', { question })}
            // A long answer is scrolled in its box, which the keyboard has to reach.
            tabIndex={0}
            sx={{
              m: 0,
              p: 1,
              maxHeight: '36vh',
              overflow: 'auto',
              bgcolor: 'action.hover',
              borderRadius: 1,
              fontFamily: 'monospace',
              fontSize: 12.5,
            }}
          >
            {flatFields(unwrapped(raw)).map(({ path, text }) => (
              <Box key={path} sx={{ display: 'flex', gap: 1, overflowWrap: 'anywhere' }}>
                <Box component="dt" sx={{ color: 'text.secondary', flex: '0 1 46%', minWidth: 0 }}>
                  {path}
                </Box>
                <Box component="dd" sx={{ m: 0, flex: 1, minWidth: 0 }}>
                  <bdi>{text ?? t('details.hidden')}</bdi>
                </Box>
              </Box>
            ))}
          </Box>
          {requestId !== undefined && (
            <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
              <CopyableText text={requestId} what={t('details.requestId', { id: requestId })} />
            </Box>
          )}
        </>
      )}
    </Box>
  )
}
