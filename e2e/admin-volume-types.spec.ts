import { expect, isLive, otherProject, signIn, Volumes } from './verbs.ts'
import { test } from './volume-type-verbs.ts'

test('a shareable type is made, and a member is offered it for a new volume', async ({
  browser,
  types,
}) => {
  const name = types.named('shared')
  const dialog = await types.begin(name)
  await dialog.getByRole('textbox', { name: 'Description' }).fill('For clusters')
  await dialog.getByRole('checkbox', { name: 'Shareable' }).check()
  await expect(dialog).toContainText('Volumes can be created on')
  await dialog.getByRole('button', { name: 'Equivalent command' }).click()
  await expect(dialog.getByRole('region', { name: 'openstack command' })).toContainText(
    `openstack volume type create --description 'For clusters' --public --property 'multiattach=<is> True' ${name}`,
  )
  await dialog.getByRole('button', { name: 'Create Volume Type' }).click()
  await expect(dialog).toBeHidden()
  const row = types.row(name)
  await expect(row).toContainText('For clusters')
  await expect(row.getByRole('cell', { name: 'Any', exact: true })).toBeVisible()
  await expect(row.getByRole('cell', { name: '0', exact: true })).toBeVisible()

  const context = await browser.newContext()
  const theirs = await context.newPage()
  const volumes = new Volumes(theirs)
  await volumes.open('?dialog=create')
  await signIn(theirs, 'demo')
  const create = volumes.dialog('Create Volume')
  await create.getByRole('checkbox', { name: 'Shareable' }).check()
  await create.getByRole('combobox', { name: 'Type' }).click()
  await expect(theirs.getByRole('option', { name, exact: true })).toBeVisible()
  await context.close()
})

test('a name that is taken is refused in the cloud’s words, and what was typed stays', async ({
  types,
}) => {
  const dialog = await types.begin('standard')
  await dialog.getByRole('textbox', { name: 'Description' }).fill('Once more')
  await dialog.getByRole('button', { name: 'Create Volume Type' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Volume Type standard already exists.')
  await expect(dialog.getByRole('textbox', { name: 'Description' })).toHaveValue('Once more')
})

test('a type is renamed and made shareable, and only what has changed is sent', async ({
  page,
  types,
}) => {
  const name = types.named('plain')
  await types.create(name)
  await expect(types.row(name).getByRole('cell', { name: 'No', exact: true }).first()).toBeVisible()
  const dialog = await types.choose('Edit Volume Type', name)
  await expect(dialog.getByRole('button', { name: 'Edit Volume Type' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`${name}-b`)
  await dialog.getByRole('checkbox', { name: 'Shareable' }).check()
  const sent = page.waitForRequest((one) => one.method() === 'PUT' && one.url().includes('/types/'))
  await dialog.getByRole('button', { name: 'Edit Volume Type' }).click()
  expect((await sent).postDataJSON()).toEqual({ volume_type: { name: `${name}-b` } })
  await expect(dialog).toBeHidden()
  const specs = await types.choose('View Extra Specs', `${name}-b`, 'Extra Specs')
  await expect(specs.getByRole('textbox', { name: 'Value of multiattach' })).toHaveValue(
    '<is> True',
  )
})

test('whether a type in use is shareable can’t be changed, and its volumes keep what they have', async ({
  types,
}) => {
  const dialog = await types.choose('Edit Volume Type', 'multiattach')
  await dialog.getByRole('checkbox', { name: 'Shareable' }).uncheck()
  await expect(dialog).toContainText(/keeps? (its|their) properties/)
  await dialog.getByRole('button', { name: 'Edit Volume Type' }).click()
  await expect(dialog).toContainText('Volume Type is currently in use.')
  await expect(dialog).toContainText('Code 400')
  await expect(dialog.getByRole('checkbox', { name: 'Shareable' })).not.toBeChecked()
})

test('known extra specs are offered, and one that does not do what it seems to is told', async ({
  page,
  types,
}) => {
  const name = types.named('specs')
  await types.create(name)
  const dialog = await types.choose('View Extra Specs', name, 'Extra Specs')
  await dialog.getByRole('button', { name: 'Add a known key' }).click()
  await page.getByRole('menuitem', { name: 'multiattach' }).click()
  const value = dialog.getByRole('textbox', { name: 'Value of multiattach' })
  await expect(value).toBeFocused()
  await expect(value).toHaveValue('<is> True')
  await value.fill('True')
  await expect(dialog.getByRole('list', { name: 'Warnings' })).toContainText(
    'multiattach="True" does not make it shareable',
  )
  await expect(dialog).toContainText('creating a volume ends in Error')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await types.choose('View Extra Specs', name, 'Extra Specs')
  await value.fill('<is> True')
  await expect(dialog.getByRole('list', { name: 'Warnings' })).toBeHidden()
  await expect(dialog).toContainText('Volumes can be created on')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(
    types.row(name).getByRole('cell', { name: 'Yes', exact: true }).first(),
  ).toBeVisible()
})

test('an extra spec that Cinder refuses is told in its words', async ({ types }) => {
  const name = types.named('cached')
  await types.create(name, { shareable: true })
  const dialog = await types.choose('View Extra Specs', name, 'Extra Specs')
  await dialog.getByRole('button', { name: 'Add to' }).click()
  await dialog.getByRole('textbox', { name: 'Key' }).last().fill('cacheable')
  await dialog.getByRole('textbox', { name: 'Value of cacheable' }).fill('<is> True')
  await expect(dialog).toContainText('Cinder refuses it together with a shareable type')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toContainText('cacheable cannot be set with multiattach.')
  await dialog.getByRole('textbox', { name: 'Key' }).last().fill('no spaces')
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
})

test('a shareable type that no back end can make is flagged', async ({ types }) => {
  await expect(types.row('multiattach-nowhere')).toContainText('No back end can share')
  await expect(types.row('multiattach')).not.toContainText('No back end can share')
})

test('a type is encrypted, is not shareable then, and is plain again', async ({ page, types }) => {
  const name = types.named('secret')
  await types.create(name)
  const create = await types.choose('Create Encryption', name, 'Create Volume Type Encryption')
  await expect(create.getByRole('textbox', { name: 'Provider' })).toHaveValue('luks')
  await create.getByRole('button', { name: 'Create Volume Type Encryption' }).click()
  await expect(create).toBeHidden()
  await expect(types.row(name)).toContainText('Yes, luks')

  const edit = await types.choose('Edit Volume Type', name)
  await expect(edit.getByRole('checkbox', { name: 'Shareable' })).toBeDisabled()
  await expect(edit).toContainText('a volume can’t be both shareable and encrypted')
  await page.keyboard.press('Escape')

  const update = await types.choose('Update Encryption', name, 'Update Volume Type Encryption')
  await update.getByRole('textbox', { name: 'Key Size (bits)' }).fill('many')
  await expect(update.getByRole('button', { name: 'Update Volume Type Encryption' })).toBeDisabled()
  await update.getByRole('textbox', { name: 'Key Size (bits)' }).fill('512')
  await update.getByRole('button', { name: 'Update Volume Type Encryption' }).click()
  await expect(update).toBeHidden()

  const remove = await types.choose('Delete Encryption', name)
  await remove.getByRole('button', { name: 'Delete Encryption' }).click()
  await expect(remove).toBeHidden()
  await expect(types.row(name)).not.toContainText('luks')
})

test('a shareable type is not encrypted, and one in use neither', async ({ page, types }) => {
  const name = types.named('either')
  await types.create(name, { shareable: true })
  const ofShared = await types.action('Create Encryption', name)
  await expect(ofShared).toHaveAttribute('aria-disabled', 'true')
  await expect(ofShared).toContainText('both shareable and encrypted')
  await page.keyboard.press('Escape')
  test.skip(isLive, 'no volume there is of the encrypted type for sure')
  await expect(await types.action('Update Encryption', 'encrypted')).toContainText(
    /volumes? uses? this type/,
  )
})

test('a private type is for the projects that are picked', async ({ page, types }) => {
  const name = types.named('private')
  const dialog = await types.begin(name)
  await dialog.getByRole('checkbox', { name: 'Public' }).uncheck()
  await types.pick([otherProject])
  await dialog.getByRole('button', { name: 'Create Volume Type' }).click()
  await expect(dialog).toBeHidden()
  const access = await types.choose('Manage Access', name)
  await expect(access.getByRole('button', { name: `Remove ${otherProject}` })).toBeVisible()
  await types.pick(['demo'])
  await access.getByRole('button', { name: `Remove ${otherProject}` }).click()
  await page.keyboard.press('Escape')
  await expect(access).toContainText('A project keeps its existing volumes of this type')
  await access.getByRole('button', { name: 'Save' }).click()
  await expect(access).toBeHidden()
  await types.choose('Manage Access', name)
  await expect(access.getByRole('button', { name: 'Remove demo' })).toBeVisible()
  await expect(access.getByRole('button', { name: `Remove ${otherProject}` })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(await types.action('Manage Access', 'standard')).toContainText(
    'Public: every project',
  )
})

test('a private type whose projects are refused is made, and access is tried again', async ({
  types,
  faults,
}) => {
  test.skip(isLive, 'only the embedded cloud fails on demand')
  const name = types.named('half')
  const dialog = await types.begin(name)
  await dialog.getByRole('checkbox', { name: 'Public' }).uncheck()
  await types.pick([otherProject])
  await faults.set({
    requests: [
      {
        service: 'volume',
        method: 'POST',
        path: '/action',
        times: 1,
        status: 500,
        message: 'The database is out.',
      },
    ],
  })
  await dialog.getByRole('button', { name: 'Create Volume Type' }).click()
  await expect(dialog.getByRole('alert')).toContainText('not all projects can use it yet')
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Try Access Again' }).click()
  await expect(dialog).toBeHidden()
  const access = await types.choose('Manage Access', name)
  await expect(access.getByRole('button', { name: `Remove ${otherProject}` })).toBeVisible()
})

test('a type becomes the default of the project, can’t be deleted then, and ceases to be', async ({
  page,
  types,
}) => {
  const name = types.named('usual')
  await types.create(name)
  const project =
    (await page.getByRole('button', { name: 'Project', exact: true }).textContent()) ?? ''
  const set = await types.choose('Set as Default', name)
  await set.getByRole('button', { name: 'Set as Default' }).click()
  await expect(set).toBeHidden()
  await expect(types.row(name)).toContainText(project)
  await expect(await types.action('Delete Volume Type', name)).toContainText(
    'the default type, for volumes without a chosen one',
  )
  await page.keyboard.press('Escape')
  const unset = await types.choose('Unset Default', name)
  await unset.getByRole('button', { name: 'Unset Default' }).click()
  await expect(unset).toBeHidden()
  const remove = await types.choose('Delete Volume Type', name)
  await remove.getByRole('button', { name: 'Delete Volume Type' }).click()
  await expect(types.row(name)).toBeHidden()
})

test('several types are deleted at once, and one that volumes are of stays', async ({
  page,
  types,
}) => {
  const names = ['a', 'b'].map((one) => types.named(`several-${one}`))
  for (const name of names) await types.create(name)
  for (const name of [...names, 'multiattach'])
    await types
      .row(name)
      .getByRole('checkbox', { name: `Select ${name}`, exact: true })
      .check()
  await page.getByRole('button', { name: 'Delete Volume Types' }).click()
  const dialog = types.dialog('Delete Volume Types')
  await expect(dialog.getByRole('list', { name: /left out|Left out/ })).toContainText(
    /multiattach: \d+ volumes? uses? this type/,
  )
  await dialog.getByRole('button', { name: 'Delete Volume Types' }).click()
  await expect(dialog).toContainText('2 of 2 done')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  for (const name of names) await expect(types.row(name)).toBeHidden()
  await expect(types.row('multiattach')).toBeVisible()
})

test('search, Shareable and order are in the address', async ({ page, types }) => {
  await types.open('?shareable=true&sort=-name')
  await expect(types.row('multiattach')).toBeVisible()
  await expect(types.row('standard')).toBeHidden()
  await page.getByRole('searchbox', { name: 'Filter volume types' }).fill('nowhere')
  await expect(types.row('multiattach')).toBeHidden()
  await expect(types.row('multiattach-nowhere')).toBeVisible()
  await expect(page).toHaveURL(/q=nowhere/)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(types.row('standard')).toBeVisible()
  await expect(page).toHaveURL(/sort=-name/)
})

test('a list that can’t be read says why, and what is beside it does not hide it', async ({
  page,
  types,
  faults,
}) => {
  test.skip(isLive, 'only the embedded cloud fails on demand')
  await faults.set({
    requests: [{ service: 'volume', path: '/scheduler-stats', status: 500, message: 'No stats.' }],
  })
  await types.open()
  await expect(types.row('multiattach-nowhere')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('No stats.')
})
