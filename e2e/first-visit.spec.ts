import type { Page } from '@playwright/test'

import { beginSession, expect, test } from './verbs.ts'

/** What a visit asks the server for until it has the first volumes, and the JavaScript that it loads, in bytes as sent. */
async function visit(page: Page) {
  await page.goto('/project/volumes')
  await expect(page.getByRole('row', { name: 'quorum-disk' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  return page.evaluate(() => {
    const entries = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
    const list = entries.find(({ name }) => name.includes('/volumes/detail'))
    return {
      asked: entries
        .filter(
          ({ name, startTime }) => name.includes('/api/') && startTime < (list?.responseEnd ?? 0),
        )
        .map(({ name }) => new URL(name).pathname),
      script: entries
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    }
  })
}

test('a first visit to Volumes loads at most 230 kB of JavaScript', async ({ page }) => {
  await beginSession(page, 'demo')
  const { script } = await visit(page)
  expect(script).toBeGreaterThan(100_000)
  expect(script).toBeLessThanOrEqual(230_000)
})

test('the first rows need at most four requests, none of them for one volume or one instance', async ({
  page,
}) => {
  await beginSession(page, 'demo')
  const { asked } = await visit(page)
  expect(asked).toContain('/api/volume/volumes/detail')
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(4)
  expect(asked.filter((path) => /\/(volumes|servers)\/(?!detail)/.test(path))).toEqual([])
})
