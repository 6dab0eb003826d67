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
      await beginSession(page, 'demo')
      await page.goto('/project/volumes')
      expect(await scrollBarWidth(page)).toBeGreaterThan(0)
      await expectToFit(page, await projectAddresses(page.request))
    })

    test('no page and no dialog for administrators scrolls sideways', async ({ page }) => {
      await beginSession(page, 'admin')
      await page.goto('/admin/volumes')
      await expectToFit(page, await adminAddresses(page.request))
    })
  })
