import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Paper from '@mui/material/Paper'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { DemoAccount, SignedOut } from '#src/model/session.ts'

import { SignInForm, type SignInValues } from './SignInForm.tsx'

/** The page of a person who is not signed in. */
export function SignInPage({ session }: { session: SignedOut }) {
  const { t } = useTranslation('signIn')
  const [filled, setFilled] = useState<SignInValues>()
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        placeItems: 'center',
        p: 2,
        boxSizing: 'border-box',
      }}
    >
      <title>{`${t('title')} · Mooring`}</title>
      <Paper variant="outlined" sx={{ width: 400, maxWidth: '100%', p: { xs: 2.5, sm: 4 } }}>
        <Typography variant="h5" component="h1" sx={{ mb: 3 }}>
          Mooring
        </Typography>
        <SignInForm
          key={filled?.userName}
          initial={filled ?? { domain: session.defaultDomain }}
          place={{}}
        />
        {session.demoAccounts && (
          <DemoAccounts accounts={session.demoAccounts} onChoose={setFilled} />
        )}
      </Paper>
    </Box>
  )
}

function DemoAccounts({
  accounts,
  onChoose,
}: {
  accounts: readonly DemoAccount[]
  onChoose: (account: SignInValues) => void
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
