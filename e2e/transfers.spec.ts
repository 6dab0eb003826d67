import { readFile } from 'node:fs/promises'

import { goTo } from './snapshot-verbs.ts'
import { expect, isLive, otherProject, test } from './verbs.ts'

test('a volume is handed to another project with a key that is shown once', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('gift')
  await volumes.create(name)
  await volumes.choose('Create Volume Transfer', name)
  const create = volumes.dialog('Create Volume Transfer')
  await create.getByRole('textbox', { name: 'Transfer Name' }).fill('a gift')
  await create.getByRole('button', { name: 'Create Volume Transfer' }).click()
  const details = volumes.dialog('Volume Transfer Details')
  const id = await details.getByRole('textbox', { name: 'Transfer ID' }).inputValue()
  const key = await details.getByRole('textbox', { name: 'Authorization Key' }).inputValue()
  await details.getByRole('button', { name: 'Close' }).last().click()
  await expect(details).toContainText('neither copied nor downloaded')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    details.getByRole('button', { name: 'Download transfer credentials' }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toContain(id)
  expect(text).toContain(key)
  await details.getByRole('button', { name: 'Close' }).last().click()
  await expect(details).toBeHidden()
  await expect(volumes.row(name)).toContainText('Awaiting Transfer')

  await goTo(page, 'Project', otherProject)
  await page.getByRole('button', { name: 'Accept Volume Transfer' }).click()
  const accept = volumes.dialog('Accept Volume Transfer')
  await accept.getByRole('textbox', { name: 'Transfer ID' }).fill(id)
  await accept.getByRole('textbox', { name: 'Authorization Key' }).fill('not it')
  await accept.getByRole('button', { name: 'Accept Volume Transfer' }).click()
  await expect(accept.getByRole('alert')).toContainText('invalid auth key')
  await accept.getByRole('textbox', { name: 'Authorization Key' }).fill(key)
  await accept.getByRole('button', { name: 'Accept Volume Transfer' }).click()
  await expect(accept).toBeHidden()
  await expect(volumes.row(name)).toContainText('Available')
})

test('a volume that is on offer can be had back', async ({ page, volumes }) => {
  const name = volumes.named('kept')
  await volumes.create(name)
  await volumes.choose('Create Volume Transfer', name)
  const create = volumes.dialog('Create Volume Transfer')
  await create.getByRole('button', { name: 'Create Volume Transfer' }).click()
  await expect(create).toContainText('Enter a name')
  await create.getByRole('textbox', { name: 'Transfer Name' }).fill('second thoughts')
  await create.getByRole('button', { name: 'Create Volume Transfer' }).click()
  const details = volumes.dialog('Volume Transfer Details')
  await details.getByRole('button', { name: 'Close' }).last().click()
  await details.getByRole('button', { name: 'Close without the key' }).click()
  await expect(volumes.row(name)).toContainText('Awaiting Transfer')
  await volumes.choose('Cancel Volume Transfer', name)
  const cancel = volumes.dialog('Cancel Volume Transfer')
  await expect(cancel).toContainText('second thoughts')
  await cancel.getByRole('button', { name: 'Cancel Volume Transfer' }).click()
  await expect(volumes.row(name)).toContainText('Available')
  await expect(page.getByRole('alert')).toBeHidden()
})

test('a volume that instances hold can’t be handed over, and says why', async ({
  page,
  volumes,
}) => {
  await volumes.row('quorum-disk').getByRole('button', { name: 'Actions for quorum-disk' }).click()
  const item = page.getByRole('menuitem', { name: 'Create Volume Transfer' })
  await expect(item).toContainText('Attached to 3 instances')
})

test.describe('backups', () => {
  test.skip(isLive, 'the live cloud has no service for backups')

  test('are offered where the cloud has a service for them, and only there', async ({
    page,
    volumes,
  }) => {
    await volumes.row('scratch').getByRole('button', { name: 'Actions for scratch' }).click()
    await expect(page.getByRole('menuitem', { name: 'Create Snapshot' })).toBeVisible()
    await expect(page.getByRole('menuitem', { name: 'Create Backup' })).toBeHidden()
    await page.keyboard.press('Escape')
    await goTo(page, 'Region', 'RegionTwo')
    await volumes.choose('Create Backup', 'far-mirror')
    const dialog = volumes.dialog('Create Volume Backup')
    await expect(dialog).toContainText('2 instances have this volume attached')
    await expect(dialog.getByRole('checkbox', { name: 'Incremental' })).toBeDisabled()
    await dialog.getByRole('textbox', { name: 'Backup Name' }).fill('mirror-weekly')
    await dialog.getByRole('button', { name: 'Create Volume Backup (Force)' }).click()
    await expect(dialog).toBeHidden()
    await expect(volumes.row('far-mirror')).toContainText('In-use')
    const answer = await page.request.get('/api/volume/backups/detail')
    expect(await answer.text()).toContain('mirror-weekly')
    await volumes.choose('Create Backup', 'far-scratch')
    await dialog.getByRole('checkbox', { name: 'Incremental' }).check()
    await dialog.getByRole('button', { name: 'Create Volume Backup', exact: true }).click()
    await expect(dialog).toBeHidden()
    await goTo(page, 'Region', 'RegionOne')
  })
})
