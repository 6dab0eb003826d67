import { createServer as createNodeServer } from 'node:http'
import { join } from 'node:path'

import { getRequestListener } from '@hono/node-server'

import { logConsole } from '#server/http/console-log.ts'
import { readPages } from '#server/pages/built-pages.ts'
import { SettingsError } from '#server/settings/readers.ts'
import { addressOf, readSettings, type Settings } from '#server/settings/settings.ts'

import { createServer } from './app.ts'
import { createLog } from './log.ts'
import { cloudDeps } from './node-cloud.ts'
import { gracefulStop } from './stopping.ts'

/**
 * How long an idle connection is kept open, in ms: longer than proxies keep theirs (mostly 60 s), or one would now and then send a
 * request on a connection that is just being closed.
 */
const keepAliveTimeout = 65_000

/** In bytes: the session alone may take 16 kB of cookies. */
const maxHeaderSize = 32 * 1024

/** After a stop was asked for, in ms: proxies that reuse connections notice within the first, requests in flight end in the second. */
const stopOptions = { graceMs: 2_000, patienceMs: 30_000 }

/** Why the server can't listen, as a line about the setting that would mend it. */
function listenObstacle(code: string, { host, port }: Settings): string {
  if (code === 'EADDRINUSE')
    return `PORT is ${port}, which another program listens on: it must be a free one, or 0 for any.`
  if (code === 'EACCES')
    return `PORT is ${port}, which needs special rights: it must be one from 1024 on.`
  return `HOST is "${host}", which can't be listened on (${code}): it must be an address of this machine, such as 127.0.0.1.`
}

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  const log = createLog(settings)
  const cloud = await cloudDeps(settings, log)
  const pages = await readPages(join(import.meta.dirname, '../dist'))
  const server = createNodeServer({ keepAliveTimeout, maxHeaderSize })
  const stop = gracefulStop(server, stopOptions)
  const app = createServer(settings, { ...cloud, log, pages, isStopping: stop.isAsked })
  server.on('request', getRequestListener(app.fetch))

  server.on('error', (error) => {
    console.error(listenObstacle('code' in error ? String(error.code) : error.message, settings))
    process.exit(1)
  })

  server.listen(settings.port, settings.host, () => {
    logConsole(log, console)
    const bound = server.address()
    const port = typeof bound === 'object' && bound ? bound.port : settings.port
    const address = settings.publicUrl?.origin ?? addressOf(settings.host, port)
    if (!settings.embedded && !process.stdout.isTTY) return log.info({ address }, 'listening')
    console.log(`\nMooring is at ${address}`)
    if (!cloud.embedded) return console.log(`Cloud: ${settings.authUrl}\n`)
    console.log('\nNo OS_AUTH_URL is set, so this is the embedded cloud. Its people:')
    for (const { userName, password, domain, description } of cloud.embedded.demoAccounts)
      console.log(`  ${userName} / ${password} (domain ${domain}): ${description}`)
    console.log(`For curl and the openstack client: OS_AUTH_URL=${address}/cloud/identity/v3\n`)
  })

  let stoppedAt = Number.POSITIVE_INFINITY
  const end = () => {
    // A terminal's Ctrl+C comes twice, also by way of the script that started this; only a later one is impatience.
    if (performance.now() - stoppedAt > 1000) process.exit(1)
    if (Number.isFinite(stoppedAt)) return
    stoppedAt = performance.now()
    void stop.ask().then(() => process.exit(0))
  }
  process.on('SIGTERM', end).on('SIGINT', end)
}

try {
  await start()
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error)
  process.exit(1)
}
