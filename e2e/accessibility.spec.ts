import { barriersOf } from './barriers.ts'
import { expect, test } from './verbs.ts'

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
