import { expect, isLive, test } from './verbs.ts'

test('a dialog that could only say no is not opened: the menu says why', async ({ volumes }) => {
  const name = volumes.named('without-snapshots')
  await volumes.create(name)
  await expect(await volumes.action('Revert to Snapshot', name)).toContainText(
    'Has no snapshot to revert to',
  )
})

test('a button that can’t be pressed says why, and keeps the focus', async ({ page, volumes }) => {
  const name = volumes.named('unchanged')
  await volumes.create(name)
  await volumes.choose('Set Read-only', name)
  const submit = volumes.dialog('Set Read-only').getByRole('button', { name: 'Submit' })
  await expect(submit).toHaveAccessibleDescription('Nothing has changed yet')
  await page.keyboard.press('Escape')
  const attach = (await volumes.manage(name)).getByRole('button', { name: 'Attach Volume' })
  await expect(attach).toHaveAccessibleDescription('Pick an instance first')
  await attach.focus()
  await attach.press('Enter')
  await expect(attach).toBeFocused()
  // All that can't be pressed look alike.
  const lookOf = (button: typeof attach) =>
    button.evaluate((element) => {
      const { color, backgroundColor, filter, opacity } = getComputedStyle(element)
      return { color, backgroundColor, filter, opacity }
    })
  const look = await lookOf(attach)
  await page.keyboard.press('Escape')
  await volumes.choose('Set Read-only', name)
  expect(await lookOf(submit)).toEqual(look)
})

test('a bootable volume that several are to hold is warned of where they are picked', async ({
  volumes,
}) => {
  const name = volumes.named('bootable')
  await volumes.create(name, { shareable: true })
  await volumes.choose('Set Bootable', name)
  const bootable = volumes.dialog('Set Bootable')
  await bootable.getByRole('checkbox', { name: 'Bootable' }).check()
  await bootable.getByRole('button', { name: 'Submit' }).click()
  await expect(bootable).toBeHidden()
  const dialog = await volumes.manage(name)
  await volumes.pick(['node-01'])
  await expect(dialog).not.toContainText('volume:multiattach_bootable_volume')
  await volumes.pick(['node-02'])
  await expect(dialog).toContainText('volume:multiattach_bootable_volume')
})

test.describe('in the embedded cloud', () => {
  test.skip(isLive, 'these instances are of the embedded cloud')

  test('states are said in words', async ({ page, volumes }) => {
    await volumes.manage('lonely')
    const field = page.getByRole('combobox', { name: 'Attach to Instances' })
    await field.fill('suspended-1')
    await expect(page.getByRole('option')).toContainText('status is Suspended')
    await field.fill('fresh-1')
    await expect(page.getByRole('option')).toContainText('Still building')
    await field.fill('report-1')
    await expect(page.getByRole('option')).toContainText('Shutoff')
  })

  test.describe('an administrator', () => {
    test.use({ signedInAs: 'admin' })

    test('is told in the menu that none of several attachments goes by force', async ({
      page,
      volumes,
    }) => {
      await page.goto('/admin/volumes?q=quorum-disk')
      await expect(await volumes.action('Force Detach', 'quorum-disk')).toContainText(
        'Cinder force-detaches none of several',
      )
    })
  })
})
