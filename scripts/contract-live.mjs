import { join } from 'node:path'

import { installPackages, newNode } from './packages.mjs'
import { main, Obstacle, run } from './run.mjs'

const { OS_AUTH_URL, MOORING_CONTRACT_PASSWORD } = process.env

await main(() => {
  if (!OS_AUTH_URL || !MOORING_CONTRACT_PASSWORD)
    throw new Obstacle(
      'OS_AUTH_URL and MOORING_CONTRACT_PASSWORD must be set: the Keystone v3 to test against, and the password of its demo, reader and admin.',
    )
  installPackages()
  run(
    newNode(),
    [
      join('node_modules', 'vitest/vitest.mjs'),
      'run',
      'mocks/contract',
      '--project=node',
      // One cloud, which takes its time, for all files.
      '--no-file-parallelism',
      '--testTimeout=120000',
      '--hookTimeout=120000',
      ...process.argv.slice(2),
    ],
    { MOORING_CONTRACT_CLOUD: 'live' },
  )
})
