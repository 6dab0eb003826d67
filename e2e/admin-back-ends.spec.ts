import type { Page } from '@playwright/test'

import { expect, isLive, test as base } from './verbs.ts'

const test = base.extend({ signedInAs: 'admin' })

/** What an administrator sees on the page Back Ends. */
const backEndsOf = (page: Page) => ({
  pool: (name: string) =>
    page.getByRole('table', { name: 'Pools' }).getByRole('row', { name, exact: true }),
  service: (name: string) =>
    page.getByRole('table', { name: 'Volume Services' }).getByRole('row', { name, exact: true }),
  async open() {
    await page.goto('/admin/back-ends')
    await expect(page.getByRole('heading', { name: 'Back Ends' })).toBeVisible()
  },
})

test('pools show their room, whether they can share, and which types lead to them', async ({
  page,
  volumes,
}) => {
  await expect(volumes.table).toBeVisible()
  await page.getByRole('link', { name: 'Back Ends' }).click()
  const backEnds = backEndsOf(page)
  const shared = backEnds.pool('vm@shared#shared')
  await expect(shared).toContainText('100,000 GiB')
  await expect(shared).toContainText('Yes')
  await expect(shared).toContainText('multiattach')
  await expect(shared.getByRole('meter', { name: 'Ratio' })).toBeVisible()
  await expect(backEnds.pool('vm@single#single')).toContainText('No')
  await page.getByRole('searchbox', { name: 'Filter pools and services' }).fill('single')
  await expect(shared).toBeHidden()
  await expect(page).toHaveURL(/q=single/)
})

test('a shareable type that no pool can make is flagged on top', async ({ page, volumes }) => {
  await expect(volumes.table).toBeVisible()
  const backEnds = backEndsOf(page)
  await backEnds.open()
  const flagged = page.getByRole('alert').filter({ hasText: 'can’t be created' })
  await expect(flagged).toContainText('multiattach-nowhere: matching pools exist')
  await expect(flagged.getByText('multiattach', { exact: true })).toBeHidden()
  await expect(flagged.getByRole('link', { name: 'Volume Types' })).toHaveAttribute(
    'href',
    /volume-types/,
  )
})

test('a service is disabled with a reason, and enabled again', async ({ page, volumes }) => {
  test.skip(isLive, 'others make volumes on a live cloud meanwhile')
  await expect(volumes.table).toBeVisible()
  const backEnds = backEndsOf(page)
  await backEnds.open()
  const service = backEnds.service('cinder-volume vm@shared')
  await service.getByRole('button', { name: 'Disable Service' }).click()
  const dialog = page.getByRole('dialog', { name: 'Disable Service' })
  await expect(dialog).toContainText('No new volumes are placed there')
  await expect(dialog).toContainText('Existing volumes are unaffected')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('new disks')
  await dialog.getByRole('button', { name: 'Equivalent command' }).click()
  await expect(dialog).toContainText("--disable-reason 'new disks' vm@shared cinder-volume")
  await dialog.getByRole('button', { name: 'Disable Service' }).click()
  await expect(dialog).toBeHidden()
  await expect(service).toContainText('Disabled')
  await expect(service).toContainText('new disks')
  await expect(backEnds.pool('vm@shared#shared')).toBeHidden()
  await expect(page.getByRole('alert').filter({ hasText: 'can’t be created' })).toContainText(
    'multiattach: no pool matches',
  )

  await service.getByRole('button', { name: 'Enable Service' }).click()
  await page
    .getByRole('dialog', { name: 'Enable Service' })
    .getByRole('button', { name: 'Enable Service' })
    .click()
  await expect(service).toContainText('Enabled')
  await expect(service).not.toContainText('new disks')
  await expect(backEnds.pool('vm@shared#shared')).toBeVisible()
})

test('a refusal is shown in the cloud’s words, and the reason stays', async ({
  page,
  volumes,
  faults,
}) => {
  test.skip(isLive, 'a live cloud does not fail on demand')
  await expect(volumes.table).toBeVisible()
  await faults.set({ policies: { 'volume_extension:services:update': '!' } })
  const backEnds = backEndsOf(page)
  await backEnds.open()
  await backEnds
    .service('cinder-volume vm@single')
    .getByRole('button', { name: 'Disable Service' })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Disable Service' })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('new disks')
  await dialog.getByRole('button', { name: 'Disable Service' }).click()
  await expect(dialog).toContainText("Policy doesn't allow volume_extension:services:update")
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('new disks')
})
