import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Portal from '@mui/material/Portal'
import Snackbar from '@mui/material/Snackbar'
import { useTranslation } from 'react-i18next'

import { noticeOf } from '#src/openstack/http/error-notice.ts'

import type { LeftRequest } from './left-requests.ts'

/** Says what came of a request whose dialog is closed. A failure stays until it is read. */
export function LeftRequestNotice({
  request: { title, error },
  onClose,
}: {
  request: LeftRequest
  onClose: () => void
}) {
  const { t } = useTranslation('dialogs')
  const { t: tErrors } = useTranslation('errors')
  const notice = error && noticeOf(error)
  return (
    // Not inside of the page, which is hidden from screen readers while a dialog is open.
    <Portal>
      <Snackbar
        open
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        {...(!error && { autoHideDuration: 8_000 })}
        onClose={(_event, why) => why !== 'clickaway' && onClose()}
      >
        <Alert
          severity={error ? 'error' : 'success'}
          variant="standard"
          onClose={onClose}
          sx={{ maxWidth: 480, boxShadow: 4, overflowWrap: 'anywhere' }}
        >
          <AlertTitle>{t(error ? 'left.failed' : 'left.done', { what: title })}</AlertTitle>
          {notice && (
            <>
              <Box>{notice.words}</Box>
              <Box sx={{ mt: 0.5 }}>{tErrors(`next.${notice.kind}`)}</Box>
            </>
          )}
        </Alert>
      </Snackbar>
    </Portal>
  )
}
