import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'

import { CopyButton } from '#src/ui/form/CopyButton.tsx'

/** The cause of a failure, which decides the advice on what to do next. */
export type FailureKind =
  | 'refused'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'over-quota'
  | 'too-many-requests'
  | 'signed-out'
  | 'server-fault'
  | 'unreachable'
  | 'unreadable'
  | 'locked'
  | 'root-device'
  | 'cannot-share'
  | 'instance-full'
  | 'device-taken'
  | 'wrong-state'
  | 'host-down'
  | 'too-large'
  | 'offline'
  | 'fault'

/** Failures that only those who run the cloud can look into, by the id of the request. */
const forOperators: ReadonlySet<FailureKind> = new Set(['server-fault', 'unreadable'])

/** A failure in the words of the one that failed, with what its operators need to find it, and what to do next. */
export type ErrorNoticeProps = {
  title?: string
  words: string
  code?: number
  requestId?: string
  kind?: FailureKind
  severity?: 'error' | 'warning'
  onRetry?: () => void
}

/** Shows a failure. */
export function ErrorNotice(props: ErrorNoticeProps) {
  const { title, words, code, requestId, kind, severity = 'error', onRetry } = props
  const { t } = useTranslation('ui')
  // Its texts are not part of a first visit, and the failure is shown without waiting for them.
  const { t: tErrors, ready } = useTranslation('errors', { useSuspense: false })
  return (
    <Alert
      severity={severity}
      variant="outlined"
      sx={{ '& .MuiAlert-message': { minWidth: 0, overflowWrap: 'anywhere' } }}
      action={
        onRetry && (
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('error.retry')}
          </Button>
        )
      }
    >
      {title && <AlertTitle>{title}</AlertTitle>}
      <Box>{words}</Box>
      {kind && ready && (
        <Box sx={{ mt: 0.5 }}>
          {tErrors(`next.${kind}`)}
          {requestId !== undefined && forOperators.has(kind) && ` ${tErrors('quote')}`}
        </Box>
      )}
      {(code !== undefined || requestId !== undefined) && (
        <Box sx={{ mt: 0.5, fontSize: 12, opacity: 0.85 }}>
          {code !== undefined && t('error.code', { code })}
          {code !== undefined && requestId !== undefined && ' · '}
          {requestId !== undefined && (
            <>
              <Box component="span" sx={{ fontFamily: 'monospace' }}>
                {t('error.requestId', { id: requestId })}
              </Box>
              <CopyButton text={requestId} what={requestId} />
            </>
          )}
        </Box>
      )}
    </Alert>
  )
}
