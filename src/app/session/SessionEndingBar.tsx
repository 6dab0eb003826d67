import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { SignedIn } from '#src/model/cloud/session.ts'

import { ExtendSession } from './SignInAgain.tsx'

/** Says when the session ends, and lets the person sign in again in place. */
export function SessionEndingBar({ session }: { session: SignedIn }) {
  const { t, i18n } = useTranslation('signIn')
  const { expiresAt } = session
  // The end that the person would put off; it is another one once that is done, in whatever window.
  const [asked, setAsked] = useState<string>()
  const time = new Date(expiresAt).toLocaleTimeString(i18n.language, {
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <>
      <Alert
        severity="warning"
        role="status"
        action={
          <Button color="inherit" size="small" onClick={() => setAsked(expiresAt)}>
            {t('ending.action')}
          </Button>
        }
        sx={{ borderRadius: 0, flexShrink: 0 }}
      >
        {t('ending.text', { time })}
      </Alert>
      {asked === expiresAt && (
        <ExtendSession session={session} onClose={() => setAsked(undefined)} />
      )}
    </>
  )
}
