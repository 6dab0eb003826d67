import type { Page } from '@playwright/test'

import { expect, isLive, signIn, test } from './verbs.ts'

test.skip(isLive, 'a real cloud is as old as it is')

/** The main stories, on clouds from the first with microversions to the newest: `mocks/README.md` names them. */
const releases = [
  { release: 'oldest', shares: false },
  { release: 'sharing', shares: true },
  { release: 'zed', shares: true },
  { release: 'newest', shares: true },
]

/** What the cloud has refused since, which shows as nothing at all where the page goes on without it. */
function refusalsOf(page: Page): string[] {
  const refusals: string[] = []
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    // The seeds have attachments of instances and volumes that are gone, which the audit looks for.
    const isGone = response.status() === 404 && /\/(servers|volumes)\/[0-9a-f-]{36}/.test(path)
    if (response.status() >= 400 && path !== '/api/session' && !isGone)
      refusals.push(`${response.status()} ${response.request().method()} ${path}`)
  })
  return refusals
}

for (const { release, shares } of releases) {
  test.describe(`on a cloud of the release ${release}`, () => {
    test.beforeEach(async ({ page, volumes, faults }) => {
      await faults.set({ release })
      await page.context().clearCookies()
      await volumes.open()
      await signIn(page, 'demo')
      await expect(volumes.row('db-data')).toBeVisible()
    })

    test('volumes are listed with who has them, made, attached and detached', async ({
      page,
      volumes,
    }) => {
      const refusals = refusalsOf(page)
      await page.reload()
      await expect(volumes.row('quorum-disk')).toContainText('node-01')
      const name = volumes.named('plain')
      await volumes.create(name)
      await volumes.attach(name, ['node-04'])
      await expect(volumes.row(name)).toContainText('node-04')
      const dialog = await volumes.manage(name)
      await dialog.getByRole('button', { name: 'Detach Volume from node-04' }).click()
      await volumes.dialog('Detach Volume').getByRole('button', { name: 'Detach Volume' }).click()
      await expect(dialog.getByRole('list', { name: 'Progress' })).toContainText('Detached')
      await page.keyboard.press('Escape')
      await expect(volumes.row(name)).toContainText('Available')
      expect(refusals).toEqual([])
    })

    test('the pages of a volume, snapshots, instances and sharing are there', async ({
      page,
      volumes,
    }) => {
      const refusals = refusalsOf(page)
      await volumes.row('quorum-disk').getByRole('link', { name: 'quorum-disk' }).click()
      await expect(page.getByRole('heading', { name: 'quorum-disk' })).toBeVisible()
      for (const panel of ['snapshots', 'instances', 'sharing']) {
        await page.goto(`/project/${panel}`)
        await expect(page.getByRole('table').or(page.getByRole('grid')).first()).toBeVisible()
        await expect(page.getByText('could not be read')).toBeHidden()
      }
      expect(refusals).toEqual([])
    })

    test('the pages of administrators are there', async ({ page, volumes }) => {
      await page.context().clearCookies()
      await volumes.open()
      await signIn(page, 'admin')
      await expect(volumes.table).toBeVisible()
      const refusals = refusalsOf(page)
      for (const panel of ['volumes', 'attachments', 'volume-types', 'back-ends', 'hosts']) {
        await page.goto(`/admin/${panel}`)
        await expect(page.getByRole('table').first()).toBeVisible()
        await expect(page.getByText('could not be read')).toBeHidden()
      }
      expect(refusals).toEqual([])
    })

    if (shares)
      test('a shareable volume goes to two instances, and one lets it go', async ({
        page,
        volumes,
      }) => {
        const refusals = refusalsOf(page)
        const name = volumes.named('shared')
        await volumes.create(name, { shareable: true })
        await volumes.attach(name, ['node-04', 'node-05'])
        const dialog = await volumes.manage(name)
        await dialog.getByRole('button', { name: 'Detach Volume from node-04' }).click()
        await volumes.dialog('Detach Volume').getByRole('button', { name: 'Detach Volume' }).click()
        const attachments = dialog.getByRole('table', { name: 'Attachments' })
        await expect(attachments.getByRole('row', { name: 'node-04' })).toBeHidden()
        await expect(attachments.getByRole('row', { name: 'node-05' })).toContainText('Attached')
        await page.keyboard.press('Escape')
        await expect(volumes.row(name)).toContainText('In-use')
        expect(refusals).toEqual([])
      })
    else
      test('the page says that no volume can be shared, before one tries', async ({
        page,
        volumes,
      }) => {
        await page.getByRole('button', { name: 'Create Volume' }).first().click()
        const creating = volumes.dialog('Create Volume')
        await expect(creating).toContainText(
          'Shareable volumes need Cinder 3.50 and Nova 2.60 or later',
        )
        await expect(creating.getByRole('checkbox', { name: 'Shareable' })).toBeDisabled()
        await page.keyboard.press('Escape')
        await expect(await volumes.manage('lonely')).toContainText(
          'Attaching a shareable volume needs Cinder 3.50 and Nova 2.60 or later',
        )
      })
  })
}
