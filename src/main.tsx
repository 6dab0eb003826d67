import createCache from '@emotion/cache'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app/App.tsx'
import {
  createI18n,
  preferredLanguage,
  readTextsAhead,
  speakLanguage,
} from './app/languages/i18n.ts'
import { queryClient } from './app/query-client.ts'
import { router } from './app/routes/router.tsx'
import { serverNow } from './openstack/session/server-clock.ts'
import { sessionQuery } from './queries/session.ts'
import { setClock } from './ui/now.ts'

setClock(serverNow)

if (import.meta.env.MODE === 'worker')
  await import('./worker.ts').then(({ startEmbedded }) => startEmbedded())

// The page of the address and what it shows are asked for while the frame is being drawn.
void queryClient.prefetchQuery(sessionQuery)
void router.load()

// The server puts a new nonce into each page, and its policy lets in no style sheet without it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce
const styles = createCache({ key: 'm', ...(nonce && { nonce }) })
const texts = createI18n()
await speakLanguage(texts, preferredLanguage(), { chosen: false })
readTextsAhead(texts)

const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <StrictMode>
      <App styles={styles} texts={texts} client={queryClient} />
    </StrictMode>,
  )
