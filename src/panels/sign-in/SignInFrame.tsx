import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Logo } from '#src/ui/Logo.tsx'

/** The card of the pages before sign-in. It stands at a fixed height, so that a message below moves nothing above. */
export function SignInFrame({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  const { t } = useTranslation('signIn')
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 400px)',
        placeContent: 'start center',
        justifyItems: 'center',
        gap: 2,
        p: 2,
        pt: { xs: 3, sm: 'max(24px, 12vh)' },
        boxSizing: 'border-box',
      }}
    >
      <title>{`${t('title')} · Mooring`}</title>
      <Paper
        variant="outlined"
        sx={{ width: '100%', boxSizing: 'border-box', p: { xs: 2.5, sm: 4 } }}
      >
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center', mb: 2 }}>
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
        {children}
      </Paper>
      {foot}
    </Box>
  )
}
