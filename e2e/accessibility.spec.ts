import { barriersOf } from './barriers.ts'
import { endSession, expect, isLive, signIn, test } from './verbs.ts'

for (const scheme of ['light', 'dark'] as const)
  test.describe(`in the ${scheme} theme`, () => {
    test.use({ colorScheme: scheme })

    test('the table and its dialogs have no known barrier', async ({ page, volumes }) => {
      await expect(volumes.row('quorum-disk')).toContainText('node-01')
      expect(await barriersOf(page)).toEqual([])
      await volumes.manage('quorum-disk')
      await expect(page.getByRole('table', { name: 'Attachments' })).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Create Volume' }).first().click()
      await expect(volumes.dialog('Create Volume')).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
    })

    test('the ways to sign in have no known barrier', async ({ page, faults }) => {
      test.skip(isLive, 'these people are of the embedded cloud')
      await faults.set({ expirePasswords: ['newcomer'] })
      await page.goto('/')
      await signIn(page, 'demo', 'not the password')
      await expect(page.getByRole('alert')).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
      await page.getByRole('tab', { name: 'Application credential' }).click()
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page.getByText('Please fill this in').first()).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
      await page.getByRole('tab', { name: 'Password' }).click()
      await signIn(page, 'mfa')
      await expect(page.getByRole('textbox', { name: 'Passcode' })).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
      await page.getByRole('button', { name: 'Back' }).click()
      await signIn(page, 'newcomer')
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByRole('alert').first()).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
      await page.goto('/auth/websso/')
      await expect(page.getByText('There is nobody to sign in')).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
    })

    test('signing in again over the page has no known barrier', async ({
      page,
      volumes,
      faults,
    }) => {
      test.skip(isLive, 'only the embedded Keystone can be told how long its tokens live')
      await faults.set({ keystone: { tokenMinutes: 4 } })
      await page.request.delete('/api/session')
      await volumes.open()
      await signIn(page, 'demo')
      const again = page.getByRole('button', { name: 'Sign in again' })
      await expect(again).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
      await again.click()
      await expect(volumes.dialog('Sign in again')).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
      await page.getByRole('button', { name: 'Not now' }).click()
      await faults.end()
      await endSession(page)
      await page.getByRole('button', { name: 'Create Volume' }).first().click()
      await expect(volumes.dialog('Your session has ended')).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
    })

    test('the dialogs that change a volume have no known barrier', async ({ page, volumes }) => {
      test.slow()
      const name = volumes.named('scanned')
      await volumes.create(name)
      for (const [action, title] of [
        ['Edit Volume', 'Edit Volume'],
        ['Extend Volume', 'Extend Volume'],
        ['Change Volume Type', 'Change Volume Type'],
        ['Upload to Image', 'Upload Volume to Image'],
        ['Set Read-only', 'Set Read-only'],
        ['Set Bootable', 'Set Bootable'],
        ['Update Metadata', 'Update Volume Metadata'],
        ['Delete Volume', 'Delete Volume'],
      ] as const) {
        await volumes.choose(action, name)
        const dialog = volumes.dialog(title)
        await expect(dialog).toBeVisible()
        if (action === 'Update Metadata')
          await dialog.getByRole('button', { name: 'Add to Metadata' }).click()
        expect(await barriersOf(page, '[role=dialog]')).toEqual([])
        await dialog.getByRole('button', { name: 'Cancel' }).click()
        if (action === 'Update Metadata')
          await page.getByRole('button', { name: 'Discard' }).click()
        await expect(dialog).toBeHidden()
      }
    })
  })
