import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

import { Obstacle, run, succeeds } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The system's Chromium; one that doesn't start, such as the stand-in for a missing snap, is none. */
function systemChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path) && succeeds(path, ['--version']))
}

const hasOwnChromium = () =>
  existsSync(createRequire(import.meta.url)('@playwright/test').chromium.executablePath())

/**
 * Makes sure that Playwright finds a Chromium: the system's, its own, or one that is installed now.
 * @param {string} node runs Playwright's command
 * @returns {string | undefined} the path of the system's; undefined for Playwright's own
 */
export function ensureChromium(node) {
  const given = process.env.MOORING_CHROMIUM ?? systemChromium()
  if (given || hasOwnChromium()) return given
  console.log('Installing Chromium …')
  const playwright = 'node_modules/@playwright/test/cli.js'
  if (succeeds(node, [playwright, 'install', 'chromium'], 300_000) && hasOwnChromium())
    return undefined
  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    const quietly = { DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], quietly)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quietly)
    return systemChromium()
  }
  throw new Obstacle(
    "The end-to-end tests need Chromium: install it by the system's package manager, or name it in MOORING_CHROMIUM.",
  )
}
