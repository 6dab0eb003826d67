import Box from '@mui/material/Box'
import CircularProgress from '@mui/material/CircularProgress'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

import { noticeOf } from '#src/openstack/error-notice.ts'
import { signInGate } from '#src/openstack/sign-in-gate.ts'
import { SignInPage } from '#src/panels/sign-in/SignInPage.tsx'
import { sessionQuery } from '#src/queries/session.ts'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'

import { LanguageSwitch } from './LanguageSwitch.tsx'
import { SessionEnded } from './SessionEnded.tsx'

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
      <>
        {children}
        {gate === 'closed' && <SessionEnded session={session} />}
      </>
    )
  if (session) return <SignInPage session={session} foot={<LanguageSwitch />} />
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', minHeight: '100vh', p: 2 }}>
      {error ? (
        <ErrorNotice
          title={t('unreachable.title')}
          {...noticeOf(error)}
          onRetry={() => void refetch()}
        />
      ) : (
        <CircularProgress aria-label="Mooring" />
      )}
    </Box>
  )
}
