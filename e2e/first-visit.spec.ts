import type { Page } from '@playwright/test'

import { beginSession, expect, test } from './verbs.ts'

/** What a visit asks the server for until `row` is there, and the JavaScript that it loads, in bytes as sent. */
async function visit(page: Page, row: string) {
  const asked: string[] = []
  let script = 0
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(`${request.method()} ${pathname}`)
  })
  page.on('response', (response) => {
    if (response.url().endsWith('.js'))
      void response
        .request()
        .sizes()
        .then(({ responseBodySize }) => (script += responseBodySize))
  })
  await page.goto('/project/volumes')
  await expect(page.getByRole('row', { name: row })).toBeVisible()
  const untilRows = [...asked]
  await page.waitForLoadState('networkidle')
  return { untilRows, script }
}

test('a first visit to Volumes loads at most 230 kB of JavaScript', async ({ page }) => {
  await beginSession(page, 'demo')
  const { script } = await visit(page, 'quorum-disk')
  expect(script).toBeGreaterThan(100_000)
  expect(script).toBeLessThanOrEqual(230_000)
})

test('there are rows after at most four requests, none of them for a volume or an instance', async ({
  page,
}) => {
  await beginSession(page, 'demo')
  const { untilRows } = await visit(page, 'quorum-disk')
  expect(untilRows.length, untilRows.join('\n')).toBeLessThanOrEqual(4)
  expect(untilRows.filter((path) => /\/(volumes|servers)\/(?!detail)/.test(path))).toEqual([])
})
