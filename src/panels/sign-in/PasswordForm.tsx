import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { Destination, SignedIn, SignInOptions } from '#src/model/cloud/session.ts'
import { signInMutation } from '#src/queries/session.ts'

import type { Credentials } from './credentials.ts'
import { CredentialsForm } from './CredentialsForm.tsx'
import { NewPasswordForm } from './NewPasswordForm.tsx'
import { PasscodeForm } from './PasscodeForm.tsx'
import { signInProblem } from './sign-in-problem.ts'

/** What Keystone asks for after the password was right. */
type NextStep = { kind: 'passcode' } | { kind: 'new-password'; userId: string }

/** Signs a person in with a password, and with what Keystone asks for besides: a passcode, or a new password. */
export function PasswordForm({
  initial,
  options,
  destination,
  onStep,
  onSignedIn,
}: {
  initial: Partial<Credentials>
  options: SignInOptions
  destination: Destination
  /** Called with whether the person has begun and Keystone asks for something more. */
  onStep: (begun: boolean) => void
  onSignedIn?: ((session: SignedIn) => void) | undefined
}) {
  const [credentials, setCredentials] = useState<Credentials>()
  const [next, setNext] = useState<NextStep>()
  const goTo = (step: NextStep | undefined) => {
    setNext(step)
    onStep(step !== undefined)
  }
  const enter = useMutation({
    ...signInMutation,
    onError: (error) => {
      const problem = signInProblem(error)
      if (problem.kind === 'passcode') goTo({ kind: 'passcode' })
      if (problem.kind === 'expired') goTo({ kind: 'new-password', userId: problem.userId })
    },
  })
  const send = (values: Credentials & { passcode?: string }) =>
    enter.mutate({ ...values, ...destination }, { onSuccess: (session) => onSignedIn?.(session) })
  const back = () => {
    goTo(undefined)
    enter.reset()
  }
  const { error } = enter
  // The same object until the next failure, which is what moves the focus.
  const problem = useMemo(() => (error ? signInProblem(error) : undefined), [error])
  if (next?.kind === 'passcode' && credentials)
    return (
      <PasscodeForm
        userName={credentials.userName}
        pending={enter.isPending}
        problem={problem}
        onSubmit={(passcode) => send({ ...credentials, passcode })}
        onBack={back}
      />
    )
  if (next?.kind === 'new-password' && credentials)
    return (
      <NewPasswordForm
        userId={next.userId}
        userName={credentials.userName}
        current={credentials.password}
        onChanged={(password) => {
          setCredentials({ ...credentials, password })
          goTo(undefined)
          send({ ...credentials, password })
        }}
        onBack={back}
      />
    )
  return (
    <CredentialsForm
      initial={credentials ?? initial}
      options={options}
      pending={enter.isPending}
      problem={problem}
      onSubmit={(values) => {
        setCredentials(values)
        send(values)
      }}
    />
  )
}
