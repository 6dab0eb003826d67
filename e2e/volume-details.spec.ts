import { expect, test } from './verbs.ts'

test('a volume’s name opens its page, with all that the cloud tells of it', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('described')
  await volumes.create(name, { shareable: true })
  await volumes.row(name).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page).toHaveTitle(`${name} · Mooring`)
  const specs = page.getByRole('region', { name: 'Specs' })
  await expect(specs).toContainText('1 GiB')
  await expect(specs).toContainText('multiattach')
  await expect(page.getByRole('region', { name: 'Volume Source' })).toContainText('No source')

  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Edit Volume' }).click()
  const edit = volumes.dialog('Edit Volume')
  await edit.getByRole('textbox', { name: 'Description' }).fill('Votes of the cluster')
  await edit.getByRole('button', { name: 'Submit' }).click()
  await expect(edit).toBeHidden()
  await expect(page.getByRole('region', { name: 'Information' })).toContainText(
    'Votes of the cluster',
  )

  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(page).toHaveURL(/tab=json/)
  await page.reload()
  await expect(page.getByRole('region', { name: `JSON of ${name}` })).toContainText(
    '"description": "Votes of the cluster"',
  )

  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Delete Volume' }).click()
  await volumes.dialog('Delete Volume').getByRole('button', { name: 'Delete Volume' }).click()
  await expect(volumes.table).toBeVisible()
  await expect(volumes.row(name)).toBeHidden()
})

test('a volume’s page tells who holds it, and what came of attaching', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('history')
  await volumes.create(name, { shareable: true })
  await volumes.row(name).getByRole('link', { name }).click()
  await page.getByRole('tab', { name: 'Attachments' }).click()
  await page.getByRole('button', { name: 'Manage Attachments' }).click()
  const dialog = volumes.dialog('Manage Volume Attachments')
  await volumes.pick(['node-01', 'broken-1'])
  await dialog.getByRole('button', { name: 'Attach Volume' }).click()
  const progress = dialog.getByRole('list', { name: 'Progress' })
  await expect(progress.getByRole('listitem', { name: 'node-01' })).toContainText('Attached on')
  await expect(progress.getByRole('listitem', { name: 'broken-1' })).toContainText('Error')
  await page.keyboard.press('Escape')

  const attachments = page.getByRole('table', { name: 'Attachments', exact: true })
  await expect(attachments.getByRole('row', { name: 'node-01' })).toContainText('Active')
  const history = page.getByRole('table', { name: 'Attach history' })
  await expect(history.getByRole('row', { name: /node-01 .*This volume/ }).first()).toContainText(
    'Success',
  )
  await expect(history.getByRole('row', { name: /broken-1/ }).first()).toContainText(
    'compute_attach_volume: Error',
  )
})

test('the page of a volume whose instance is gone works', async ({ page, volumes }) => {
  const name = volumes.named('stale-page')
  await volumes.create(name, { shareable: true })
  const gone = await volumes.leaveStaleAttachment(name)
  await page.reload()
  await volumes.row(name).getByRole('link', { name }).click()
  await expect(page.getByRole('region', { name: 'Attachments' })).toContainText(gone.slice(0, 8))
  await page.getByRole('tab', { name: 'Attachments' }).click()
  await expect(
    page.getByRole('table', { name: 'Attachments', exact: true }).getByRole('row', {
      name: gone.slice(0, 8),
    }),
  ).toContainText('The instance is gone')
})

test('a volume that failed says why on its page', async ({ page, volumes }) => {
  const name = volumes.named('nowhere-page')
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  const dialog = volumes.dialog('Create Volume')
  await dialog.getByRole('textbox', { name: 'Volume Name' }).fill(name)
  await dialog.getByRole('checkbox', { name: 'Shareable' }).check()
  await dialog.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: 'multiattach-nowhere' }).click()
  await dialog.getByRole('button', { name: 'Create Volume' }).click()
  await expect(volumes.row(name)).toContainText('Error')
  await volumes.row(name).getByRole('link', { name }).click()
  await page.getByRole('tab', { name: 'Messages' }).click()
  await expect(page.getByRole('table', { name: 'Messages' })).toContainText(
    'Could not find any available weighted backend',
  )
})

test('the page of a volume that is not there says so', async ({ page, volumes }) => {
  await volumes.open('/00000000-1111-4222-8333-444444444444')
  await expect(page.getByText('Volume not found')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('could not be found')
  await page.getByRole('link', { name: 'Go to Volumes' }).click()
  await expect(volumes.table).toBeVisible()
})
