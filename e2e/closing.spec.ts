import type { Page, Route } from '@playwright/test'

import { placeButton, switchTo } from './session-verbs.ts'
import { expect, isLive, otherProject, test } from './verbs.ts'

/** The names of the volumes that the page asks the cloud to make. */
function asked(page: Page): string[] {
  const names: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/api/volume/volumes')) return
    const { volume }: { volume: { name: string } } = request.postDataJSON()
    names.push(volume.name)
  })
  return names
}

async function openCreate(page: Page, name: string) {
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Create Volume' })
  await dialog.getByRole('textbox', { name: 'Volume Name' }).fill(name)
  return dialog
}

test('the browser’s Back asks before it throws away what was typed', async ({ page, volumes }) => {
  const dialog = await openCreate(page, volumes.named('typed'))
  await page.goBack()
  const question = volumes.dialog('Discard what you typed?')
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Volume Name' })).toHaveValue(/typed$/)
  await page.goBack()
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
  await expect(volumes.table).toBeVisible()
  // Nothing was typed, nothing is asked.
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  await expect(dialog).toBeVisible()
  await page.goBack()
  await expect(dialog).toBeHidden()
})

test('Back asks before picked instances are thrown away', async ({ page, volumes }) => {
  const name = volumes.named('picked')
  await volumes.create(name, { shareable: true })
  const dialog = await volumes.manage(name)
  await volumes.pick(['node-01'])
  await page.goBack()
  const question = volumes.dialog('Discard what you typed?')
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
})

/** Holds the requests for a new volume on their way until they are let go on. */
async function hold(page: Page, goOn: (route: Route) => Promise<void>): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(/\/api\/volume\/volumes$/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await promise
    return goOn(route)
  })
  return resolve
}

test('Enter held down, two clicks and a dialog that is opened again send one request', async ({
  page,
  volumes,
}) => {
  const names = asked(page)
  const name = volumes.named('once')
  const release = await hold(page, (route) => route.continue())
  const dialog = await openCreate(page, name)
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await dialog.getByRole('button', { name: 'Create Volume' }).dblclick({ force: true })
  await page.keyboard.press('Escape')
  const question = volumes.dialog('The request is being sent')
  await expect(question).toContainText('Closing does not cancel it')
  await question.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  await expect(dialog.getByRole('textbox', { name: 'Volume Name' })).toHaveValue('')
  await page.keyboard.press('Escape')
  release()
  await expect(page.getByText('Create Volume: done')).toBeVisible()
  await expect(volumes.row(name)).toBeVisible()
  expect(names).toEqual([name])
})

test('a failure of what was sent is told after its dialog was closed', async ({
  page,
  volumes,
}) => {
  const fault = { computeFault: { code: 500, message: 'The server has erred.' } }
  const release = await hold(page, (route) => route.fulfill({ status: 500, json: fault }))
  const dialog = await openCreate(page, volumes.named('never'))
  await dialog.getByRole('button', { name: 'Create Volume' }).click()
  await page.keyboard.press('Escape')
  await volumes.dialog('The request is being sent').getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
  release()
  const notice = page.getByRole('alert')
  await expect(notice).toContainText('Create Volume: failed')
  await expect(notice).toContainText('The server has erred.')
})

test('without a network the page says so, and what is sent fails at once and for good', async ({
  page,
  volumes,
}) => {
  const online = await page.evaluate(() => navigator.onLine)
  test.skip(!online, 'a browser with nothing but a loopback is offline from the start')
  const names = asked(page)
  const name = volumes.named('offline')
  const dialog = await openCreate(page, name)
  await expect(dialog.getByRole('combobox', { name: 'Type' })).toContainText('standard')
  // What the page says of itself is fetched once somebody uses it.
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  const notice = page.getByRole('alert').filter({ hasText: 'This page shows data from' })
  await expect(notice).toBeVisible()
  await dialog.getByRole('button', { name: 'Create Volume' }).click()
  await expect(dialog.getByRole('alert')).toContainText('You are offline')
  await page.keyboard.press('Escape')
  await volumes.dialog('Discard what you typed?').getByRole('button', { name: 'Discard' }).click()
  await page.context().setOffline(false)
  await expect(notice).toBeHidden()
  await page.reload()
  await expect(volumes.row('scratch')).toBeVisible()
  await expect(volumes.row(name)).toBeHidden()
  expect(names).toEqual([name])
})

for (const [what, place] of [
  ['Project', otherProject],
  ['Region', 'RegionTwo'],
] as const)
  test(`on a volume’s page, another ${what.toLowerCase()} leads to its volumes`, async ({
    page,
    volumes,
  }) => {
    test.skip(isLive && what === 'Region', 'the real cloud has one region')
    await volumes.row('quorum-disk').getByRole('link', { name: 'quorum-disk' }).click()
    await expect(page.getByRole('heading', { name: 'quorum-disk' })).toBeVisible()
    const before = (await placeButton(page, what).textContent()) ?? ''
    await switchTo(page, what, place)
    await expect(volumes.table).toBeVisible()
    await expect(page).toHaveURL(/\/project\/volumes$/)
    await expect(page.getByRole('alert')).toBeHidden()
    await switchTo(page, what, before)
  })
