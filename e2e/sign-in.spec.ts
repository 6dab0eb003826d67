import { endSession, expect, otherProject, signIn, test, Volumes } from './verbs.ts'

test('a wrong password is refused in Keystone’s words, and what was typed stays', async ({
  page,
}) => {
  await page.goto('/')
  await signIn(page, 'demo', 'not the password')
  await expect(page.getByRole('alert')).toContainText('The request you have made requires')
  await expect(page.getByRole('alert')).toContainText('401')
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue('demo')
})

test('after sign-in one is where one wanted to be', async ({ page }) => {
  const volumes = new Volumes(page)
  await volumes.open('?q=quorum')
  await signIn(page, 'demo')
  await expect(volumes.row('quorum-disk')).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Filter volumes' })).toHaveValue('quorum')
})

test('another project shows its own volumes', async ({ page, volumes }) => {
  await expect(volumes.row('quorum-disk')).toBeVisible()
  await page.getByRole('button', { name: 'Project', exact: true }).click()
  await page.getByRole('menuitemradio', { name: otherProject }).click()
  await expect(page.getByRole('button', { name: 'Project', exact: true })).toContainText(
    otherProject,
  )
  await expect(volumes.row('quorum-disk')).toBeHidden()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Project', exact: true })).toContainText(
    otherProject,
  )
})

test('signing out leads to the sign-in page', async ({ page, volumes }) => {
  await expect(volumes.table).toBeVisible()
  await page.getByRole('button', { name: 'User menu of demo' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
})

test('a session that ends in mid-work asks for sign-in and goes on', async ({ page, volumes }) => {
  const name = volumes.named('typed-before')
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  const dialog = volumes.dialog('Create Volume')
  await dialog.getByRole('textbox', { name: 'Volume Name' }).fill(name)

  await endSession(page)
  await dialog.getByRole('button', { name: 'Create Volume' }).click()
  const ended = volumes.dialog('Your session has ended')
  await expect(ended.getByRole('textbox', { name: 'User name' })).toHaveValue('demo')
  await expect(page.getByLabel('Volume Name')).toHaveValue(name)
  await signIn(page, 'demo')
  await expect(ended).toBeHidden()
  await expect(volumes.row(name)).toContainText('Available')
})
