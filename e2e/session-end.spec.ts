import { expect, isLive, signIn, test } from './verbs.ts'

test.skip(isLive, 'only the embedded Keystone can be told how long its tokens live')

test('five minutes before its end a session says so, and signing in again extends it in place', async ({
  page,
  volumes,
  faults,
}) => {
  await faults.set({ keystone: { tokenMinutes: 4 } })
  await page.request.delete('/api/session')
  await volumes.open('?q=quorum')
  await signIn(page, 'demo')
  const bar = page.getByRole('status').filter({ hasText: 'Your session ends at' })
  await expect(bar).toBeVisible()
  await expect(volumes.row('quorum-disk')).toBeVisible()

  await bar.getByRole('button', { name: 'Sign in again' }).click()
  const again = volumes.dialog('Sign in again')
  await again.getByRole('button', { name: 'Not now' }).click()
  await expect(again).toBeHidden()
  await expect(bar).toBeVisible()

  await faults.end()
  await bar.getByRole('button', { name: 'Sign in again' }).click()
  await expect(again.getByRole('textbox', { name: 'User name' })).toHaveValue('demo')
  await expect(again.getByLabel('Password')).toBeFocused()
  await signIn(page, 'demo')
  await expect(again).toBeHidden()
  await expect(bar).toBeHidden()
  await expect(page.getByRole('searchbox', { name: 'Filter volumes' })).toHaveValue('quorum')
})

test('a session that is extended by a little only says so again, and asks only when wanted', async ({
  page,
  volumes,
  faults,
}) => {
  await faults.set({ keystone: { tokenMinutes: 4 } })
  await page.request.delete('/api/session')
  await volumes.open()
  await signIn(page, 'demo')
  const bar = page.getByRole('status').filter({ hasText: 'Your session ends at' })
  await bar.getByRole('button', { name: 'Sign in again' }).click()
  await signIn(page, 'demo')
  await expect(volumes.dialog('Sign in again')).toBeHidden()
  await expect(bar).toBeVisible()
})

test('a session that has longer to live says nothing until it is time', async ({
  page,
  volumes,
  faults,
}) => {
  await faults.set({ keystone: { tokenMinutes: 6 } })
  await page.request.delete('/api/session')
  await page.clock.install()
  await volumes.open()
  await signIn(page, 'demo')
  await expect(volumes.table).toBeVisible()
  const bar = page.getByRole('status').filter({ hasText: 'Your session ends at' })
  await expect(bar).toBeHidden()
  await page.clock.fastForward('01:05')
  await expect(bar).toBeVisible()
})
