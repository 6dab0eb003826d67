import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import type { SignedIn, SignInRequest } from '#src/model/session.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { signInMutation } from '#src/queries/session.ts'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'

/** What a person types to sign in. */
export type SignInValues = { userName: string; password: string; domain: string }

const fields = [
  { name: 'userName', autoComplete: 'username', type: 'text' },
  { name: 'password', autoComplete: 'current-password', type: 'password' },
  { name: 'domain', autoComplete: 'off', type: 'text' },
] as const

/** Signs a person in; a refusal is shown in Keystone's words, and what was typed stays. */
export function SignInForm({
  initial,
  place,
  onSignedIn,
}: {
  initial: Partial<SignInValues>
  /** The project and region to go back to. */
  place: Pick<SignInRequest, 'projectId' | 'region'>
  onSignedIn?: (session: SignedIn) => void
}) {
  const { t } = useTranslation('signIn')
  const enter = useMutation(signInMutation)
  const { register, handleSubmit, setFocus, formState } = useForm<SignInValues>({
    defaultValues: { userName: '', password: '', domain: '', ...initial },
  })
  const firstEmpty = fields.find(({ name }) => !initial[name])?.name
  const send = (values: SignInValues) =>
    enter.mutate(
      { ...values, ...place },
      {
        ...(onSignedIn && { onSuccess: onSignedIn }),
        onError: () => setFocus('password', { shouldSelect: true }),
      },
    )
  const notice = enter.error && noticeOf(enter.error)
  return (
    <Stack
      component="form"
      noValidate
      spacing={2}
      onSubmit={(event) => void handleSubmit(send)(event)}
    >
      {fields.map(({ name, autoComplete, type }) => (
        <TextField
          key={name}
          label={t(name)}
          type={type}
          autoFocus={name === firstEmpty}
          autoComplete={autoComplete}
          error={formState.errors[name] !== undefined}
          helperText={formState.errors[name]?.message}
          slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }}
          {...register(name, { required: t('required') })}
        />
      ))}
      {notice && (
        <ErrorNotice
          title={t('refused')}
          {...notice}
          {...(notice.kind === 'signed-out' && { kind: 'wrong-credentials' as const })}
        />
      )}
      <Button
        type="submit"
        variant="contained"
        size="medium"
        autoFocus={firstEmpty === undefined}
        loading={enter.isPending}
      >
        {t('submit')}
      </Button>
    </Stack>
  )
}
