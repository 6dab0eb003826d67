import type { Page } from '@playwright/test'

import { barriersOf } from './barriers.ts'
import { expect, test, type Volumes } from './verbs.ts'

/** What a person does on the page Shared Volumes. */
const sharingOf = (page: Page) => {
  const grid = page.getByRole('grid', { name: 'Shared Volumes by Instance' })
  return {
    grid,
    cell: (volume: string, instance: string) =>
      grid.getByRole('button', { name: new RegExp(`^${volume}, ${instance}: `) }),
    async open(query = '') {
      await page.goto(`/project/sharing${query}`)
      await expect(page.getByRole('heading', { name: 'Shared Volumes' })).toBeVisible()
    },
  }
}

/** Attaches a volume to instances by Manage Attachments, and waits until it is. */
async function attach(page: Page, volumes: Volumes, volume: string, nodes: readonly string[]) {
  const manage = await volumes.manage(volume)
  await volumes.pick(nodes)
  await manage.getByRole('button', { name: 'Attach Volume' }).click()
  await expect(manage.getByRole('list', { name: 'Progress' }).getByText('Attached on')).toHaveCount(
    nodes.length,
  )
  await page.keyboard.press('Escape')
}

test('shows which node of a cluster lacks a volume, and attaches it there', async ({
  page,
  volumes,
}) => {
  const [data, votes] = [volumes.named('data'), volumes.named('votes')]
  await volumes.create(data, { shareable: true })
  await volumes.create(votes, { shareable: true })
  await attach(page, volumes, data, ['node-05', 'node-06', 'node-07'])
  await attach(page, volumes, votes, ['node-05', 'node-06'])

  await page.getByRole('link', { name: 'Shared Volumes' }).click()
  const sharing = sharingOf(page)
  await page.getByRole('searchbox', { name: 'Filter volumes' }).fill(votes)
  await page.getByRole('searchbox', { name: 'Filter instances' }).fill('node-0')
  const lacking = sharing.cell(votes, 'node-07')
  await expect(lacking).toHaveAccessibleName(/gap, not attached/)
  await expect(sharing.cell(votes, 'node-05')).toHaveAccessibleName(/attached on \/dev\//)
  await lacking.click()
  const dialog = page.getByRole('dialog', { name: 'Attach Volume' })
  await expect(dialog).toContainText(`Attach ${votes} to node-07.`)
  await expect(dialog).toContainText('attached to 2 others already: node-05, node-06')
  await expect(dialog).toContainText(`share ${data} with node-07 hold it`)
  await expect(dialog).toContainText('An ordinary file system')
  await dialog.getByRole('button', { name: 'Attach Volume' }).click()
  await expect(dialog).toBeHidden()
  await expect(lacking).toHaveAccessibleName(/attached on \/dev\//)

  await sharing.cell(votes, 'node-05').click()
  const detach = page.getByRole('dialog', { name: 'Detach Volume' })
  await expect(detach).toContainText(`Detach ${votes} from node-05.`)
  await expect(detach).toContainText('stays attached to 2 others: node-06, node-07')
  await detach.getByRole('button', { name: 'Detach Volume' }).click()
  await expect(sharing.cell(votes, 'node-05')).toHaveAccessibleName(/gap, not attached/)
})

test('an attach that fails is marked, and says why when it is pressed', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('unwelcome')
  await volumes.create(name, { shareable: true })
  const sharing = sharingOf(page)
  await sharing.open(`?q=${name}&on=legacy-1`)
  await sharing.cell(name, 'legacy-1').click()
  const dialog = page.getByRole('dialog', { name: 'Attach Volume' })
  await expect(dialog).toContainText('No instance holds it now.')
  await dialog.getByRole('button', { name: 'Attach Volume' }).click()
  await expect(sharing.cell(name, 'legacy-1')).toHaveAccessibleName(/failed/)
  await sharing.cell(name, 'legacy-1').click()
  await expect(dialog).toContainText("has 'multiattach' set, which is not supported")
  await expect(dialog).toContainText('Request ID req-')
})

test('the matrix is walked through by keyboard', async ({ page, volumes }) => {
  await expect(volumes.table).toBeVisible()
  const sharing = sharingOf(page)
  await sharing.open('?q=quorum-disk&on=node-0')
  const first = sharing.cell('quorum-disk', 'node-01')
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await expect(sharing.cell('quorum-disk', 'node-02')).toBeFocused()
  await page.keyboard.press('Home')
  await expect(sharing.grid.getByRole('link', { name: 'quorum-disk' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowUp')
  await expect(sharing.grid.getByRole('link', { name: 'node-01' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Detach Volume' })
  await expect(dialog).toContainText('Detach quorum-disk from node-01')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(first).toBeFocused()
})

test.describe('a reader', () => {
  test.use({ signedInAs: 'reader' })

  test('sees who shares what, and is told why nothing can be changed', async ({
    page,
    volumes,
  }) => {
    await expect(volumes.table).toBeVisible()
    const sharing = sharingOf(page)
    await sharing.open('?q=quorum-disk')
    await sharing.cell('quorum-disk', 'node-01').click()
    const dialog = page.getByRole('dialog', { name: 'Detach Volume' })
    await expect(dialog).toContainText('is read-only')
    await expect(dialog.getByRole('button', { name: 'Detach Volume' })).toBeDisabled()
  })
})

for (const scheme of ['light', 'dark'] as const)
  test.describe(`in the ${scheme} theme`, () => {
    test.use({ colorScheme: scheme })

    test('shared volumes have no known barrier', async ({ page, volumes }) => {
      await expect(volumes.table).toBeVisible()
      const sharing = sharingOf(page)
      await sharing.open()
      await expect(sharing.cell('quorum-disk', 'node-01')).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
      await sharing.cell('quorum-disk', 'node-01').click()
      await expect(page.getByRole('dialog', { name: 'Detach Volume' })).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
    })

    test('instances have no known barrier', async ({ page, volumes }) => {
      await expect(volumes.table).toBeVisible()
      await page.goto('/project/instances?q=node-01')
      const actions = page.getByRole('button', { name: 'Actions for node-01' })
      await expect(actions).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
      for (const action of ['Attach Volume', 'Detach Volume']) {
        await actions.click()
        await page.getByRole('menuitem', { name: action }).click()
        await expect(page.getByRole('dialog', { name: action })).toBeVisible()
        expect(await barriersOf(page)).toEqual([])
        await page.keyboard.press('Escape')
      }
    })
  })
