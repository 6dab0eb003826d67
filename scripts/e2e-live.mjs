import { runEndToEnd } from './end-to-end.mjs'
import { installPackages } from './packages.mjs'
import { buildPage } from './page.mjs'
import { main, Obstacle } from './run.mjs'

await main(() => {
  if (!process.env.OS_AUTH_URL)
    throw new Obstacle(
      'OS_AUTH_URL is not set: it must be the address of the Keystone v3 to test against.',
    )
  installPackages()
  buildPage()
  runEndToEnd(process.argv.slice(2), { MOORING_E2E_CLOUD: 'live' })
})
