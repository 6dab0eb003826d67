import type { EmotionCache } from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { I18nextProvider } from 'react-i18next'

import { Updates } from './notices/Updates.tsx'
import { router } from './routes/router.tsx'
import { SessionGate } from './session/SessionGate.tsx'
import { theme } from './theme.ts'

/** The whole page. `styles` has the nonce that the page's policy asks of style sheets. */
export function App({
  styles,
  texts,
  client,
}: {
  styles: EmotionCache
  texts: i18n
  client: QueryClient
}) {
  return (
    <CacheProvider value={styles}>
      <ThemeProvider theme={theme} defaultMode="system" noSsr>
        <CssBaseline enableColorScheme />
        <I18nextProvider i18n={texts}>
          <QueryClientProvider client={client}>
            <Updates />
            <SessionGate>
              <RouterProvider router={router} />
            </SessionGate>
          </QueryClientProvider>
        </I18nextProvider>
      </ThemeProvider>
    </CacheProvider>
  )
}
