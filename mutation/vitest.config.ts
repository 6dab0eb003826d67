import { defineConfig } from 'vitest/config'

/** The tests of the rules and of the server, which run without a page. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['{src/model,server}/**/*.test.ts'],
    testTimeout: 30_000,
  },
})
