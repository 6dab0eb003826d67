import { installPackages, newNode } from './packages.mjs'
import { main, run } from './run.mjs'

// Mutation testing of the rules and of the server: by hand, since it takes half an hour. What was found for code and tests that
// have not changed since is kept in .cache/mutation. Arguments are Stryker's, such as `--mutate src/model/attach/holder.ts`.
await main(() => {
  installPackages()
  run(newNode(), [
    'node_modules/@stryker-mutator/core/bin/stryker.js',
    'run',
    'mutation/stryker.config.json',
    ...process.argv.slice(2),
  ])
})
