import { runEndToEnd } from './end-to-end.mjs'
import { installPackages } from './packages.mjs'
import { buildPage } from './page.mjs'
import { main } from './run.mjs'

await main(() => {
  installPackages()
  buildPage()
  runEndToEnd(process.argv.slice(2))
})
