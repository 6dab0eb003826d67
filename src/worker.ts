import { http } from 'msw'
import { setupWorker } from 'msw/browser'

import { createServer } from '#server/app.ts'
import { embeddedCloud } from '#server/embedded.ts'
import type { CookieCarrier, CookieName } from '#server/session/cookies.ts'
import { readSettings } from '#server/settings/settings.ts'

/** Keeps the session as long as the page is there, as the cloud is; browsers take no cookie from a worker. */
function inThisPage(): CookieCarrier {
  const held = new Map<CookieName, string>()
  return {
    get: (_context, name) => held.get(name),
    set: (_context, name, sealed) => void held.set(name, sealed),
    remove: (_context, name) => void held.delete(name),
  }
}

/** Runs the server and the embedded cloud in the page, which then needs nothing but its files. */
export async function startEmbedded(): Promise<void> {
  const settings = readSettings({ MOORING_PUBLIC_URL: location.origin })
  const app = createServer(settings, {
    ...embeddedCloud(settings.demo),
    // Nobody to hide anything from: cookie, server and cloud share this page.
    secret: 'the page alone, without a server behind it',
    carrier: inThisPage(),
    // oxlint-disable-next-line no-console -- the log of a server that has nothing but the page
    log: { info: () => {}, warn: console.warn, error: console.error },
  })
  const worker = setupWorker(
    http.all('/api/*', ({ request }) => app.fetch(request)),
    http.all('/cloud/*', ({ request }) => app.fetch(request)),
  )
  await worker.start({ onUnhandledFrame: 'bypass', quiet: true })
}
