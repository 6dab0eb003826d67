import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import type { SignInProblem } from './sign-in-problem.ts'
import { SignInForm } from './SignInForm.tsx'
import { SubmitArea } from './SubmitArea.tsx'

/** Asks for the one-time code of a second factor. After a wrong code only the code is typed again. */
export function PasscodeForm({
  userName,
  pending,
  problem,
  onSubmit,
  onBack,
}: {
  userName: string
  pending: boolean
  problem: SignInProblem | undefined
  onSubmit: (passcode: string) => void
  onBack: () => void
}) {
  const { t } = useTranslation('signIn')
  const { register, handleSubmit, setFocus, formState } = useForm({
    defaultValues: { passcode: '' },
  })
  const wrong = problem?.kind === 'wrong'
  useEffect(() => {
    if (problem?.kind === 'wrong') setFocus('passcode', { shouldSelect: true })
  }, [problem, setFocus])
  const message = formState.errors.passcode?.message ?? (wrong ? t('passcode.wrong') : undefined)
  return (
    <SignInForm onSubmit={handleSubmit(({ passcode }) => onSubmit(passcode.replaceAll(/\s/g, '')))}>
      <Typography sx={{ pb: 1.5 }}>{t('passcode.text', { name: userName })}</Typography>
      <TextField
        label={t('passcode.label')}
        autoFocus
        autoComplete="one-time-code"
        error={message !== undefined}
        helperText={message === undefined ? ' ' : <span role="alert">{message}</span>}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        {...register('passcode', { required: t('required') })}
      />
      <SubmitArea label={t('submit')} pending={pending} problem={problem} />
      <Button onClick={onBack}>{t('back')}</Button>
    </SignInForm>
  )
}
