import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { runEndToEnd } from './end-to-end.mjs'
import { installPackages, newNode } from './packages.mjs'
import { buildPage } from './page.mjs'
import { main, Obstacle, root, runBeside } from './run.mjs'

const reports = { unit: '.cache/unit.json', endToEnd: '.cache/end-to-end.json' }

/** @param {string} path */
const report = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

/** The closing line that continuous integration reads. */
function closingLine() {
  const { numPassedTests, numFailedTests } = report(reports.unit)
  const { expected, unexpected, flaky } = report(reports.endToEnd).stats
  return `${numPassedTests + expected + flaky} passed, ${numFailedTests + unexpected} failed`
}

/** @param {number} since */
const secondsSince = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`

await main(async () => {
  installPackages()
  mkdirSync(join(root, '.cache'), { recursive: true })
  const node = newNode()

  /**
   * Starts a check beside the others, and shows its output once it is done.
   * @param {string} name @param {string} file @param {string[]} args
   */
  const check = async (name, file, ...args) => {
    const start = Date.now()
    const { output, obstacle } = await runBeside(node, [join('node_modules', file), ...args], {
      NODE_ENV: 'test',
    })
    console.log(`\n== ${name} (${secondsSince(start)})\n${output.trimEnd()}`)
    return obstacle
  }

  // None of them needs a quiet machine. The browser does: its stories come when they are done.
  const obstacles = await Promise.all([
    check('Format', 'oxfmt/bin/oxfmt', '--check'),
    check('Lint', 'oxlint/bin/oxlint', '--deny-warnings'),
    check('Types', 'typescript/bin/tsc', '--noEmit'),
    check(
      'Unit tests',
      'vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports.unit}`,
    ),
  ])
  const failed = obstacles.filter((obstacle) => obstacle !== undefined)
  if (failed.length > 0)
    throw new Obstacle(failed.map(({ message }) => message).join('\n'), failed[0]?.exitCode)

  console.log('\n== Build')
  buildPage()
  console.log('\n== End-to-end tests')
  const start = Date.now()
  runEndToEnd(['--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, reports.endToEnd),
  })
  console.log(`\nEnd-to-end tests: ${secondsSince(start)}`)
  console.log(`\n${closingLine()}`)
})
