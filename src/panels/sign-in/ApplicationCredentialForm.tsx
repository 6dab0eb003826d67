import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import type { Destination, SignedIn } from '#src/model/cloud/session.ts'
import { signInMutation } from '#src/queries/session.ts'
import { PasswordField } from '#src/ui/form/PasswordField.tsx'

import { signInProblem } from './sign-in-problem.ts'
import { SignInForm } from './SignInForm.tsx'
import { SubmitArea } from './SubmitArea.tsx'

/** Signs in with an application credential, which is for one project only. */
export function ApplicationCredentialForm({
  destination: { region },
  onSignedIn,
}: {
  destination: Destination
  onSignedIn?: ((session: SignedIn) => void) | undefined
}) {
  const { t } = useTranslation('signIn')
  const enter = useMutation(signInMutation)
  const { register, handleSubmit, setFocus, formState } = useForm({
    defaultValues: { id: '', secret: '' },
  })
  const { error } = enter
  // The same object until the next failure, which is what moves the focus.
  const problem = useMemo(() => (error ? signInProblem(error) : undefined), [error])
  useEffect(() => {
    if (problem?.kind === 'wrong') setFocus('secret', { shouldSelect: true })
  }, [problem, setFocus])
  const { errors } = formState
  return (
    <SignInForm
      onSubmit={handleSubmit((applicationCredential) =>
        enter.mutate(
          { applicationCredential, ...(region !== undefined && { region }) },
          { onSuccess: (session) => onSignedIn?.(session) },
        ),
      )}
    >
      <Typography variant="body2" color="textSecondary" sx={{ pb: 1.5 }}>
        {t('applicationCredential.hint')}
      </Typography>
      <TextField
        label={t('applicationCredential.id')}
        autoFocus
        autoComplete="off"
        error={errors.id !== undefined}
        helperText={errors.id?.message ?? ' '}
        slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }}
        {...register('id', { required: t('required') })}
      />
      <PasswordField
        label={t('applicationCredential.secret')}
        autoComplete="off"
        error={errors.secret !== undefined || problem?.kind === 'wrong'}
        helperText={
          errors.secret?.message ??
          (problem?.kind === 'wrong' ? (
            <span role="alert">{t('applicationCredential.wrong')}</span>
          ) : (
            ' '
          ))
        }
        {...register('secret', { required: t('required') })}
      />
      <SubmitArea label={t('submit')} pending={enter.isPending} problem={problem} />
    </SignInForm>
  )
}
