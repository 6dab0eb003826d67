import { expect, test } from './verbs.ts'

test('a shareable volume is made by ticking a box', async ({ page, volumes }) => {
  const name = volumes.named('shared')
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  const dialog = volumes.dialog('Create Volume')
  await dialog.getByRole('textbox', { name: 'Volume Name' }).fill(name)
  await expect(dialog.getByRole('combobox', { name: 'Type' })).toContainText('standard')
  await dialog.getByRole('checkbox', { name: 'Shareable' }).check()
  await expect(dialog.getByRole('combobox', { name: 'Type' })).toContainText('multiattach')
  await dialog.getByRole('spinbutton', { name: 'Size (GiB)' }).fill('2')
  await dialog.getByRole('button', { name: 'Create Volume' }).click()
  await expect(volumes.row(name)).toContainText('2 GiB')
  await expect(volumes.row(name)).toContainText('Available')
  await expect(volumes.row(name)).toContainText('multiattach')
})

test('a volume that no back end can make ends in error and says why', async ({ page, volumes }) => {
  const name = volumes.named('nowhere')
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  const dialog = volumes.dialog('Create Volume')
  await dialog.getByRole('textbox', { name: 'Volume Name' }).fill(name)
  await dialog.getByRole('checkbox', { name: 'Shareable' }).check()
  await dialog.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: 'multiattach-nowhere' }).click()
  await dialog.getByRole('button', { name: 'Create Volume' }).click()
  await expect(volumes.row(name)).toContainText('Error')
  await volumes.row(name).getByRole('button', { name: 'Error' }).click()
  await expect(page.getByRole('dialog', { name: `Why ${name} failed` })).toContainText(
    'Could not find any available weighted backend',
  )
})

test('a size over the quota is refused while one types', async ({ page, volumes }) => {
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  const dialog = volumes.dialog('Create Volume')
  await dialog.getByRole('spinbutton', { name: 'Size (GiB)' }).fill('99999999')
  await expect(dialog.getByText('Over the project’s quota')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Create Volume' })).toBeDisabled()
})

test('search, filters and order are in the address', async ({ page, volumes }) => {
  await page.getByRole('button', { name: 'Shareable', exact: true }).first().click()
  await page.getByRole('searchbox', { name: 'Filter volumes' }).fill('quorum')
  await volumes.table.getByRole('button', { name: 'Size' }).click()
  await expect(page).toHaveURL(/shareable=true/)
  await expect(page).toHaveURL(/q=quorum/)
  await expect(page).toHaveURL(/sort=size/)
  await page.reload()
  await expect(volumes.row('quorum-disk')).toBeVisible()
  await expect(volumes.table.getByRole('columnheader', { name: 'Size' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
})

test('volumes are found by the instance that holds them', async ({ page, volumes }) => {
  await page.getByRole('textbox', { name: 'Attached to instance' }).fill('node-02')
  await expect(volumes.row('quorum-disk')).toBeVisible()
  await expect(volumes.row('scratch')).toBeHidden()
})

test('a volume can be renamed and deleted', async ({ page, volumes }) => {
  const name = volumes.named('short-lived')
  await volumes.create(name)
  await volumes.choose('Edit Volume', name)
  const edit = volumes.dialog('Edit Volume')
  await edit.getByRole('textbox', { name: 'Volume Name' }).fill(`${name}-2`)
  await edit.getByRole('button', { name: 'Submit' }).click()
  await expect(volumes.row(`${name}-2`)).toBeVisible()
  await volumes.choose('Delete Volume', `${name}-2`)
  await volumes.dialog('Delete Volume').getByRole('button', { name: 'Delete Volume' }).click()
  await expect(volumes.row(`${name}-2`)).toBeHidden()
  await expect(page.getByRole('alert')).toBeHidden()
})

test.describe('a reader', () => {
  test.use({ signedInAs: 'reader' })

  test('sees everything and is told why nothing can be changed', async ({ page, volumes }) => {
    await expect(volumes.row('quorum-disk')).toContainText('node-01')
    await expect(page.getByRole('button', { name: 'Create Volume' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await volumes
      .row('quorum-disk')
      .getByRole('button', { name: 'Actions for quorum-disk' })
      .click()
    await expect(page.getByRole('menuitem', { name: 'Delete Volume' })).toContainText(
      'is read-only',
    )
    await page.getByRole('menuitem', { name: 'Manage Attachments' }).click()
    const dialog = volumes.dialog('Manage Volume Attachments')
    await expect(dialog).toContainText('you can see attachments, but not change them')
    await expect(
      dialog.getByRole('button', { name: 'Detach Volume from node-01' }),
    ).toHaveAttribute('aria-disabled', 'true')
  })
})
