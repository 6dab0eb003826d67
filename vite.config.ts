import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

import { compressed, serverBehind, withoutWorker } from './scripts/vite-plugins.ts'
import { noncePlaceholder } from './server/nonce-placeholder.ts'

const testFolders = '{src,server,mocks,scripts}'

let first: Set<string> | undefined
const inFirstPanel = (id: string, context: { getModuleInfo: (id: string) => { importedIds: string[] } | null }) => {
  if (!first) { first = new Set(); const go = (one: string) => { if (first!.has(one)) return; first!.add(one); context.getModuleInfo(one)?.importedIds.forEach(go) }; go(new URL('./src/panels/volumes/VolumesPage.tsx', import.meta.url).pathname) }
  return first.has(id) ? 'first-panel' : null
}
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
        // What changes seldom stands apart from what changes with each version of ours.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            { name: 'libraries', test: /node_modules\//, tags: ['$initial'], priority: 2 },
            { name: 'page', tags: ['$initial'], priority: 1 },
            { name: inFirstPanel, priority: 0 },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: [`${testFolders}/**/*.test.ts`] },
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
