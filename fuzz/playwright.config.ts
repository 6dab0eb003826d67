import { fileURLToPath } from 'node:url'

import { defineConfig } from '@playwright/test'

import base from '../playwright.config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const servers = [base.webServer ?? []].flat()

/** As the stories are told, but on answers with odd values in them. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '*.fuzz.ts',
  outputDir: '../.cache/fuzz',
  timeout: 30 * 60_000,
  webServer: servers.map((server) => ({ ...server, cwd: root })),
})
