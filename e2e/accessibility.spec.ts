import { AxeBuilder } from '@axe-core/playwright'

import { expect, test } from './verbs.ts'

for (const scheme of ['light', 'dark'] as const)
  test.describe(`in the ${scheme} theme`, () => {
    test.use({ colorScheme: scheme })

    test('the table and its dialogs have no known barrier', async ({ page, volumes }) => {
      await expect(volumes.row('quorum-disk')).toContainText('node-01')
      const barriers = async () => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
          .analyze()
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
      }
      expect(await barriers()).toEqual([])
      await volumes.manage('quorum-disk')
      await expect(page.getByRole('table', { name: 'Attachments' })).toBeVisible()
      expect(await barriers()).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Create Volume' }).first().click()
      await expect(volumes.dialog('Create Volume')).toBeVisible()
      expect(await barriers()).toEqual([])
    })
  })
