import type { Locator, Page } from '@playwright/test'

import { expect, isLive, signIn, test, type Volumes } from './verbs.ts'

/** Shows the command of a dialog that would do the same. */
async function commandIn(dialog: Locator): Promise<Locator> {
  await dialog.getByRole('button', { name: 'Equivalent command' }).click()
  return dialog.getByRole('region', { name: 'openstack command' })
}

test('a volume grows, and the dialog says what that takes of the quota', async ({ volumes }) => {
  const name = volumes.named('growing')
  await volumes.create(name)
  await volumes.choose('Extend Volume', name)
  const dialog = volumes.dialog('Extend Volume')
  const size = dialog.getByRole('spinbutton', { name: 'New Size (GiB)' })
  const submit = dialog.getByRole('button', { name: 'Extend Volume' })
  await expect(dialog.getByRole('meter', { name: 'Total Gibibytes' })).toBeVisible()

  await size.fill('1')
  await expect(dialog).toContainText('A whole number greater than 1')
  await expect(submit).toBeDisabled()
  await size.fill('99999999')
  await expect(dialog).toContainText('Over the project’s quota')
  await expect(submit).toBeDisabled()

  await size.fill('3')
  await expect(await commandIn(dialog)).toContainText('openstack volume set --size 3')
  await submit.click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(name)).toContainText('3 GiB')
  await expect(volumes.row(name)).toContainText('Available')
})

test('a volume that two instances hold grows while they hold it', async ({ volumes }) => {
  const name = volumes.named('growing-shared')
  await volumes.create(name, { shareable: true })
  await volumes.attach(name, ['node-01', 'node-02'])
  await volumes.choose('Extend Volume', name)
  const dialog = volumes.dialog('Extend Volume')
  await expect(dialog).toContainText('Attached to 2 instances (node-01, node-02)')
  await dialog.getByRole('button', { name: 'Extend Volume' }).click()
  await expect(volumes.row(name)).toContainText('2 GiB')
  await expect(volumes.row(name)).toContainText('In-use')
})

test('a volume is made bootable where it is edited, and an instance launched from it', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('system')
  await volumes.create(name)
  const launch = 'Launch as Instance'
  await expect(await volumes.action(launch, name)).toContainText('Not bootable')
  await page.keyboard.press('Escape')
  await volumes.choose('Edit Volume', name)
  const dialog = volumes.dialog('Edit Volume')
  await dialog.getByRole('checkbox', { name: 'Bootable' }).check()
  await expect(await commandIn(dialog)).toContainText('--bootable')
  await dialog.getByRole('button', { name: 'Submit' }).click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(name)).toContainText('Yes')
  await expect(await volumes.action(launch, name)).toHaveAttribute(
    'href',
    `https://horizon.example/project/instances/?launch=${await volumes.idOf(name)}`,
  )
})

test('the bootable flag is set by itself, and taken away', async ({ volumes }) => {
  const name = volumes.named('bootable')
  await volumes.create(name)
  const dialog = volumes.dialog('Set Bootable')
  const box = dialog.getByRole('checkbox', { name: 'Bootable' })
  for (const [bootable, word] of [
    [true, 'Yes'],
    [false, 'No'],
  ] as const) {
    await volumes.choose('Set Bootable', name)
    await expect(dialog.getByRole('button', { name: 'Submit' })).toBeDisabled()
    await box.setChecked(bootable)
    await dialog.getByRole('button', { name: 'Submit' }).click()
    await expect(dialog).toBeHidden()
    await expect(volumes.row(name)).toContainText(word)
  }
  await expect(volumes.row(name)).not.toContainText('Yes')
})

/** Asks for a volume to become shareable, without moving it to a back end that could share it. */
async function askToShare(page: Page, volumes: Volumes, name: string): Promise<Locator> {
  await volumes.create(name)
  await volumes.choose('Change Volume Type', name)
  const dialog = volumes.dialog('Change Volume Type')
  const submit = dialog.getByRole('button', { name: 'Change Volume Type' })
  await expect(submit).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: /^multiattach(?!-nowhere)/ }).click()
  await expect(dialog).toContainText('can be attached to several instances at once')
  await submit.click()
  return dialog
}

test('a change of type that the cloud accepts and then gives up is told', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('not-retyped')
  const dialog = await askToShare(page, volumes, name)
  await expect(dialog).toContainText('kept the old type')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(volumes.row(name)).toContainText('standard')
})

test('a type is changed once the data may be moved for it', async ({ page, volumes }) => {
  test.skip(isLive, 'The back ends of the live cloud keep no data that could be moved')
  const name = volumes.named('retyped')
  const dialog = await askToShare(page, volumes, name)
  const submit = dialog.getByRole('button', { name: 'Change Volume Type' })
  await expect(dialog).toContainText('kept the old type')

  await dialog.getByRole('combobox', { name: 'Migration Policy' }).click()
  await page.getByRole('option', { name: 'On Demand' }).click()
  await expect(await commandIn(dialog)).toContainText('--retype-policy on-demand')
  await submit.click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(name)).toContainText('multiattach')
  await expect(volumes.row(name)).toContainText('Available')
})

test('while instances hold a volume, types that would change its sharing say why not', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('held')
  await volumes.create(name, { shareable: true })
  await volumes.attach(name, ['node-01'])
  await volumes.choose('Change Volume Type', name)
  const dialog = volumes.dialog('Change Volume Type')
  await expect(dialog).toContainText('can change only while the volume is detached')
  await dialog.getByRole('combobox', { name: 'Type' }).click()
  const standard = page.getByRole('option', { name: 'standard' })
  await expect(standard).toContainText('Detach it from its instance first')
  await expect(standard).toHaveAttribute('aria-disabled', 'true')
})

test('an image is made of a volume that nothing holds', async ({ page, volumes }) => {
  const name = volumes.named('master')
  await volumes.create(name)
  await volumes.choose('Upload to Image', name)
  const dialog = volumes.dialog('Upload Volume to Image')
  const image = dialog.getByRole('textbox', { name: 'Image Name' })
  await image.fill('')
  await expect(dialog).toContainText('Enter an image name')
  await image.fill(name)
  await expect(await commandIn(dialog)).toContainText('--disk-format raw --container-format bare')
  await dialog.getByRole('button', { name: 'Upload' }).click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(name)).toContainText('Available')
  const found = await page.request.get(`/api/image/v2/images?name=${name}`)
  const { images }: { images: { id: string }[] } = await found.json()
  expect(images).toHaveLength(1)
  for (const { id } of images) await page.request.delete(`/api/image/v2/images/${id}`)

  await volumes.attach(name, ['node-01'])
  await expect(await volumes.action('Upload to Image', name)).toContainText(
    'Detach it from its instance first',
  )
})

test('a volume is made read-only for all that will attach it', async ({ volumes }) => {
  const name = volumes.named('read-only')
  await volumes.create(name)
  await volumes.choose('Set Read-only', name)
  const dialog = volumes.dialog('Set Read-only')
  await expect(dialog).toContainText('every instance that attaches it from now on')
  await dialog.getByRole('checkbox', { name: 'Read-only' }).check()
  await expect(await commandIn(dialog)).toContainText('openstack volume set --read-only')
  await dialog.getByRole('button', { name: 'Submit' }).click()
  await expect(dialog).toBeHidden()
  await volumes.choose('Set Read-only', name)
  await expect(dialog.getByRole('checkbox', { name: 'Read-only' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await volumes.choose('Update Metadata', name)
  await expect(volumes.dialog('Update Volume Metadata')).toContainText('No metadata')
})

test('a volume that is held is not made read-only', async ({ volumes }) => {
  await expect(await volumes.action('Set Read-only', 'quorum-disk')).toContainText(
    'Detach it from its 3 instances first',
  )
})

test('metadata is added, changed and removed', async ({ volumes }) => {
  const name = volumes.named('described')
  await volumes.create(name)
  const dialog = volumes.dialog('Update Volume Metadata')
  const section = dialog.getByRole('region', { name: 'Metadata', exact: true })
  const save = dialog.getByRole('button', { name: 'Save' })
  const add = async (key: string, value: string) => {
    await section.getByRole('button', { name: 'Add to Metadata' }).click()
    const fields = section.getByRole('listitem').last()
    await expect(fields.getByRole('textbox', { name: 'Key' })).toBeFocused()
    await fields.getByRole('textbox', { name: 'Key' }).fill(key)
    await fields.getByRole('textbox', { name: `Value of ${key}` }).fill(value)
  }

  await volumes.choose('Update Metadata', name)
  await expect(section).toContainText('No metadata')
  await add('team', 'db')
  await add('filesystem', 'xfs')
  await save.click()
  await expect(dialog).toBeHidden()

  await volumes.choose('Update Metadata', name)
  await section.getByRole('textbox', { name: 'Value of filesystem' }).fill('gfs2')
  await add('team', 'twice')
  await expect(dialog).toContainText('This key is used twice')
  await expect(save).toBeDisabled()
  await section.getByRole('button', { name: 'Remove team' }).first().click()
  const command = await commandIn(dialog)
  await expect(command).toContainText('--property filesystem=gfs2')
  await save.click()
  await expect(dialog).toBeHidden()

  await volumes.choose('Update Metadata', name)
  await expect(section.getByRole('textbox', { name: 'Value of filesystem' })).toHaveValue('gfs2')
  await expect(section.getByRole('textbox', { name: 'Value of team' })).toHaveValue('twice')
  await section.getByRole('button', { name: 'Remove team' }).click()
  await section.getByRole('button', { name: 'Remove filesystem' }).click()
  await save.click()
  await expect(dialog).toBeHidden()
  await volumes.choose('Update Metadata', name)
  await expect(section).toContainText('No metadata')
})

test('what a volume has from its image is changed beside its own metadata', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('imaged')
  await volumes.create(name)
  const metadata = { hw_disk_bus: 'scsi', os_type: 'linux' }
  await page.request.post(`/api/volume/volumes/${await volumes.idOf(name)}/action`, {
    data: { 'os-set_image_metadata': { metadata } },
  })
  await page.reload()
  await volumes.choose('Update Metadata', name)
  const dialog = volumes.dialog('Update Volume Metadata')
  const section = dialog.getByRole('region', { name: 'Image Metadata' })
  await section.getByRole('textbox', { name: 'Value of hw_disk_bus' }).fill('virtio')
  await section.getByRole('button', { name: 'Remove os_type' }).click()
  const command = await commandIn(dialog)
  await expect(command).toContainText('volume set --image-property hw_disk_bus=virtio')
  await expect(command).toContainText('volume unset --image-property os_type')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await volumes.choose('Update Metadata', name)
  await expect(section.getByRole('textbox', { name: 'Value of hw_disk_bus' })).toHaveValue('virtio')
  await expect(section.getByRole('listitem')).toHaveCount(1)
})

test('a volume with snapshots goes only with them, and says which', async ({ page, volumes }) => {
  const name = volumes.named('remembered')
  await volumes.create(name)
  const made = await page.request.post('/api/volume/snapshots', {
    data: { snapshot: { volume_id: await volumes.idOf(name), name: `${name}-monday` } },
  })
  const { snapshot }: { snapshot: { id: string } } = await made.json()
  await expect
    .poll(async () => (await page.request.get(`/api/volume/snapshots/${snapshot.id}`)).text())
    .toContain('"available"')

  await volumes.choose('Delete Volume', name)
  const dialog = volumes.dialog('Delete Volume')
  await expect(dialog).toContainText('Has 1 snapshot')
  await expect(dialog).toContainText(`${name}-monday`)
  const confirm = dialog.getByRole('button', { name: 'Delete Volume' })
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('checkbox', { name: 'Also delete its snapshots' }).check()
  await expect(await commandIn(dialog)).toContainText('openstack volume delete --purge')
  await confirm.click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(name)).toBeHidden()
})

test('creating and attaching show the commands that would do the same', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('by-hand')
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  const creating = volumes.dialog('Create Volume')
  await creating.getByRole('textbox', { name: 'Volume Name' }).fill(name)
  await creating.getByRole('checkbox', { name: 'Shareable' }).check()
  await expect(await commandIn(creating)).toHaveText(
    `openstack volume create --size 1 --type multiattach ${name}`,
  )
  await creating.getByRole('button', { name: 'Create Volume' }).click()
  await expect(volumes.row(name)).toContainText('Available')

  const attaching = await volumes.manage(name)
  await volumes.pick(['node-01', 'node-02'])
  const command = await commandIn(attaching)
  await expect(command).toContainText('--os-compute-api-version 2.60 server add volume')
  await expect(command).toContainText('= in-use ]; do sleep 1; done')
})

test.describe('on a cloud that is made to refuse', () => {
  test.skip(isLive, 'only the embedded cloud refuses on demand')

  test('a cloud that is too old to extend a volume in use says so before one tries', async ({
    page,
    volumes,
    faults,
  }) => {
    await faults.set({ microversions: { volume: '3.41' } })
    await page.context().clearCookies()
    await volumes.open()
    await signIn(page, 'demo')
    await expect(await volumes.action('Extend Volume', 'db-data')).toContainText(
      'While in use, this needs Cinder 3.42 or later',
    )
  })

  test('a refusal is told in the cloud’s words, and what was typed stays', async ({
    volumes,
    faults,
  }) => {
    const name = volumes.named('refused')
    await volumes.create(name)
    await faults.set({ policies: { 'volume:extend': 'role:admin' } })
    await volumes.choose('Extend Volume', name)
    const dialog = volumes.dialog('Extend Volume')
    const size = dialog.getByRole('spinbutton', { name: 'New Size (GiB)' })
    await size.fill('7')
    await dialog.getByRole('button', { name: 'Extend Volume' }).click()
    await expect(dialog).toContainText("Policy doesn't allow volume:extend to be performed.")
    await expect(dialog).toContainText('Request ID req-')
    await expect(size).toHaveValue('7')
    await faults.end()
    await dialog.getByRole('button', { name: 'Extend Volume' }).click()
    await expect(volumes.row(name)).toContainText('7 GiB')
  })
})
