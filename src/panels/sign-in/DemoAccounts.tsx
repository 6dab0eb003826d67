import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import type { DemoAccount } from '#src/model/cloud/session.ts'

import type { Credentials } from './credentials.ts'

/** The accounts of the embedded cloud; choosing one fills in the form. */
export function DemoAccounts({
  accounts,
  onChoose,
}: {
  accounts: readonly DemoAccount[]
  onChoose: (account: Credentials) => void
}) {
  const { t } = useTranslation('signIn')
  return (
    <>
      <Divider sx={{ my: 3 }} />
      <Typography component="h2" sx={{ fontWeight: 650 }}>
        {t('demo.title')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {t('demo.hint')}
      </Typography>
      <Stack spacing={1} component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {accounts.map(({ userName, password, domain, description }) => (
          <Stack
            key={userName}
            component="li"
            direction="row"
            spacing={1}
            sx={{ alignItems: 'center', justifyContent: 'space-between' }}
          >
            <Box sx={{ minWidth: 0 }}>
              <Box sx={{ fontWeight: 600 }}>
                {userName} / {password}
              </Box>
              <Box sx={{ fontSize: 12.5, color: 'text.secondary' }}>{description}</Box>
            </Box>
            <Button
              variant="outlined"
              aria-label={t('demo.use', { name: userName })}
              onClick={() => onChoose({ userName, password, domain })}
              sx={{ flexShrink: 0 }}
            >
              {t('demo.use', { name: userName })}
            </Button>
          </Stack>
        ))}
      </Stack>
    </>
  )
}
