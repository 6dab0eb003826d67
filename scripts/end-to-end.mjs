import { ensureChromium } from './chromium.mjs'
import { newNode } from './packages.mjs'
import { run } from './run.mjs'

/**
 * Runs the end-to-end tests against the built page.
 * @param {string[]} args of `playwright test` @param {NodeJS.ProcessEnv} [env]
 */
export function runEndToEnd(args, env = {}) {
  const node = newNode()
  const chromium = ensureChromium(node)
  run(node, ['node_modules/@playwright/test/cli.js', 'test', ...args], {
    ...env,
    ...(chromium && { MOORING_CHROMIUM: chromium }),
  })
}
