import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Session } from '#src/model/cloud/session.ts'
import { signInMutation } from '#src/queries/session.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import { signInProblem } from './sign-in-problem.ts'
import { SignInFrame } from './SignInFrame.tsx'
import { endVisit, stayHere, type WebSsoVisit } from './web-sso-visit.ts'

const home = '/'
// Read once: the page may be drawn more than once, and the visit is over with the first look.
let visit: WebSsoVisit | undefined | 'unread' = 'unread'
const visitOnce = () => (visit === 'unread' ? (visit = endVisit()) : visit)

/**
 * Where people come back from an identity provider. Who left from this window is let in at once; anybody else is asked first,
 * since a link on another site could have brought them here with somebody else's account.
 */
export function WebSsoArrival({
  session,
  onDone,
}: {
  session: Session
  /** Called with the address to continue at. */
  onDone: (returnTo: string) => void
}) {
  const { t } = useTranslation('signIn')
  const [ours] = useState(visitOnce)
  const enter = useMutation(signInMutation)
  const { mutate } = enter
  const goOn = () =>
    mutate(
      {
        webSso: { ...(ours?.replaces !== undefined && { replaces: ours.replaces }) },
        ...ours?.destination,
      },
      {
        onSuccess: () => {
          if (ours?.mode === 'popup') window.close()
          else onDone(ours?.returnTo ?? home)
        },
      },
    )
  const arrival = session.state === 'signed-out' ? session.arrival : undefined
  const mayEnter = ours !== undefined && enter.isIdle
  useEffect(() => {
    if (mayEnter) goOn()
    // Once: `goOn` is new each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [mayEnter])
  const leave = () => {
    stayHere()
    onDone(home)
  }
  const problem = enter.error ? signInProblem(enter.error) : undefined
  return (
    <SignInFrame>
      <Stack spacing={2}>
        {problem?.kind === 'notice' && <ErrorNotice title={t('refused')} {...problem.notice} />}
        {problem && problem.kind !== 'notice' && <Typography>{t('webSso.over')}</Typography>}
        {enter.isSuccess && <Typography>{t('webSso.close')}</Typography>}
        {!ours && enter.isIdle && (
          <Typography>
            {arrival
              ? t('webSso.unasked', { name: arrival.userName, provider: arrival.identityProvider })
              : t('webSso.nobody')}
          </Typography>
        )}
        {!ours && arrival && enter.isIdle && (
          <Button variant="contained" onClick={goOn}>
            {t('webSso.continue', { name: arrival.userName })}
          </Button>
        )}
        {(enter.isPending || mayEnter) && <CircularProgress aria-label={t('webSso.pending')} />}
        {!mayEnter && !enter.isPending && !enter.isSuccess && (
          <Button onClick={leave}>{t('webSso.back')}</Button>
        )}
      </Stack>
    </SignInFrame>
  )
}
