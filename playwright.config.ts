import { defineConfig } from '@playwright/test'

import { disabledFeatures } from './e2e/browser-features.ts'
import { addressOf, isLive, keystoneForBrowsers, workers } from './e2e/servers.ts'

const { MOORING_CHROMIUM, MOORING_E2E_TRACE, TEST_PARALLEL_INDEX = '0', CI } = process.env

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  forbidOnly: CI !== undefined,
  workers,
  timeout: isLive ? 180_000 : 60_000,
  // A loaded machine, or a real cloud, takes its time; a test that passes doesn't.
  expect: { timeout: isLive ? 60_000 : 15_000 },
  use: {
    // Each worker reads this file for itself.
    baseURL: addressOf(Number(TEST_PARALLEL_INDEX)),
    browserName: 'chromium',
    locale: 'en-GB',
    // Of a usual screen, so that the rows that the stories speak of are in sight.
    viewport: { width: 1280, height: 900 },
    // Costs a third of the time, so it is there when it is asked for.
    trace: MOORING_E2E_TRACE === undefined ? 'off' : 'retain-on-failure',
    launchOptions: {
      // As on Windows and Linux: scroll bars take room, so what overflows shows.
      ignoreDefaultArgs: ['--hide-scrollbars'],
      ...(MOORING_CHROMIUM !== undefined && { executablePath: MOORING_CHROMIUM }),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${disabledFeatures.join()}`,
      ],
    },
  },
  webServer: Array.from({ length: workers }, (_, index) => ({
    command: 'node scripts/start.mjs',
    url: `${addressOf(index)}/readyz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 5_000 },
    stdout: 'ignore' as const,
    // Settings of the terminal don't reach the embedded cloud: an empty one counts as not given.
    env: {
      HOST: '127.0.0.1',
      PORT: new URL(addressOf(index)).port,
      MOORING_PUBLIC_URL: '',
      MOORING_LAUNCH_URL: 'https://horizon.example/project/instances/?launch={volume_id}',
      MOORING_SECRET: 'for the end-to-end tests, and nothing else',
      ...(!isLive && {
        OS_AUTH_URL: '',
        OS_REGION_NAME: '',
        OS_INTERFACE: '',
        OS_CACERT: '',
        OS_USER_DOMAIN_NAME: '',
        MOORING_DOMAINS: '',
        MOORING_ADMIN_ROLES: '',
        MOORING_IDLE_MINUTES: '',
        MOORING_DEMO_RELEASE: '',
        MOORING_BACKUPS: '',
        MOORING_DEMO_FAULTS: 'on',
        // The stories wait for the cloud often; how long it takes is none of what they tell.
        MOORING_DEMO_SPEED: '4',
        WEBSSO_CHOICES: '[["credentials","Keystone"],["acme","ACME"]]',
        WEBSSO_IDP_MAPPING: '{"acme":["acme","openid"]}',
        WEBSSO_KEYSTONE_URL: keystoneForBrowsers(index),
      }),
    },
  })),
})
