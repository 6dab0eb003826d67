import Box from '@mui/material/Box'
import CircularProgress from '@mui/material/CircularProgress'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

import { noticeOf } from '#src/openstack/error-notice.ts'
import { signInGate } from '#src/openstack/sign-in-gate.ts'
import { CurrentWorkplace, sessionQuery } from '#src/queries/session.ts'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'

// One who is signed in already has no use for the forms.
const SignInPage = lazy(() =>
  import('#src/panels/sign-in/SignInPage.tsx').then((m) => ({ default: m.SignInPage })),
)
const LanguageSwitch = lazy(() =>
  import('./LanguageSwitch.tsx').then((m) => ({ default: m.LanguageSwitch })),
)
const SessionEnded = lazy(() =>
  import('./SessionEnded.tsx').then((m) => ({ default: m.SessionEnded })),
)

/** Shows the page to a person who is signed in, and the way to sign in to others. The address stays meanwhile. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation('frame')
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const gate = useSyncExternalStore(signInGate.subscribe, signInGate.getSnapshot)
  // Calls of the person before that still come back refused must not wait for the next one's sign-in.
  const nobody = session?.state === 'signed-out' && gate === 'closed'
  useEffect(() => {
    if (nobody) signInGate.abandon()
  }, [nobody])
  if (session?.state === 'signed-in')
    return (
      <CurrentWorkplace value={session}>
        {children}
        {gate === 'closed' && (
          <Suspense>
            <SessionEnded session={session} />
          </Suspense>
        )}
      </CurrentWorkplace>
    )
  if (session)
    return (
      <Suspense fallback={<Waiting />}>
        <SignInPage session={session} foot={<LanguageSwitch />} />
      </Suspense>
    )
  if (!error) return <Waiting />
  return (
    <Centered>
      <ErrorNotice
        title={t('unreachable.title')}
        {...noticeOf(error)}
        onRetry={() => void refetch()}
      />
    </Centered>
  )
}

const Waiting = () => (
  <Centered>
    <CircularProgress aria-label="Mooring" />
  </Centered>
)

function Centered({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', minHeight: '100vh', p: 2 }}>{children}</Box>
  )
}
