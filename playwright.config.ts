import { defineConfig } from '@playwright/test'

const { MOORING_CHROMIUM, MOORING_E2E_CLOUD, MOORING_E2E_PORT = '4173', CI } = process.env
const isLive = MOORING_E2E_CLOUD === 'live'
const address = `http://127.0.0.1:${MOORING_E2E_PORT}`

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  forbidOnly: CI !== undefined,
  // All tests share one cloud.
  workers: 1,
  timeout: isLive ? 180_000 : 60_000,
  // A loaded machine, or a real cloud, takes its time; a test that passes doesn't.
  expect: { timeout: isLive ? 60_000 : 15_000 },
  use: {
    baseURL: address,
    browserName: 'chromium',
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(MOORING_CHROMIUM !== undefined && { executablePath: MOORING_CHROMIUM }),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `${address}/readyz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    stdout: 'ignore',
    // Settings of the terminal don't reach the embedded cloud: an empty one counts as not given.
    env: {
      HOST: '127.0.0.1',
      PORT: MOORING_E2E_PORT,
      MOORING_PUBLIC_URL: '',
      MOORING_LAUNCH_URL: 'https://horizon.example/project/instances/?launch={volume_id}',
      MOORING_SECRET: 'for the end-to-end tests, and nothing else',
      ...(!isLive && {
        OS_AUTH_URL: '',
        OS_REGION_NAME: '',
        OS_INTERFACE: '',
        OS_CACERT: '',
        MOORING_BACKUPS: '',
        MOORING_DEMO_FAULTS: 'on',
      }),
    },
  },
})
