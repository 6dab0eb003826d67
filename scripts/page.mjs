import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { newNode } from './packages.mjs'
import { root, run } from './run.mjs'

/** What the built page is made from. */
const sources = [
  'src',
  'public',
  'index.html',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'scripts/chunks.ts',
  'scripts/vite-plugins.ts',
  'server/pages/nonce-placeholder.ts',
]

/** Says which sources the page in dist/ was built from. */
const stamp = join(root, '.cache/page-sources')

/** @param {string} path @returns {string[]} the files at it or below, but for tests */
function filesAt(path) {
  if (statSync(join(root, path)).isDirectory())
    return (
      readdirSync(join(root, path))
        // oxlint-disable-next-line unicorn/no-array-sort -- Node 18 has no toSorted
        .sort()
        .flatMap((name) => filesAt(join(path, name)))
    )
  return /\.test\.tsx?$/.test(path) ? [] : [path]
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesAt))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

/** Builds the page where its sources are not those it was last built from. */
export function buildPage() {
  const now = fingerprint()
  const isThere = existsSync(join(root, 'dist/index.html')) && existsSync(stamp)
  if (isThere && readFileSync(stamp, 'utf8') === now) return
  console.log('Building the page …')
  run(newNode(), ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    NODE_ENV: 'production',
  })
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}
