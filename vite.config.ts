import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

import { chunkOf } from './scripts/chunks.ts'
import { compressed, serverBehind, withoutWorker } from './scripts/vite-plugins.ts'
import { noncePlaceholder } from './server/pages/nonce-placeholder.ts'

const volumesPanel = chunkOf('volumes', 'src/panels/volumes/table/VolumesPage.tsx')

const testFolders = '{src,server,mocks,scripts}'

export default defineConfig(({ mode }) => ({
  // Each mode has packages of its own to prepare, and two may run at a time.
  cacheDir: `node_modules/.vite/${mode}`,
  plugins: [react(), serverBehind(), withoutWorker(), compressed()],
  html: { cspNonce: noncePlaceholder },
  server: {
    host: process.env.HOST ?? '127.0.0.1',
    port: Number(process.env.PORT ?? 5173),
    // Reports of the tests are no reason to load the page anew.
    watch: { ignored: ['**/.cache/**', '**/dist/**'] },
  },
  build: {
    target: 'es2023',
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What changes seldom stands apart from what changes with each version of ours.
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            { name: 'libraries', test: /node_modules\//, tags: ['$initial'], priority: 2 },
            { name: 'page', tags: ['$initial'], priority: 1 },
            { name: 'english', test: /\/languages\/en\//, priority: 0 },
            { name: 'chinese', test: /\/languages\/zh-CN\//, priority: 0 },
            // One file is smaller than its parts, and the other panels use most of it too.
            { name: volumesPanel, debugName: 'volumes', priority: 0 },
          ],
        },
      },
    },
  },
  test: {
    // A loaded machine takes its time; a test that passes doesn't.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: [`${testFolders}/**/*.test.ts`] },
      },
      {
        extends: true,
        test: {
          name: 'zed',
          environment: 'node',
          include: ['mocks/contract/**/*.test.ts'],
          env: { MOORING_CONTRACT_RELEASE: 'zed' },
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: [`${testFolders}/**/*.test.tsx`],
          setupFiles: ['src/app/test-setup.ts'],
        },
      },
    ],
  },
}))
