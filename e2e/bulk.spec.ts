import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { expect, isLive, test } from './verbs.ts'

/** Opens a dialog of the menu Bulk actions. */
async function chooseForAll(page: Page, action: string) {
  await page.getByRole('button', { name: 'Bulk actions' }).click()
  await page.getByRole('menuitem', { name: action }).click()
  return page.getByRole('dialog', { name: action })
}

const select = (page: Page, name: string) =>
  page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()

test('a selection outlives filter and reload; what can’t be done is left out, with the reason', async ({
  page,
  volumes,
}) => {
  const names = ['bulk-a', 'bulk-b'].map(volumes.named)
  for (const name of names) await volumes.create(name)
  for (const name of names) await select(page, name)
  await page.getByRole('searchbox', { name: 'Filter volumes' }).fill('quorum')
  await select(page, 'quorum-disk')
  await expect(page.getByText('3 selected · 2 of them not shown')).toBeVisible()
  await page.reload()
  await expect(page.getByText('3 selected · 2 of them not shown')).toBeVisible()

  await page.getByRole('button', { name: 'Delete Volumes' }).click()
  const dialog = volumes.dialog('Delete Volumes')
  await expect(dialog.getByRole('list', { name: 'Left out' })).toContainText('quorum-disk')
  await dialog.getByRole('button', { name: 'Delete Volumes' }).click()
  await expect(dialog.getByRole('status')).toContainText('2 of 2 done')
  for (const name of names)
    await expect(dialog.getByRole('listitem', { name })).toContainText('Deletion requested')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('searchbox', { name: 'Filter volumes' }).fill('')
  for (const name of names) await expect(volumes.row(name)).toBeHidden()
  await expect(page.getByText('1 selected')).toBeVisible()
})

test('volumes are extended by the same, and described alike', async ({ page, volumes }) => {
  const names = ['grow-a', 'grow-b'].map(volumes.named)
  for (const name of names) await volumes.create(name)
  for (const name of names) await select(page, name)
  const extend = await chooseForAll(page, 'Extend Volumes')
  await extend.getByRole('spinbutton', { name: 'Grow by (GiB)' }).fill('2')
  await expect(extend).toContainText('2 volumes grow by 4 GiB in all')
  await extend.getByRole('button', { name: 'Extend Volumes' }).click()
  await expect(extend.getByRole('status')).toContainText('2 of 2 done')
  await extend.getByRole('button', { name: 'Close' }).last().click()
  for (const name of names) await expect(volumes.row(name)).toContainText('3 GiB')

  const describe = await chooseForAll(page, 'Update Metadata')
  await describe.getByRole('button', { name: 'Add' }).click()
  await describe.getByRole('textbox', { name: 'Key' }).fill('team')
  await describe.getByRole('textbox', { name: 'Value' }).fill('storage')
  await describe.getByRole('button', { name: 'Update Metadata' }).click()
  await expect(describe.getByRole('status')).toContainText('2 of 2 done')
  await describe.getByRole('button', { name: 'Close' }).last().click()
  const [first = ''] = names
  await volumes.row(first).getByRole('link', { name: first }).click()
  await page.getByRole('tab', { name: 'Metadata' }).click()
  await expect(page.getByRole('region', { name: 'Metadata' })).toContainText('storage')
})

test('volumes are detached from all that hold them', async ({ page, volumes }) => {
  const name = volumes.named('held')
  const free = volumes.named('free')
  await volumes.create(name, { shareable: true })
  await volumes.create(free)
  const manage = await volumes.manage(name)
  await volumes.pick(['node-01', 'node-02'])
  await manage.getByRole('button', { name: 'Attach Volume' }).click()
  await expect(manage.getByRole('list', { name: 'Progress' }).getByText('Attached on')).toHaveCount(
    2,
  )
  await page.keyboard.press('Escape')
  for (const one of [name, free]) await select(page, one)
  const detach = await chooseForAll(page, 'Detach Volumes')
  await expect(detach).toContainText(`${name} from node-01, node-02`)
  await expect(detach.getByRole('list', { name: 'Left out' })).toContainText(
    `${free}: Not attached`,
  )
  await detach.getByRole('button', { name: 'Detach Volumes' }).click()
  await expect(detach).toBeHidden()
  await expect(volumes.row(name)).toContainText('Available')
})

test('what failed is said and can be tried again; the others are done', async ({
  page,
  volumes,
}) => {
  const names = ['snap-a', 'snap-b'].map(volumes.named)
  for (const name of names) await volumes.create(name)
  for (const name of names) await select(page, name)
  const [kept = '', lost = ''] = names
  const address = await volumes.row(lost).getByRole('link', { name: lost }).getAttribute('href')
  const dialog = await chooseForAll(page, 'Create Snapshots')
  await dialog.getByRole('textbox', { name: 'Snapshot Name' }).fill('{volume}-bulk')
  // Somebody deletes one of them while the dialog is open.
  const theirs = `/api/volume/volumes/${address?.split('/').at(-1)}`
  await page.request.delete(theirs)
  await expect.poll(async () => (await page.request.get(theirs)).status()).toBe(404)
  await dialog.getByRole('button', { name: 'Create Snapshots' }).click()
  await expect(dialog.getByRole('status')).toContainText('1 of 2 done · 1 failed')
  await expect(dialog.getByRole('listitem', { name: kept })).toContainText('Creation requested')
  await expect(dialog.getByRole('listitem', { name: lost })).toContainText('could not be found')
  await dialog.getByRole('button', { name: 'Retry failed' }).click()
  await expect(dialog.getByRole('listitem', { name: lost })).toContainText('could not be found')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await volumes.row(kept).getByRole('link', { name: kept }).click()
  await page.getByRole('tab', { name: 'Snapshots' }).click()
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText(`${kept}-bulk`)
})

test('what the table shows is saved as a file', async ({ page, volumes }) => {
  await page.getByRole('searchbox', { name: 'Filter volumes' }).fill('quorum-disk')
  await expect(volumes.row('quorum-disk')).toContainText('node-01')
  await page.getByRole('button', { name: 'Columns' }).click()
  for (const column of ['Encrypted', 'Created'])
    await page.getByRole('menuitemcheckbox', { name: column }).click()
  await page.keyboard.press('Escape')
  const save = async (what: string) => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: what }).click()
    const file = await download
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }
  const csv = await save('Export as CSV')
  expect(csv.name).toMatch(/^volumes-.*\.csv$/)
  expect(csv.text).toContain('Name,Size (GiB),Status')
  expect(csv.text).toContain('Description,Volume ID')
  if (!isLive) expect(csv.text).toContain('Votes of the cluster')
  expect(csv.text).not.toContain('Encrypted')
  expect(csv.text).toMatch(/quorum-disk,10,in-use,.*"\/dev\/\w+ on node-01; /)
  const json = await save('Export as JSON')
  expect(JSON.parse(json.text)).toEqual([
    expect.objectContaining({ name: 'quorum-disk', size: 10, shareable: true }),
  ])
})

test('volumes are found by their group, and are not deleted out of it', async ({
  page,
  volumes,
}) => {
  test.skip(isLive, 'The live cloud has no groups')
  await expect(volumes.row('ledger-data')).toContainText('ledger')
  await page.getByRole('combobox', { name: 'Group' }).selectOption('ledger')
  await expect(volumes.row('ledger-journal')).toBeVisible()
  await expect(volumes.row('quorum-disk')).toBeHidden()
  await volumes.row('ledger-data').getByRole('button', { name: 'Actions for ledger-data' }).click()
  await expect(page.getByRole('menuitem', { name: 'Delete Volume' })).toContainText(
    'Belongs to a group',
  )
})
