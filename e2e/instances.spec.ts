import type { Page } from '@playwright/test'

import { expect, test } from './verbs.ts'

const isLive = process.env.MOORING_E2E_CLOUD === 'live'

/** What a person does in the Instances panel. */
const instancesOf = (page: Page) => {
  const table = page.getByRole('table', { name: 'Instances' })
  const row = (instance: string) => table.getByRole('row', { name: instance, exact: true })
  return {
    table,
    row,
    async open(query = '') {
      await page.goto(`/project/instances${query}`)
      await expect(table).toBeVisible()
    },
    /** Chooses an action of an instance's menu, once the table is filtered down to it. */
    async choose(action: string, instance: string) {
      await page.getByRole('searchbox', { name: 'Filter instances' }).fill(instance)
      await row(instance)
        .getByRole('button', { name: `Actions for ${instance}` })
        .click()
      await page.getByRole('menuitem', { name: action }).click()
      return page.getByRole('dialog', { name: action })
    },
    /** Picks volumes in the dialog that is open, by typing their names. */
    async pick(volumes: readonly string[]) {
      const field = page.getByRole('combobox', { name: 'Volumes to Attach' })
      for (const volume of volumes) {
        await field.fill(volume)
        await page.getByRole('option', { name: volume }).click()
      }
      await field.press('Escape')
    },
  }
}

test('instances show the volumes that they hold, and who shares them', async ({
  page,
  volumes,
}) => {
  await expect(volumes.table).toBeVisible()
  await page.getByRole('link', { name: 'Instances' }).click()
  const instances = instancesOf(page)
  await page.getByRole('searchbox', { name: 'Filter instances' }).fill('node-02')
  const held = instances.row('node-02').getByRole('button', { name: /^quorum-disk/ })
  await expect(held).toHaveAccessibleName(/Attached, Shared by 3 instances/)
  await held.click()
  const card = page.getByRole('dialog', { name: 'quorum-disk' })
  await expect(card).toContainText('3 instances')
  await card.getByRole('link', { name: 'Manage Attachments' }).click()
  await expect(volumes.dialog('Manage Volume Attachments')).toContainText('quorum-disk')
})

test('filters and order are in the address', async ({ page, volumes }) => {
  await expect(volumes.table).toBeVisible()
  const instances = instancesOf(page)
  await instances.open()
  await page.getByRole('textbox', { name: 'Holds volume' }).fill('quorum')
  await expect(instances.row('legacy-1')).toBeHidden()
  await instances.table.getByRole('button', { name: 'Instance Name' }).click()
  await expect(page).toHaveURL(/holds=quorum/)
  await expect(page).toHaveURL(/sort=name/)
  await page.reload()
  await expect(instances.row('node-02')).toBeVisible()
  await expect(
    instances.table.getByRole('columnheader', { name: 'Instance Name' }),
  ).toHaveAttribute('aria-sort', 'ascending')
  await expect(instances.table.getByRole('columnheader', { name: 'Host' })).toBeHidden()
})

test('several volumes are attached to one instance at once, and let go again', async ({
  page,
  volumes,
}) => {
  const [first, second] = [volumes.named('one'), volumes.named('two')]
  await volumes.create(first, { shareable: true })
  await volumes.create(second)
  const instances = instancesOf(page)
  await instances.open()
  const attach = await instances.choose('Attach Volume', 'node-04')
  await instances.pick([first, second])
  await expect(attach).not.toContainText('An ordinary file system')
  await attach.getByRole('button', { name: 'Attach Volume' }).click()
  const progress = attach.getByRole('list', { name: 'Progress' })
  for (const volume of [first, second])
    await expect(progress.getByRole('listitem', { name: volume })).toContainText(
      'Attached on /dev/',
    )
  await page.keyboard.press('Escape')
  await expect(attach).toBeHidden()

  await test.step('a second attachment is warned of', async () => {
    const again = await instances.choose('Attach Volume', 'node-05')
    await instances.pick([first])
    await expect(again).toContainText('An ordinary file system')
    await again.getByRole('button', { name: 'Equivalent command' }).click()
    await expect(again.getByRole('region', { name: 'openstack command' })).toContainText(
      'server add volume',
    )
    await again.getByRole('button', { name: 'Attach Volume' }).click()
    await expect(again.getByRole('listitem', { name: first })).toContainText('Attached on /dev/')
    await page.keyboard.press('Escape')
  })

  const detach = await instances.choose('Detach Volume', 'node-04')
  await detach.getByRole('checkbox', { name: first }).check()
  await detach.getByRole('checkbox', { name: second }).check()
  await expect(detach).toContainText(`${first} stays attached to node-05.`)
  await expect(detach).toContainText(`${second}: no instance holds it then.`)
  await expect(detach).toContainText('node-04 is running')
  await detach.getByRole('button', { name: 'Detach Volume' }).click()
  for (const volume of [first, second])
    await expect(detach.getByRole('listitem', { name: volume })).toContainText('Detached')
  await page.keyboard.press('Escape')
  await instances.open(`?holds=${first}`)
  await expect(instances.row('node-05')).toBeVisible()
  await expect(instances.row('node-04')).toBeHidden()
})

test('a volume that can’t be attached stands last and says why; what the cloud refuses shows', async ({
  page,
  volumes,
}) => {
  const [shared, plain] = [volumes.named('for-all'), volumes.named('for-one')]
  await volumes.create(shared, { shareable: true })
  await volumes.create(plain)
  const manage = await volumes.manage(plain)
  await volumes.pick(['node-01'])
  await manage.getByRole('button', { name: 'Attach Volume' }).click()
  await expect(manage.getByRole('row', { name: 'node-01' })).toContainText('Attached')

  const instances = instancesOf(page)
  await instances.open()
  const dialog = await instances.choose('Attach Volume', 'legacy-1')
  await page.getByRole('combobox', { name: 'Volumes to Attach' }).fill(plain)
  const option = page.getByRole('option', { name: plain })
  await expect(option).toHaveAttribute('aria-disabled', 'true')
  await expect(option).toContainText('attached to one instance only')
  await instances.pick([shared])
  await dialog.getByRole('button', { name: 'Attach Volume' }).click()
  const failed = dialog.getByRole('listitem', { name: shared })
  await expect(failed).toContainText("has 'multiattach' set, which is not supported")
  // Another try on that hypervisor can't come out otherwise.
  await expect(failed).toContainText('Choose an instance on another host')
  await expect(failed.getByRole('button', { name: `Retry ${shared}` })).toBeHidden()
})

test('an instance whose state forbids it says so', async ({ page, volumes }) => {
  test.skip(isLive, 'the live cloud has no instance in such a state')
  await expect(volumes.table).toBeVisible()
  const instances = instancesOf(page)
  await instances.open('?q=failed-1')
  await instances.row('failed-1').getByRole('button', { name: 'Actions for failed-1' }).click()
  await expect(page.getByRole('menuitem', { name: 'Attach Volume' })).toContainText('In error')
  await expect(page.getByRole('menuitem', { name: 'Detach Volume' })).toContainText(
    'No volume is attached',
  )
})

test.describe('a reader', () => {
  test.use({ signedInAs: 'reader' })

  test('is told why nothing can be attached', async ({ page, volumes }) => {
    await expect(volumes.table).toBeVisible()
    const instances = instancesOf(page)
    await instances.open('?q=node-01')
    await instances.row('node-01').getByRole('button', { name: 'Actions for node-01' }).click()
    await expect(page.getByRole('menuitem', { name: 'Attach Volume' })).toContainText(
      'is read-only',
    )
  })
})

test.describe('an administrator', () => {
  test.use({ signedInAs: 'admin' })

  test('is told the hosts', async ({ page, volumes }) => {
    test.skip(isLive, 'the tests know no administrator of a live cloud')
    await expect(volumes.table).toBeVisible()
    const instances = instancesOf(page)
    await instances.open()
    await expect(instances.table.getByRole('columnheader', { name: 'Host' })).toBeVisible()
  })
})
