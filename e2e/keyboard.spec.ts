import { expect, test } from './verbs.ts'

test('a shareable volume is made and attached by keyboard alone', async ({ page, volumes }) => {
  const name = volumes.named('keys')
  const { keyboard } = page
  /** Goes on with Tab until the element has the focus. */
  const tabTo = async (target: ReturnType<typeof page.getByRole>) => {
    await expect(target).toBeVisible()
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    throw new Error('Tab never got there')
  }

  await tabTo(page.getByRole('button', { name: 'Create Volume' }).first())
  await keyboard.press('Enter')
  const create = volumes.dialog('Create Volume')
  await tabTo(create.getByRole('textbox', { name: 'Volume Name' }))
  await keyboard.type(name)
  await tabTo(create.getByRole('checkbox', { name: 'Shareable' }))
  await keyboard.press('Space')
  await tabTo(create.getByRole('button', { name: 'Create Volume' }))
  await keyboard.press('Enter')
  await expect(volumes.row(name)).toContainText('Available')

  await tabTo(page.getByRole('searchbox', { name: 'Filter volumes' }))
  await keyboard.type(name)
  await tabTo(volumes.row(name).getByRole('button', { name: `Actions for ${name}` }))
  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Edit Volume' })).toBeFocused()
  // A menu finds its lines by their first letter.
  await keyboard.press('m')
  await expect(page.getByRole('menuitem', { name: 'Manage Attachments' })).toBeFocused()
  await keyboard.press('Enter')
  const manage = volumes.dialog('Manage Volume Attachments')
  await tabTo(manage.getByRole('combobox', { name: 'Attach to Instances' }))
  for (const node of ['node-01', 'node-02']) {
    await keyboard.type(node)
    await expect(page.getByRole('option', { name: node })).toBeVisible()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
  }
  await keyboard.press('Escape')
  await tabTo(manage.getByRole('button', { name: 'Attach Volume' }))
  await keyboard.press('Enter')
  await expect(manage.getByRole('list', { name: 'Progress' }).getByText('Attached on')).toHaveCount(
    2,
  )
})
