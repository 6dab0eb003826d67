import { expect, isLive, test } from './verbs.ts'

test('one volume is attached to five instances at once; two of them can’t take it', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('cluster')
  await volumes.create(name, { shareable: true })
  const dialog = await volumes.manage(name)
  await volumes.pick(['node-01', 'legacy-1', 'node-02', 'broken-1', 'node-03'])
  await expect(dialog).toContainText('An ordinary file system')
  await dialog.getByRole('button', { name: 'Attach Volume' }).click()

  const progress = dialog.getByRole('list', { name: 'Progress' })
  const of = (instance: string) => progress.getByRole('listitem', { name: instance })
  for (const node of ['node-01', 'node-02', 'node-03'])
    await expect(of(node)).toContainText('Attached on /dev/')
  await expect(of('legacy-1')).toContainText("has 'multiattach' set, which is not supported")
  await expect(of('legacy-1')).toContainText('Request ID req-')
  await expect(of('broken-1')).toContainText('compute_attach_volume: Error')
  await expect(of('broken-1').getByRole('button', { name: 'Retry broken-1' })).toBeVisible()

  const attachments = dialog.getByRole('table', { name: 'Attachments' })
  await attachments.getByRole('button', { name: 'Detach Volume from node-02' }).click()
  await volumes.dialog('Detach Volume').getByRole('button', { name: 'Detach Volume' }).click()
  await expect(of('node-02')).toContainText('Detached')
  await expect(attachments.getByRole('row', { name: 'node-02' })).toBeHidden()
  await expect(attachments.getByRole('row', { name: 'node-01' })).toContainText('Attached')
  await page.keyboard.press('Escape')
  await expect(volumes.row(name)).toContainText('In-use')
})

test('what is under way goes on when the dialog is closed', async ({ page, volumes }) => {
  const name = volumes.named('tray')
  await volumes.create(name, { shareable: true })
  const dialog = await volumes.manage(name)
  await volumes.pick(['node-01', 'node-02', 'node-03'])
  const attach = dialog.getByRole('button', { name: 'Attach Volume' })
  await attach.click()
  await expect(attach).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const tray = page.getByRole('region', { name: 'Attachments in progress' })
  await expect(tray).toContainText('3 of 3 done')
  await page.getByRole('textbox', { name: 'Attached to instance' }).fill('node-03')
  await expect(volumes.row(name)).toBeVisible()
})

test('a plain volume in use says why no second instance can have it', async ({ volumes }) => {
  const name = volumes.named('plain')
  await volumes.create(name)
  const dialog = await volumes.manage(name)
  await volumes.pick(['node-01'])
  await expect(dialog.getByRole('textbox', { name: 'Device Name' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Attach Volume' }).click()
  await expect(dialog.getByRole('row', { name: 'node-01' })).toContainText('Attached')
  await expect(dialog).toContainText('can be attached to one instance only')
  await expect(dialog).toContainText('shareable volume type')
})

test('an attachment whose instance is gone is shown as such and breaks nothing', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('stale')
  await volumes.create(name, { shareable: true })
  const gone = await volumes.leaveStaleAttachment(name)
  await page.reload()
  await expect(volumes.row(name)).toContainText(gone.slice(0, 8))
  const dialog = await volumes.manage(name)
  await expect(dialog.getByRole('row', { name: gone.slice(0, 8) })).toContainText(
    'The instance is gone',
  )
  await volumes.pick(['node-01'])
  await dialog.getByRole('button', { name: 'Attach Volume' }).click()
  await expect(dialog.getByRole('list', { name: 'Progress' })).toContainText('Attached on')
})

test('all instances of a volume are listed, searched and let go', async ({ page, volumes }) => {
  const name = volumes.named('many')
  await volumes.create(name, { shareable: true })
  const dialog = await volumes.manage(name)
  await volumes.pick(['node-01', 'node-02', 'node-03', 'node-04'])
  await dialog.getByRole('button', { name: 'Attach Volume' }).click()
  await expect(dialog.getByRole('list', { name: 'Progress' }).getByText('Attached on')).toHaveCount(
    4,
  )
  await page.keyboard.press('Escape')
  await volumes
    .row(name)
    .getByRole('button', { name: new RegExp(`^\\d more instances? of ${name}$`) })
    .click()
  const list = volumes.dialog(`Instances of ${name}`)
  await expect(list.getByRole('listitem')).toHaveCount(4)
  await list.getByRole('searchbox', { name: 'Filter instances' }).fill('node-04')
  await list.getByRole('button', { name: 'Detach Volume from node-04' }).click()
  await volumes.dialog('Detach Volume').getByRole('button', { name: 'Detach Volume' }).click()
  await list.getByRole('searchbox', { name: 'Filter instances' }).fill('')
  await expect(list.getByRole('listitem')).toHaveCount(3)
})

test('an attempt that failed is no holder, and has no Detach', async ({ page, volumes }) => {
  const name = volumes.named('few-holders')
  await volumes.create(name, { shareable: true })
  const dialog = await volumes.manage(name)
  await volumes.pick(['node-03', 'legacy-1'])
  await dialog.getByRole('button', { name: 'Attach Volume' }).click()
  const progress = dialog.getByRole('list', { name: 'Progress' })
  await expect(progress.getByRole('listitem', { name: 'legacy-1' })).toContainText('Not attached')
  await expect(progress.getByRole('listitem', { name: 'node-03' })).toContainText('Attached on')
  const table = dialog.getByRole('table', { name: 'Attachments' })
  await expect(table.getByRole('row', { name: 'node-03' })).toBeVisible()
  await expect(table.getByRole('row', { name: 'legacy-1' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(volumes.row(name)).toContainText('node-03')
  await expect(volumes.row(name)).not.toContainText('legacy-1')
  await expect(page.getByRole('region', { name: 'Attachments' })).toContainText('1 failed')
})

test.describe('what Nova does not detach', () => {
  test.skip(isLive, 'these instances are of the embedded cloud')

  test('is not offered, with the reason', async ({ page, volumes }) => {
    for (const [volume, instance, reason] of [
      ['web-1-root', 'web-1', 'boots from this volume'],
      ['payroll', 'payroll-1', 'only an administrator may change it'],
    ] as const) {
      const dialog = await volumes.manage(volume)
      const detach = dialog.getByRole('button', { name: `Detach Volume from ${instance}` })
      await expect(detach).toHaveAttribute('aria-disabled', 'true')
      await expect(detach).toHaveAccessibleDescription(new RegExp(reason))
      await expect(dialog.getByRole('checkbox', { name: `Select ${instance}` })).toBeHidden()
      await page.keyboard.press('Escape')
      await volumes.row(volume).getByRole('checkbox').check()
    }
    await page.getByRole('button', { name: 'Bulk actions' }).click()
    await page.getByRole('menuitem', { name: 'Detach Volumes' }).click()
    const bulk = volumes.dialog('Detach Volumes')
    await expect(bulk).toContainText('boots from this volume')
    await expect(bulk).toContainText('only an administrator may change it')
    await page.keyboard.press('Escape')
    await page.goto('/project/instances')
    await page.getByRole('button', { name: 'Actions for web-1' }).click()
    await expect(page.getByRole('menuitem', { name: 'Detach Volume' })).toContainText(
      'boots from this volume',
    )
  })
})

test.describe('an administrator', () => {
  test.use({ signedInAs: 'admin' })
  test.skip(isLive, 'this instance is of the embedded cloud')

  test('is not kept from detaching by a lock', async ({ page, volumes }) => {
    await page.goto('/admin/volumes?q=payroll')
    await expect(volumes.row('payroll')).toBeVisible()
    await page.getByRole('button', { name: 'Actions for payroll' }).click()
    await page.getByRole('menuitem', { name: 'Manage Attachments' }).click()
    const detach = page.getByRole('button', { name: 'Detach Volume from payroll-1' })
    await expect(detach).toBeVisible()
    await expect(detach).not.toHaveAttribute('aria-disabled', 'true')
  })
})
