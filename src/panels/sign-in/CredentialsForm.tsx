import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useEffect } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import type { SignInOptions } from '#src/model/cloud/session.ts'
import { PasswordField } from '#src/ui/form/PasswordField.tsx'

import type { Credentials } from './credentials.ts'
import type { SignInProblem } from './sign-in-problem.ts'
import { SignInForm } from './SignInForm.tsx'
import { SubmitArea } from './SubmitArea.tsx'

const order = ['userName', 'password', 'domain'] as const

/** User name, password and domain. What was typed stays when it is refused. */
export function CredentialsForm({
  initial,
  options: { domains, defaultDomain },
  pending,
  problem,
  onSubmit,
}: {
  initial: Partial<Credentials>
  options: SignInOptions
  pending: boolean
  problem: SignInProblem | undefined
  onSubmit: (values: Credentials) => void
}) {
  const { t } = useTranslation('signIn')
  const { register, control, handleSubmit, setFocus, formState } = useForm<Credentials>({
    defaultValues: { userName: '', password: '', domain: defaultDomain, ...initial },
  })
  const first = order.find((name) => name !== 'domain' && !initial[name])
  const wrong = problem?.kind === 'wrong'
  useEffect(() => {
    if (problem?.kind === 'wrong') setFocus('password', { shouldSelect: true })
  }, [problem, setFocus])
  const required = { required: t('required') }
  const textOf = (name: keyof Credentials) => ({
    label: t(name),
    error: formState.errors[name] !== undefined,
    autoFocus: name === first,
    // Room for a message, so that nothing moves when there is one.
    helperText: formState.errors[name]?.message ?? ' ',
  })
  const plain = { htmlInput: { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } }
  return (
    <SignInForm onSubmit={handleSubmit(onSubmit)}>
      <TextField
        {...textOf('userName')}
        autoComplete="username"
        slotProps={plain}
        {...register('userName', required)}
      />
      <PasswordField
        {...textOf('password')}
        autoComplete="current-password"
        {...register('password', required)}
        {...(wrong && {
          error: true,
          helperText: <span role="alert">{t('wrong')}</span>,
        })}
      />
      {domains.length === 0 && (
        <TextField
          {...textOf('domain')}
          autoComplete="off"
          slotProps={plain}
          {...register('domain', required)}
        />
      )}
      {domains.length > 1 && (
        <Controller
          name="domain"
          control={control}
          rules={required}
          render={({ field }) => (
            <TextField select {...textOf('domain')} {...field}>
              {[...new Set([...domains, field.value])].map((name) => (
                <MenuItem key={name} value={name}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
          )}
        />
      )}
      <SubmitArea
        label={t('submit')}
        pending={pending}
        problem={problem}
        autoFocus={first === undefined}
      />
    </SignInForm>
  )
}
