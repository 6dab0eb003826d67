import { adminAddresses, projectAddresses } from './addresses.ts'
import { expectToFit, scrollBarWidth } from './layout-verbs.ts'
import { beginSession, expect, isLive, test } from './verbs.ts'

test.skip(isLive, 'these volumes, snapshots and hosts are of the embedded cloud')

for (const language of ['en', 'zh-CN'] as const)
  test.describe(`in ${language}`, () => {
    test.beforeEach(({ page }) =>
      page.addInitScript((tag) => localStorage.setItem('mooring.language', tag), language),
    )

    test('no page and no dialog of a project scrolls sideways', async ({ page }) => {
      // Many pages and dialogs at three widths: more than other stories.
      test.slow()
      await beginSession(page, 'demo')
      await page.goto('/project/volumes')
      expect(await scrollBarWidth(page)).toBeGreaterThan(0)
      await expectToFit(page, await projectAddresses(page.request))
    })

    test('no page of a reader scrolls sideways, though each button says why it is off', async ({
      page,
    }) => {
      test.slow()
      await beginSession(page, 'reader')
      await page.goto('/project/volumes')
      const { pages } = await projectAddresses(page.request)
      await expectToFit(page, { pages, dialogs: [] })
    })

    test('the usual columns of volumes have room at 1440 px, and the filters are one line', async ({
      page,
    }) => {
      await beginSession(page, 'demo')
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto('/project/volumes')
      const table = page.getByRole('table')
      await expect(table.getByRole('row', { name: 'payroll' })).toContainText('payroll-1')
      const frame = table.locator('..')
      const over = await frame.evaluate((element) => element.scrollWidth - element.clientWidth)
      expect(over).toBe(0)
      const filters = [page.getByRole('searchbox'), page.locator('main [aria-pressed]').last()]
      const [first, last] = await Promise.all(filters.map((filter) => filter.boundingBox()))
      expect(Math.abs((first?.y ?? 0) - (last?.y ?? 0))).toBeLessThan(20)
    })

    test('no page and no dialog for administrators scrolls sideways', async ({ page }) => {
      // Many pages and dialogs at three widths: more than other stories.
      test.slow()
      await beginSession(page, 'admin')
      await page.goto('/admin/volumes')
      await expectToFit(page, await adminAddresses(page.request))
    })
  })

test('nothing moves under the pointer when rows are ticked, filters are set or groups arrive', async ({
  page,
  volumes,
  faults,
}) => {
  await faults.set({ requests: [{ service: 'volume', path: '/groups', delayMs: 2_000 }] })
  await page.setViewportSize({ width: 1440, height: 900 })
  const groups = page.waitForResponse(/\/groups\/detail/)
  await page.reload()
  const row = volumes.row('payroll')
  await expect(row).toContainText('payroll-1')
  const before = await row.boundingBox()
  const stays = async () => expect(await row.boundingBox()).toEqual(before)
  await (await groups).finished()
  await expect(page.getByRole('option', { name: 'ledger', exact: true })).toBeAttached()
  await stays()
  await row.getByRole('checkbox').check()
  await expect(page.getByText('1 selected')).toBeVisible()
  await stays()
  const top = async () => (await volumes.table.boundingBox())?.y
  const head = await top()
  await page.getByRole('button', { name: 'Shareable', exact: true }).first().click()
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible()
  expect(await top()).toBe(head)

  await volumes.manage('quorum-disk')
  const table = page.getByRole('table', { name: 'Attachments' })
  const attachment = table.getByRole('row', { name: 'node-01' })
  await expect(attachment).toBeVisible()
  const place = await attachment.boundingBox()
  await attachment.getByRole('checkbox').check()
  await expect(page.getByRole('button', { name: 'Detach from 1 instance' })).toBeVisible()
  expect(await attachment.boundingBox()).toEqual(place)
})
