import { ensureChromium } from './chromium.mjs'
import { installPackages, newNode } from './packages.mjs'
import { buildPage } from './page.mjs'
import { main, run } from './run.mjs'

await main(() => {
  installPackages()
  buildPage()
  const node = newNode()
  const chromium = ensureChromium(node)
  const runs = process.argv.slice(2)
  run(node, ['bench/page.ts', ...runs], chromium ? { MOORING_CHROMIUM: chromium } : {})
  run(node, ['bench/server.ts', ...runs])
})
