import { test } from './admin-verbs.ts'
import { expect, otherProject, isLive, signIn } from './verbs.ts'

test('an administrator finds a volume of another project by filters', async ({
  page,
  admin,
  foreign,
}) => {
  const { volumes } = admin
  await admin.open()
  await expect(volumes.table.getByRole('columnheader', { name: 'Host' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Project', exact: true }).selectOption(otherProject)
  await expect(volumes.row(foreign)).toContainText(otherProject)
  await expect(volumes.row('quorum-disk')).toBeHidden()
  expect(new URL(page.url()).searchParams.get('project')).toBeTruthy()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.getByRole('searchbox', { name: 'Filter volumes' }).fill(otherProject)
  await expect(volumes.row(foreign)).toBeVisible()
})

test('a volume of another project is extended, and the dialog says whose it is', async ({
  admin,
  foreign,
}) => {
  const { volumes } = admin
  await admin.find(foreign)
  await volumes.choose('Extend Volume', foreign)
  const dialog = volumes.dialog('Extend Volume')
  await expect(dialog).toContainText(`belongs to the project ${otherProject}`)
  await expect(dialog.getByRole('meter')).toBeHidden()
  await dialog.getByRole('spinbutton', { name: 'New Size (GiB)' }).fill('3')
  await dialog.getByRole('button', { name: 'Extend Volume' }).click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(foreign)).toContainText('3 GiB')
  await expect(volumes.row(foreign)).toContainText('Available')
})

test('links and dialogs of a volume stay on the pages about all projects', async ({
  page,
  admin,
  foreign,
}) => {
  const { volumes } = admin
  await admin.find(foreign)
  await volumes.row(foreign).getByRole('link', { name: foreign }).click()
  await expect(page).toHaveURL(/\/admin\/volumes\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { name: foreign })).toBeVisible()
  for (const tab of ['Attachments', 'Snapshots', 'Messages', 'Metadata', 'JSON']) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(page.getByRole('tabpanel')).toBeVisible()
  }
  await page.getByRole('button', { name: `Actions for ${foreign}` }).click()
  await page.getByRole('menuitem', { name: 'Edit Volume' }).click()
  await expect(volumes.dialog('Edit Volume')).toContainText('acting as an administrator')
  await volumes.dialog('Edit Volume').getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Volumes', exact: true }).click()
  await expect(page).toHaveURL(/\/admin\/volumes$/)
})

test('a status is set by hand, and set back', async ({ admin, foreign }) => {
  const { volumes } = admin
  await admin.find(foreign)
  await volumes.choose('Update Volume Status', foreign)
  const dialog = volumes.dialog('Update Volume Status')
  await expect(dialog).toContainText('nothing is attached or detached')
  await expect(dialog.getByRole('button', { name: 'Update Status' })).toBeDisabled()
  await admin.pick(dialog, 'Status', 'Error')
  await dialog.getByRole('button', { name: 'Equivalent command' }).click()
  await expect(dialog).toContainText('openstack volume set --state error')
  await dialog.getByRole('button', { name: 'Update Status' }).click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(foreign)).toContainText('Error')

  await volumes.choose('Update Volume Status', foreign)
  await expect(dialog).toContainText('Error (current)')
  await admin.pick(dialog, 'Status', 'Available')
  await dialog.getByRole('button', { name: 'Update Status' }).click()
  await expect(volumes.row(foreign)).toContainText('Available')
})

test('what setting a status would break is said before', async ({ page, admin }) => {
  const { volumes } = admin
  await admin.find('quorum-disk')
  await volumes.choose('Update Volume Status', 'quorum-disk')
  const dialog = volumes.dialog('Update Volume Status')
  await admin.pick(dialog, 'Status', 'Available')
  await expect(dialog).toContainText('will look unattached while instances use it')
  await admin.pick(dialog, 'Attach Status', 'Detached')
  await expect(dialog).toContainText('Detached makes Cinder forget all 3 attachments')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(volumes.row('quorum-disk')).toContainText('In-use')
})

test('a volume is migrated, and its row follows it', async ({ admin }) => {
  const { volumes } = admin
  const name = volumes.named('mover')
  await admin.make(name, '__DEFAULT__')
  const row = await admin.find(name)
  const here = (await row.textContent())?.includes('vm@shared#shared') ? 'shared' : 'single'
  const there = here === 'shared' ? 'single' : 'shared'
  await volumes.choose('Migrate Volume', name)
  const dialog = volumes.dialog('Migrate Volume')
  await expect(dialog).toContainText(`Current Host: vm@${here}#${here}`)
  await dialog.getByRole('combobox', { name: 'Destination Host' }).click()
  const options = dialog.page().getByRole('option')
  await expect(options.filter({ hasText: `vm@${here}#${here}` })).toHaveCount(0)
  await options.filter({ hasText: `vm@${there}#${there}` }).click()
  await dialog.getByRole('checkbox', { name: 'Lock Volume' }).check()
  await dialog.getByRole('button', { name: 'Equivalent command' }).click()
  await expect(dialog).toContainText('--lock-volume')
  await dialog.getByRole('button', { name: 'Migrate' }).click()
  await expect(dialog).toBeHidden()
  // The back ends of the live cloud have no data to move, and say so after a while.
  await expect(row).toContainText(isLive ? 'Migration failed' : `vm@${there}#${there}`)
  await expect(row).toContainText('Available')
})

test('a pool that the type does not allow says so before', async ({ admin, foreign }) => {
  const { volumes } = admin
  await admin.find(foreign)
  await volumes.choose('Migrate Volume', foreign)
  const dialog = volumes.dialog('Migrate Volume')
  await admin.pick(dialog, 'Destination Host', /The type requires the back end single/)
  await expect(dialog).toContainText('The scheduler will probably refuse this pool')
  await dialog.getByRole('button', { name: 'Migrate' }).click()
  await expect(volumes.row(foreign)).toContainText('Migration failed')
  await expect(volumes.row(foreign)).toContainText('vm@single#single')
})

test('a stale attachment is taken away by force, one that Nova uses is not', async ({
  page,
  admin,
}) => {
  const { volumes } = admin
  const stale = volumes.named('stale')
  await admin.make(stale, 'multiattach')
  const gone = await volumes.leaveStaleAttachment(stale)
  await admin.find(stale)
  await volumes.choose('Force Detach', stale)
  const dialog = volumes.dialog('Force Detach')
  await expect(dialog).toContainText('every read and write on it fails')
  await expect(dialog).toContainText(gone.slice(0, 8))
  await dialog.getByRole('button', { name: 'Force Detach' }).click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(stale)).toContainText('Available')

  await volumes.attach(stale, ['node-01'])
  await volumes.choose('Force Detach', stale)
  await dialog.getByRole('button', { name: 'Force Detach' }).click()
  await expect(dialog).toContainText('ConflictNovaUsingAttachment')
  await expect(dialog).toContainText('Code 409')
  await expect(dialog.getByRole('link', { name: 'Attachments of all projects' })).toHaveAttribute(
    'href',
    '/admin/attachments',
  )
  await dialog.getByRole('link', { name: 'Manage Attachments' }).click()
  await expect(volumes.dialog('Manage Volume Attachments')).toContainText('node-01')
  await page.keyboard.press('Escape')
})

test('a volume is unmanaged once its name is typed, and managed again', async ({ page, admin }) => {
  const { volumes } = admin
  const name = volumes.named('let-go')
  const id = await admin.make(name, 'standard')
  await admin.find(name)
  await volumes.choose('Unmanage Volume', name)
  const dialog = volumes.dialog('Unmanage Volume')
  const submit = dialog.getByRole('button', { name: 'Unmanage' })
  await expect(submit).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Volume Name' }).fill(name)
  await submit.click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(name)).toBeHidden()

  await page.getByRole('button', { name: 'Manage Volume' }).click()
  const manage = volumes.dialog('Manage Volume')
  await expect(manage).toContainText('It will belong to your current project demo')
  await admin.pick(manage, 'Host', 'vm@single#single')
  await manage.getByLabel('Identifier', { exact: false }).first().fill(`volume-${id}`)
  const again = volumes.named('taken-over')
  await manage.getByRole('textbox', { name: 'Volume Name' }).fill(again)
  await admin.pick(manage, 'Volume Type', 'standard')
  await manage.getByRole('button', { name: 'Manage', exact: true }).click()
  await expect(manage).toBeHidden()
  await admin.find(again)
  // The driver of the live cloud's back ends can't take anything over.
  await expect(volumes.row(again)).toContainText(isLive ? 'Error' : 'Available')
})

test('what can’t be unmanaged says why', async ({ page, admin }) => {
  await admin.find('quorum-disk')
  const line = await admin.volumes.action('Unmanage Volume', 'quorum-disk')
  await expect(line).toContainText('Attached to 3 instances')
  await page.keyboard.press('Escape')
})

test('a stuck volume is deleted by force', async ({ page, admin }) => {
  const { volumes } = admin
  const name = volumes.named('stuck')
  const id = await admin.make(name, 'standard')
  const reset = await page.request.post(`/api/volume/volumes/${id}/action`, {
    data: { 'os-reset_status': { status: 'error_deleting' } },
  })
  expect(reset.ok()).toBe(true)
  await admin.find(name)
  await volumes.choose('Delete Volume', name)
  const dialog = volumes.dialog('Delete Volume')
  const submit = dialog.getByRole('button', { name: 'Delete Volume' })
  await expect(submit).toBeDisabled()
  await dialog.getByRole('checkbox', { name: 'Force' }).check()
  await submit.click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(name)).toBeHidden()
})

test('a member does not see Admin, and is told who may', async ({ page }) => {
  await page.goto('/admin/volumes')
  await signIn(page, 'demo')
  await expect(page.getByText('Only for administrators')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('need the admin role')
  await expect(page.getByRole('navigation', { name: 'Navigation' })).not.toContainText('Admin')
})
