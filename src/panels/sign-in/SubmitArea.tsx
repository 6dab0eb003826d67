import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'

import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import type { SignInProblem } from './sign-in-problem.ts'

/** The button of a form, and below it what went wrong, so that the fields stay where they are. */
export function SubmitArea({
  label,
  pending,
  problem,
  autoFocus = false,
}: {
  label: string
  pending: boolean
  problem: SignInProblem | undefined
  autoFocus?: boolean
}) {
  const { t } = useTranslation('signIn')
  return (
    <>
      <Button
        type="submit"
        variant="contained"
        size="medium"
        autoFocus={autoFocus}
        loading={pending}
      >
        {label}
      </Button>
      {problem?.kind === 'notice' && <ErrorNotice title={t('refused')} {...problem.notice} />}
    </>
  )
}
