import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { changePasswordMutation } from '#src/queries/session.ts'
import { PasswordField } from '#src/ui/form/PasswordField.tsx'

import { signInProblem } from './sign-in-problem.ts'
import { SignInForm } from './SignInForm.tsx'
import { SubmitArea } from './SubmitArea.tsx'

const fields = [
  { name: 'current', autoComplete: 'current-password' },
  { name: 'wanted', autoComplete: 'new-password' },
  { name: 'again', autoComplete: 'new-password' },
] as const

/** Changes a password that has expired; what Keystone's rules say against the new one is shown. */
export function NewPasswordForm({
  userId,
  userName,
  current,
  onChanged,
  onBack,
}: {
  userId: string
  userName: string
  current: string
  onChanged: (password: string) => void
  onBack: () => void
}) {
  const { t } = useTranslation('signIn')
  const change = useMutation(changePasswordMutation)
  const { register, handleSubmit, setFocus, formState } = useForm({
    defaultValues: { current, wanted: '', again: '' },
  })
  const { error } = change
  // The same object until the next failure, which is what moves the focus.
  const problem = useMemo(() => (error ? signInProblem(error) : undefined), [error])
  useEffect(() => {
    if (problem?.kind === 'wrong') setFocus('current', { shouldSelect: true })
  }, [problem, setFocus])
  return (
    <SignInForm
      onSubmit={handleSubmit(({ current: password, wanted: newPassword }) =>
        change.mutate(
          { userId, password, newPassword },
          { onSuccess: () => onChanged(newPassword) },
        ),
      )}
    >
      <Typography sx={{ pb: 1.5 }}>{t('newPassword.text', { name: userName })}</Typography>
      {/* Password managers look for the name beside the password. */}
      <input type="text" autoComplete="username" value={userName} readOnly hidden />
      {fields.map(({ name, autoComplete }) => {
        const wrong = name === 'current' && problem?.kind === 'wrong'
        const message = formState.errors[name]?.message ?? (wrong && t('newPassword.wrong'))
        return (
          <PasswordField
            key={name}
            label={t(`newPassword.${name}`)}
            autoFocus={name === 'wanted'}
            autoComplete={autoComplete}
            error={Boolean(message)}
            helperText={message ? <span role="alert">{message}</span> : ' '}
            {...register(name, {
              required: t('required'),
              ...(name === 'again' && {
                validate: (again, { wanted }) => again === wanted || t('newPassword.differs'),
              }),
            })}
          />
        )
      })}
      <SubmitArea label={t('newPassword.submit')} pending={change.isPending} problem={problem} />
      <Button onClick={onBack}>{t('back')}</Button>
    </SignInForm>
  )
}
