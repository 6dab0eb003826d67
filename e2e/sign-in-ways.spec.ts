import type { Page } from '@playwright/test'

import { passcode, placeButton, signOut, typeName } from './session-verbs.ts'
import { expect, isLive, password, signIn, test, Volumes } from './verbs.ts'

test.skip(isLive, 'these people are of the embedded cloud')

const openMenu = (page: Page, name: string) =>
  page.getByRole('button', { name: `User menu of ${name}` }).click()

test('a user with a second factor is asked for a passcode, and again after a wrong one', async ({
  page,
  faults,
}) => {
  // A passcode is good once: this one may have been used by the story before.
  await faults.end()
  const volumes = new Volumes(page)
  await volumes.open('?q=quorum')
  await signIn(page, 'mfa')
  const field = page.getByRole('textbox', { name: 'Passcode' })
  await expect(field).toBeFocused()
  await field.fill(passcode() === '000000' ? '000001' : '000000')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText('Wrong or already used. Enter the next one.')
  await expect(field).toBeFocused()
  const code = passcode()
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await field.press('Enter')
  await expect(volumes.row('quorum-disk')).toBeVisible()
})

test('going back from the passcode keeps what was typed', async ({ page }) => {
  await page.goto('/')
  await signIn(page, 'mfa')
  await expect(page.getByRole('textbox', { name: 'Passcode' })).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue('mfa')
  await expect(page.getByLabel('Password')).toHaveValue(password)
  await expect(page.getByRole('alert')).toBeHidden()
})

test('an expired password is changed during sign-in', async ({ page, faults }) => {
  await faults.set({ expirePasswords: ['newcomer'] })
  const volumes = new Volumes(page)
  await volumes.open()
  await signIn(page, 'newcomer')
  await expect(page.getByText('The password of newcomer has expired')).toBeVisible()
  await page.getByLabel('New password', { exact: true }).fill('sail-and-anchor')
  await page.getByLabel('New password again').fill('sail-and-ancor')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('alert')).toHaveText('The new passwords are not the same')
  await page.getByLabel('New password again').fill('sail-and-anchor')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(volumes.table).toBeVisible()
  await signOut(page, 'newcomer')
  await signIn(page, 'newcomer', 'sail-and-anchor')
  await expect(page.getByRole('button', { name: 'User menu of newcomer' })).toBeVisible()
})

test('a new password that Keystone’s rules forbid is refused in Keystone’s words', async ({
  page,
  faults,
}) => {
  await faults.set({ expirePasswords: ['newcomer'] })
  await page.goto('/')
  await signIn(page, 'newcomer')
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('New password again').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('alert')).toContainText('cannot be identical to a previous password')
})

test('an application credential signs in to its one project', async ({ page }) => {
  const volumes = new Volumes(page)
  await volumes.open()
  await page.getByRole('tab', { name: 'Application credential' }).click()
  await page.getByRole('textbox', { name: 'ID' }).fill('a4748351113819a147a1006bf2ed9a9b')
  await page.getByLabel('Secret').fill('not the secret')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText('ID or secret is wrong')
  await page.getByLabel('Secret').fill('mooring-backup-robot-secret')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(volumes.row('quorum-disk')).toBeVisible()
  await placeButton(page, 'Project').click()
  await expect(page.getByRole('menuitemradio')).toHaveCount(1)
  await expect(page.getByRole('menuitemradio', { name: 'demo' })).toBeChecked()
})

test('a person of another domain works in projects of two domains', async ({ page }) => {
  const volumes = new Volumes(page)
  await volumes.open()
  await signIn(page, 'carol')
  await expect(page.getByRole('alert')).toHaveText('User name, password or domain is wrong')
  await page.getByRole('textbox', { name: 'Domain' }).fill('Customers')
  await signIn(page, 'carol')
  await placeButton(page, 'Project').click()
  await page.getByRole('menuitemradio', { name: 'shop Customers' }).click()
  await expect(placeButton(page, 'Project')).toContainText('shop')
  await openMenu(page, 'carol')
  await expect(page.getByRole('menu')).toContainText('Customers · member')
})

test('a person with a hundred roles works as anybody else does', async ({ page }) => {
  const volumes = new Volumes(page)
  await volumes.open()
  await signIn(page, 'hundred-roles')
  await expect(volumes.row('quorum-disk')).toBeVisible()
  const create = await typeName(page, volumes.named('of-hundred-roles'))
  await create.getByRole('button', { name: 'Create Volume' }).click()
  await expect(volumes.row(volumes.named('of-hundred-roles'))).toContainText('Available')
  await volumes.tidyUp()
})
