import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { runEndToEnd } from './end-to-end.mjs'
import { installPackages, newNode } from './packages.mjs'
import { buildPage } from './page.mjs'
import { main, root, run } from './run.mjs'

const reports = { unit: '.cache/unit.json', endToEnd: '.cache/end-to-end.json' }

/** @param {string} path */
const report = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

/** The closing line that continuous integration reads. */
function closingLine() {
  const { numPassedTests, numFailedTests } = report(reports.unit)
  const { expected, unexpected, flaky } = report(reports.endToEnd).stats
  return `${numPassedTests + expected + flaky} passed, ${numFailedTests + unexpected} failed`
}

/** @param {string} name @param {() => void} step */
function announced(name, step) {
  console.log(`\n== ${name}`)
  step()
}

await main(() => {
  installPackages()
  mkdirSync(join(root, '.cache'), { recursive: true })
  const node = newNode()
  /** @param {string} file @param {string[]} args */
  const tool = (file, ...args) =>
    run(node, [join('node_modules', file), ...args], { NODE_ENV: 'test' })

  announced('Format', () => tool('oxfmt/bin/oxfmt', '--check'))
  announced('Lint', () => tool('oxlint/bin/oxlint', '--deny-warnings'))
  announced('Types', () => tool('typescript/bin/tsc', '--noEmit'))
  announced('Unit tests', () =>
    tool(
      'vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports.unit}`,
    ),
  )
  announced('Build', buildPage)
  announced('End-to-end tests', () =>
    runEndToEnd(['--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, reports.endToEnd),
    }),
  )
  console.log(`\n${closingLine()}`)
})
