import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { serverNow } from '#src/openstack/session/server-clock.ts'
import { useSession } from '#src/queries/session.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'

const ExtendSession = lazyPart(() => import('./SignInAgain.tsx').then((m) => m.ExtendSession))

/** How long before its end a session is said to end, in ms. */
const warningMs = 5 * 60_000

/** The longest wait that browsers' timers can do, in ms. */
const longestWait = 2 ** 31 - 1

/** Whether the session ends within the next minutes, by the server's clock. */
function useEndsSoon(expiresAt: string): boolean {
  const end = Date.parse(expiresAt)
  const [, look] = useState(0)
  const wait = end - warningMs - serverNow()
  useEffect(() => {
    if (wait <= 0) return undefined
    const timer = setTimeout(() => look((count) => count + 1), Math.min(wait, longestWait))
    return () => clearTimeout(timer)
  }, [wait])
  return wait <= 0
}

/** Says, five minutes before, that the session ends, and lets the person sign in again in place. */
export function SessionEnding() {
  const { t, i18n } = useTranslation('frame')
  const session = useSession()
  const { expiresAt } = session
  const soon = useEndsSoon(expiresAt)
  // The end that the person would put off; it is another one once that is done, in whatever window.
  const [asked, setAsked] = useState<string>()
  if (!soon) return null
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
        <Suspense>
          <ExtendSession session={session} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </>
  )
}
