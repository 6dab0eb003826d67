import { runEndToEnd } from './end-to-end.mjs'
import { installPackages, newNode } from './packages.mjs'
import { buildPage } from './page.mjs'
import { main, run } from './run.mjs'

const { MOORING_FUZZ_RUNS = '5000' } = process.env

// Recorded answers of a real cloud with odd values in them, through all decoders and then through the page. By hand; how much is
// bounded by MOORING_FUZZ_RUNS (a decoder) and MOORING_FUZZ_ROUNDS (a page), and MOORING_FUZZ_SEED repeats a round.
await main(() => {
  installPackages()
  run(
    newNode(),
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      'src/openstack/odd-answers.test.ts',
      '--testTimeout=600000',
    ],
    { MOORING_FUZZ_RUNS },
  )
  buildPage()
  runEndToEnd(['--config', 'fuzz/playwright.config.ts', ...process.argv.slice(2)])
})
