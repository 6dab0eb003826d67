import Alert from '@mui/material/Alert'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { SignedOut } from '#src/model/cloud/session.ts'
import { useSignOutNote } from '#src/queries/sign-out-note.ts'

import type { Credentials } from './credentials.ts'
import { DemoAccounts } from './DemoAccounts.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import { SignInWays } from './SignInWays.tsx'
import { leaveFor, mayRedirect, stayHere } from './web-sso-visit.ts'

/** The chosen demo account; each choice refills the form. */
type Filling = { values: Credentials; count: number }

/** Goes to the identity provider of the settings, if there is one, unless the person has just been there. */
function useAutoRedirect({ autoRedirect, webSso, reason }: SignedOut) {
  const choice = webSso.find(({ id }) => id === autoRedirect)
  useEffect(() => {
    if (!choice || reason !== undefined || !mayRedirect()) return
    stayHere()
    leaveFor(choice, { destination: {} })
  }, [choice, reason])
}

/** The page of a person who is not signed in. */
export function SignInPage({ session, foot }: { session: SignedOut; foot?: ReactNode }) {
  const { t, i18n } = useTranslation('signIn')
  const [filling, setFilling] = useState<Filling>()
  const note = useSignOutNote()
  useAutoRedirect(session)
  const fill = (values: Credentials) =>
    setFilling((before) => ({ values, count: (before?.count ?? 0) + 1 }))
  return (
    <SignInFrame foot={foot}>
      {session.reason && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t(`reason.${session.reason}`)}
        </Alert>
      )}
      {note && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('notRevoked', {
            time: new Date(note.until).toLocaleString(i18n.language),
            message: note.message,
          })}
        </Alert>
      )}
      <SignInWays
        key={filling?.count}
        options={session}
        initial={filling?.values ?? { domain: session.defaultDomain }}
        destination={{}}
      />
      {session.demoAccounts && <DemoAccounts accounts={session.demoAccounts} onChoose={fill} />}
    </SignInFrame>
  )
}
