import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const testFolders = '{src,server,mocks,scripts}'

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', sourcemap: false },
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
})
