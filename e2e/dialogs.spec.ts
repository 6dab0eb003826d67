import type { Page } from '@playwright/test'

import { adminAddresses, goTo, projectAddresses } from './addresses.ts'
import { beginSession, expect, isLive, test } from './verbs.ts'

test.skip(isLive, 'the dialogs are about things of the embedded cloud')

/** Counts the page's requests that are not answered yet. */
function unanswered(page: Page): () => number {
  const open = new Set<unknown>()
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return () => open.size
}

/** Expects that each dialog shows the same, and has the same in its fields, when it is opened again. */
async function expectSameAgain(page: Page, dialogs: readonly string[]) {
  const asked = unanswered(page)
  const dialog = page.getByRole('dialog')
  const soft = expect.configure({ soft: true, timeout: 5_000 })
  for (const address of dialogs) {
    await goTo(page, address)
    await expect(dialog, address).toBeVisible()
    // What is asked for when it opens is part of how it starts.
    await expect.poll(asked).toBe(0)
    const first = await dialog.ariaSnapshot()
    await page.keyboard.press('Escape')
    await expect(dialog, address).toBeHidden()
    await goTo(page, address)
    await expect(dialog, address).toBeVisible()
    await soft.poll(() => dialog.ariaSnapshot(), address).toBe(first)
    await page.keyboard.press('Escape')
    await expect(dialog, address).toBeHidden()
  }
}

test('a dialog of a project that is opened again starts as it did at first', async ({ page }) => {
  // Many dialogs, each opened twice: more than other stories.
  test.slow()
  await beginSession(page, 'demo')
  await page.goto('/project/volumes')
  const { dialogs } = await projectAddresses(page.request)
  await expectSameAgain(page, dialogs)
})

test('a dialog for administrators that is opened again starts as it did at first', async ({
  page,
}) => {
  await beginSession(page, 'admin')
  await page.goto('/admin/volumes')
  const { dialogs } = await adminAddresses(page.request)
  await expectSameAgain(page, dialogs)
})
