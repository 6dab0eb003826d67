import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Paper from '@mui/material/Paper'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { DemoAccount, SignedOut } from '#src/model/session.ts'
import { Logo } from '#src/ui/Logo.tsx'

import { SignInForm, type SignInValues } from './SignInForm.tsx'

/** An account that was chosen; each choice fills the form anew. */
type Filling = { values: SignInValues; count: number }

/** The page of a person who is not signed in. */
export function SignInPage({ session, foot }: { session: SignedOut; foot?: ReactNode }) {
  const { t } = useTranslation('signIn')
  const [filling, setFilling] = useState<Filling>()
  const fill = (values: SignInValues) =>
    setFilling((before) => ({ values, count: (before?.count ?? 0) + 1 }))
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 400px)',
        placeContent: 'center',
        justifyItems: 'center',
        gap: 2,
        p: 2,
        boxSizing: 'border-box',
      }}
    >
      <title>{`${t('title')} · Mooring`}</title>
      <Paper
        variant="outlined"
        sx={{ width: '100%', boxSizing: 'border-box', p: { xs: 2.5, sm: 4 } }}
      >
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center', mb: 3 }}>
          <Logo size={34} />
          <Box>
            <Typography variant="h5" component="h1" sx={{ lineHeight: 1.2 }}>
              Mooring
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {t('subtitle')}
            </Typography>
          </Box>
        </Stack>
        <SignInForm
          key={filling?.count}
          initial={filling?.values ?? { domain: session.defaultDomain }}
          place={{}}
        />
        {session.demoAccounts && <DemoAccounts accounts={session.demoAccounts} onChoose={fill} />}
      </Paper>
      {foot}
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
