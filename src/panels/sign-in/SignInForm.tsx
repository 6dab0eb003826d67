import Stack from '@mui/material/Stack'
import type { ReactNode, SubmitEvent } from 'react'

/** A form of the sign-in pages: its fields in a column, checked by the form library instead of the browser. */
export function SignInForm({
  onSubmit,
  children,
}: {
  onSubmit: (event: SubmitEvent) => Promise<void>
  children: ReactNode
}) {
  return (
    <Stack component="form" noValidate spacing={1.25} onSubmit={(event) => void onSubmit(event)}>
      {children}
    </Stack>
  )
}
