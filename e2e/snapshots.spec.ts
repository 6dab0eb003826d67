import { signInAnew, test } from './snapshot-verbs.ts'
import { expect, isLive } from './verbs.ts'

test('a snapshot is taken of a volume, and a volume is made from it, shareable as the first', async ({
  page,
  volumes,
  snapshots,
}) => {
  const name = volumes.named('origin')
  await volumes.create(name, { shareable: true })
  await snapshots.take(name, `${name}-monday`)
  const row = snapshots.row(`${name}-monday`)
  await expect(row).toContainText('Available')
  await expect(row).toContainText('1 GiB')
  await expect(row.getByRole('link', { name, exact: true })).toBeVisible()
  await snapshots.choose('Create Volume', `${name}-monday`)
  await expect(page).toHaveURL(/\/project\/volumes\?.*dialog=create/)
  const dialog = volumes.dialog('Create Volume')
  await expect(dialog.getByRole('checkbox', { name: 'Shareable' })).toBeChecked()
  await expect(dialog.getByRole('combobox', { name: 'Type' })).toContainText('multiattach')
  await expect(dialog.getByRole('textbox', { name: 'Volume Name' })).toHaveValue(`${name}-monday`)
  await dialog.getByRole('textbox', { name: 'Volume Name' }).fill(`${name}-copy`)
  await dialog.getByRole('button', { name: 'Create Volume' }).click()
  await expect(dialog).toBeHidden()
  await expect(page).not.toHaveURL(/from=/)
  await expect(volumes.row(`${name}-copy`)).toContainText('Available')
  await expect(volumes.row(`${name}-copy`)).toContainText('multiattach')
})

test('a snapshot of a volume with several writers says that it is crash-consistent at best', async ({
  page,
  volumes,
}) => {
  await volumes.choose('Create Snapshot', 'quorum-disk')
  const dialog = volumes.dialog('Create Volume Snapshot')
  await expect(dialog).toContainText('3 instances have this volume attached')
  await expect(dialog).toContainText('crash-consistent at best')
  await dialog.getByRole('button', { name: 'Equivalent command' }).click()
  await expect(dialog.getByRole('region', { name: 'openstack command' })).toContainText(
    /volume snapshot create --volume .* --force/,
  )
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('on an older cloud a snapshot of a volume in use is asked for by force', async ({
  page,
  volumes,
  snapshots,
  faults,
}) => {
  test.skip(isLive, 'only the embedded cloud can be an older one')
  const name = volumes.named('forced')
  await faults.set({ microversions: { volume: '3.65' } })
  await signInAnew(page, 'demo')
  await volumes.choose('Create Snapshot', 'quorum-disk')
  const dialog = volumes.dialog('Create Volume Snapshot')
  await dialog.getByRole('textbox', { name: 'Snapshot Name' }).fill(name)
  await dialog.getByRole('button', { name: 'Create Volume Snapshot (Force)' }).click()
  await expect(page).toHaveURL(/\/project\/snapshots/)
  await expect(snapshots.row(name)).toContainText('Available')
})

test('a snapshot is renamed, gets metadata and is deleted', async ({
  page,
  volumes,
  snapshots,
}) => {
  const name = volumes.named('edited')
  await volumes.create(name)
  await snapshots.take(name, `${name}-a`)
  await expect(snapshots.row(`${name}-a`)).toContainText('Available')
  await snapshots.choose('Edit Snapshot', `${name}-a`)
  const edit = volumes.dialog('Edit Snapshot')
  await edit.getByRole('textbox', { name: 'Snapshot Name' }).fill(`${name}-b`)
  await edit.getByRole('textbox', { name: 'Description' }).fill('Before the upgrade')
  await edit.getByRole('button', { name: 'Submit' }).click()
  await expect(snapshots.row(`${name}-b`)).toContainText('Before the upgrade')
  await snapshots.choose('Update Metadata', `${name}-b`)
  const metadata = volumes.dialog('Update Snapshot Metadata')
  await metadata.getByRole('button', { name: 'Add' }).click()
  await metadata.getByRole('textbox', { name: 'Key' }).fill('team')
  await metadata.getByRole('textbox', { name: 'Value' }).fill('db')
  await metadata.getByRole('button', { name: 'Save' }).click()
  await expect(metadata).toBeHidden()
  await snapshots
    .row(`${name}-b`)
    .getByRole('link', { name: `${name}-b` })
    .click()
  await expect(page.getByRole('heading', { name: `${name}-b` })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Metadata' })).toContainText('teamdb')
  await expect(page).toHaveTitle(`${name}-b · Mooring`)
  await page.getByRole('main').getByRole('link', { name: 'Snapshots' }).click()
  await snapshots.choose('Delete Snapshot', `${name}-b`)
  await volumes.dialog('Delete Snapshot').getByRole('button', { name: 'Delete Snapshot' }).click()
  await expect(snapshots.row(`${name}-b`)).toBeHidden()
})

test('of several snapshots each says what came of it, and those that failed can be tried again', async ({
  page,
  volumes,
  snapshots,
  faults,
}) => {
  test.skip(isLive, 'only the embedded cloud fails on demand')
  const name = volumes.named('several')
  await volumes.create(name)
  for (const which of ['a', 'b']) {
    await volumes.open()
    await snapshots.take(name, `${name}-${which}`)
    await expect(snapshots.row(`${name}-${which}`)).toContainText('Available')
  }
  for (const which of ['a', 'b'])
    await snapshots
      .row(`${name}-${which}`)
      .getByRole('checkbox', { name: `Select ${name}-${which}` })
      .check()
  await faults.set({
    requests: [
      {
        service: 'volume',
        method: 'DELETE',
        path: '/snapshots/',
        times: 1,
        status: 500,
        message: 'The back end is out.',
      },
    ],
  })
  await page.getByRole('button', { name: 'Delete Snapshots' }).click()
  const dialog = volumes.dialog('Delete Snapshots')
  await dialog.getByRole('button', { name: 'Delete Snapshots' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Failed' })).toContainText(
    'The back end is out.',
  )
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Deletion requested' })).toHaveCount(
    1,
  )
  await dialog.getByRole('button', { name: 'Retry failed' }).click()
  await expect(dialog).toContainText('2 of 2 done')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(dialog).toBeHidden()
  await expect(snapshots.row(`${name}-a`)).toBeHidden()
  await expect(snapshots.row(`${name}-b`)).toBeHidden()
})

test('search, status and order of the snapshots are in the address', async ({
  page,
  snapshots,
}) => {
  test.skip(isLive, 'the snapshots are those of the embedded cloud')
  await snapshots.open('?q=friday&sort=-size')
  await expect(snapshots.row('scratch-friday')).toBeVisible()
  await expect(snapshots.row('db-cluster-data-monday')).toBeHidden()
  await page.getByRole('searchbox', { name: 'Filter snapshots' }).fill('')
  await expect(snapshots.row('db-cluster-data-monday')).toBeVisible()
  await expect(page).toHaveURL(/sort=-size/)
  await expect(page).not.toHaveURL(/q=/)
})

test('a snapshot that is not there says so', async ({ page, volumes }) => {
  await expect(volumes.table).toBeVisible()
  await page.goto('/project/snapshots/00000000-0000-4000-8000-000000000000')
  await expect(page.getByRole('alert')).toContainText('could not be found')
  await page.getByRole('link', { name: 'Go to Snapshots' }).click()
  await expect(page.getByRole('table', { name: 'Snapshots' })).toBeVisible()
})

test('a volume goes back to its latest snapshot', async ({ page, volumes, snapshots }) => {
  test.skip(isLive, 'what is written to a volume is not seen from here')
  const name = volumes.named('back')
  await volumes.create(name)
  await expect(await volumes.action('Revert to Snapshot', name)).toContainText(
    'Has no snapshot to revert to',
  )
  await page.keyboard.press('Escape')
  const dialog = volumes.dialog('Revert to Snapshot')
  await snapshots.take(name, `${name}-monday`)
  await expect(snapshots.row(`${name}-monday`)).toContainText('Available')
  await volumes.open()
  await volumes.choose('Revert to Snapshot', name)
  await expect(dialog).toContainText(`when ${name}-monday was taken`)
  await dialog.getByRole('button', { name: 'Revert to Snapshot' }).click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(name)).toContainText('Available')
})

test('a volume that instances hold does not go back, and says why', async ({ page, volumes }) => {
  await volumes.row('quorum-disk').getByRole('button', { name: 'Actions for quorum-disk' }).click()
  const item = page.getByRole('menuitem', { name: 'Revert to Snapshot' })
  await expect(item).toHaveAttribute('aria-disabled', 'true')
  await expect(item).toContainText('Attached to 3 instances')
})

test.describe('a reader', () => {
  test.use({ signedInAs: 'reader' })

  test('sees the snapshots and is told why none can be changed', async ({ page, snapshots }) => {
    test.skip(isLive, 'the snapshots are those of the embedded cloud')
    await page.getByRole('link', { name: 'Snapshots' }).click()
    await snapshots
      .row('scratch-friday')
      .getByRole('button', { name: 'Actions for scratch-friday' })
      .click()
    for (const action of ['Create Volume', 'Edit Snapshot', 'Update Metadata', 'Delete Snapshot'])
      await expect(page.getByRole('menuitem', { name: action })).toContainText('is read-only')
  })
})
