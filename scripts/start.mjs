import { installPackages, newNode } from './packages.mjs'
import { buildPage } from './page.mjs'
import { become, main } from './run.mjs'

await main(() => {
  installPackages()
  buildPage()
  become(newNode(), ['server/index.ts'])
})
