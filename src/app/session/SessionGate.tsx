import Box from '@mui/material/Box'
import CircularProgress from '@mui/material/CircularProgress'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

import { router } from '#src/app/routes/router.tsx'
import { arrivalPath } from '#src/model/cloud/session.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { onOtherWindows } from '#src/openstack/session/other-windows.ts'
import { signInGate } from '#src/openstack/session/sign-in-gate.ts'
import { CurrentScope, refetchSession, sessionQuery } from '#src/queries/session.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

// Loaded lazily: signed-in users never see these.
const SignInPage = lazy(() =>
  import('#src/panels/sign-in/SignInPage.tsx').then((m) => ({ default: m.SignInPage })),
)
const LanguageSwitch = lazy(() =>
  import('#src/app/choice/LanguageSwitch.tsx').then((m) => ({ default: m.LanguageSwitch })),
)
const SignInAgain = lazy(() =>
  import('./SignInAgain.tsx').then((m) => ({ default: m.SignInAgain })),
)
const WebSsoArrival = lazy(() =>
  import('#src/panels/sign-in/WebSsoArrival.tsx').then((m) => ({ default: m.WebSsoArrival })),
)

/** Shows the page to a person who is signed in, and the way to sign in to others. The address stays meanwhile. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation('frame')
  const client = useQueryClient()
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const [arriving, setArriving] = useState(location.pathname === arrivalPath)
  const gate = useSyncExternalStore(signInGate.subscribe, signInGate.getSnapshot)
  // Calls of the person before that still come back refused must not wait for the next one's sign-in.
  const nobody = session?.state === 'signed-out' && gate !== undefined
  useEffect(() => {
    if (nobody) signInGate.abandon()
  }, [nobody])
  useEffect(() => onOtherWindows(() => void refetchSession(client)), [client])
  if (session && arriving)
    return (
      <Suspense fallback={<Waiting />}>
        <WebSsoArrival
          session={session}
          onDone={(returnTo) => {
            void router.navigate({ href: returnTo, replace: true }).then(() => setArriving(false))
          }}
        />
      </Suspense>
    )
  if (session?.state === 'signed-in')
    return (
      <CurrentScope value={session}>
        {children}
        {gate && (
          <Suspense>
            <SignInAgain session={session} reason={gate} />
          </Suspense>
        )}
      </CurrentScope>
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
