import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Divider from '@mui/material/Divider'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { router } from '#src/app/routes/router.tsx'
import { isSameScope, windowScopeOf } from '#src/model/cloud/scope.ts'
import type { SignedIn } from '#src/model/cloud/session.ts'
import { type GateReason, signInGate } from '#src/openstack/session/sign-in-gate.ts'
import { SignInWays } from '#src/panels/sign-in/SignInWays.tsx'
import { signOutMutation } from '#src/queries/session.ts'

import { leave } from './end-session.ts'

/** Discards the page and starts over with the browser's current session. */
function useStartOver() {
  const client = useQueryClient()
  return async () => {
    await router.navigate({ to: '/' })
    await leave(client)
  }
}

/** Asks the user, over the page, to sign in again or to reload. After sign-in everything continues where it was. */
export function SignInAgain({ session, reason }: { session: SignedIn; reason: GateReason }) {
  if (reason.kind === 'ended') return <Ended session={session} because={reason.because} />
  const isOtherUser = reason.session.user.id !== session.user.id
  return isOtherUser ? (
    <OtherUser session={session} now={reason.session} />
  ) : (
    <LostProject session={session} now={reason.session} />
  )
}

type Because = Extract<GateReason, { kind: 'ended' }>['because']

function Ended({ session, because }: { session: SignedIn; because: Because }) {
  const { t } = useTranslation('signIn')
  const startOver = useStartOver()
  const another = useMutation({ ...signOutMutation, onSettled: startOver })
  return (
    <Frame title={t('ended.title')} text={t(because ? `ended.${because}` : 'ended.text')}>
      <Ways session={session} />
      <Divider sx={{ mt: 2.5 }} />
      <Leave
        label={t('ended.other')}
        hint={t('ended.otherHint')}
        pending={another.isPending}
        onLeave={() => another.mutate()}
      />
    </Frame>
  )
}

function OtherUser({ session, now }: { session: SignedIn; now: SignedIn }) {
  const { t } = useTranslation('signIn')
  const startOver = useStartOver()
  const names = { name: now.user.name, user: session.user.name, project: session.project.name }
  return (
    <Frame title={t('elsewhere.userTitle', names)} text={t('elsewhere.userText', names)}>
      <Ways session={session} />
      <Divider sx={{ mt: 2.5 }} />
      <Leave
        label={t('elsewhere.reload', names)}
        hint={t('ended.otherHint')}
        onLeave={() => void startOver()}
      />
    </Frame>
  )
}

function LostProject({ session, now }: { session: SignedIn; now: SignedIn }) {
  const { t } = useTranslation('signIn')
  const startOver = useStartOver()
  return (
    <Frame
      title={t('elsewhere.projectTitle', { project: session.project.name })}
      text={t('elsewhere.projectText')}
    >
      <Leave
        label={t('elsewhere.reloadProject', { project: now.project.name })}
        hint={t('ended.otherHint')}
        onLeave={() => void startOver()}
      />
    </Frame>
  )
}

function Leave({
  label,
  hint,
  pending = false,
  onLeave,
}: {
  label: string
  hint: string
  pending?: boolean
  onLeave: () => void
}) {
  return (
    <Box sx={{ mt: 2 }}>
      <Button
        variant="outlined"
        aria-describedby="sign-in-again-leave"
        loading={pending}
        onClick={onLeave}
      >
        {label}
      </Button>
      <Typography id="sign-in-again-leave" variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
        {hint}
      </Typography>
    </Box>
  )
}

/** All ways to sign in again as the person whom the page shows; somebody else starts over. */
function Ways({ session }: { session: SignedIn }) {
  const startOver = useStartOver()
  const { user, project, region, signIn } = session
  return (
    <SignInWays
      options={signIn}
      initial={
        user.identityProvider === undefined
          ? { userName: user.name, domain: user.domainName }
          : { domain: signIn.defaultDomain }
      }
      destination={{ projectId: project.id, region }}
      replaces={user.id}
      onSignedIn={(now) => {
        if (isSameScope(windowScopeOf(now), windowScopeOf(session))) signInGate.open()
        else void startOver()
      }}
    />
  )
}

/** Before the session ends: signs in again in place, or not yet. */
export function ExtendSession({ session, onClose }: { session: SignedIn; onClose: () => void }) {
  const { t } = useTranslation('signIn')
  return (
    <Frame title={t('ending.title')} text={t('ending.hint')} onClose={onClose}>
      <Ways session={session} />
      <Button fullWidth onClick={onClose} sx={{ mt: 1.25 }}>
        {t('ending.later')}
      </Button>
    </Frame>
  )
}

function Frame({
  title,
  text,
  children,
  onClose,
}: {
  title: string
  text: string
  children: ReactNode
  onClose?: () => void
}) {
  return (
    // Above dialogs that are open, so that nothing of the page has to go.
    <Dialog
      open
      maxWidth="xs"
      fullWidth
      aria-labelledby="sign-in-again"
      sx={{ zIndex: 1500 }}
      {...(onClose && { onClose })}
    >
      <DialogTitle id="sign-in-again">{title}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{text}</Typography>
        {children}
      </DialogContent>
    </Dialog>
  )
}
