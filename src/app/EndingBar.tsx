import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { SignedIn } from '#src/model/session.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'

const ExtendSession = lazyPart(() => import('./SignInAgain.tsx').then((m) => m.ExtendSession))

/** Says when the session ends, and offers to sign in again. */
export function EndingBar({ session }: { session: SignedIn }) {
  const { t, i18n } = useTranslation('session')
  const [open, setOpen] = useState(false)
  const time = new Date(session.expiresAt).toLocaleTimeString(i18n.language, {
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <>
      <Alert
        severity="warning"
        role="status"
        action={
          <Button color="inherit" size="small" onClick={() => setOpen(true)}>
            {t('ending.action')}
          </Button>
        }
        sx={{ borderRadius: 0, flexShrink: 0 }}
      >
        {t('ending.text', { time })}
      </Alert>
      {open && (
        <Suspense>
          <ExtendSession session={session} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
