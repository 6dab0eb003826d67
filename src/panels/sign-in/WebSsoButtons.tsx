import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Destination, WebSsoChoice } from '#src/model/cloud/session.ts'

import { leaveFor, openPopupFor } from './web-sso-visit.ts'

/** One button for each identity provider. With `replaces`, the page is kept and a pop-up makes the round trip. */
export function WebSsoButtons({
  choices,
  destination,
  replaces,
}: {
  choices: readonly WebSsoChoice[]
  destination: Destination
  /** The user whose session the page shows. */
  replaces?: string | undefined
}) {
  const { t } = useTranslation('signIn')
  const [blocked, setBlocked] = useState(false)
  const go = (choice: WebSsoChoice) =>
    replaces === undefined
      ? leaveFor(choice, { destination })
      : setBlocked(!openPopupFor(choice, { destination, replaces }))
  return (
    <Stack spacing={1}>
      {choices.map((choice) => (
        <Button key={choice.id} variant="outlined" size="medium" onClick={() => go(choice)}>
          {t('webSso.with', { name: choice.label })}
        </Button>
      ))}
      {blocked && (
        <Typography role="alert" variant="body2" color="error">
          {t('webSso.blocked')}
        </Typography>
      )}
    </Stack>
  )
}
