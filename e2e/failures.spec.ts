import { expect, isLive, test } from './verbs.ts'

test.skip(isLive, 'only the embedded cloud fails on demand')

test('a list that could not be read says so in the cloud’s words, and is read again when asked', async ({
  page,
  volumes,
  faults,
}) => {
  await faults.set({
    requests: [
      { service: 'volume', path: '/volumes/detail', status: 500, message: 'No database.' },
    ],
  })
  await volumes.open()
  const notice = page.getByRole('alert')
  await expect(notice).toContainText('The volumes could not be read')
  await expect(notice).toContainText('No database.')
  await expect(notice).toContainText('500')
  await faults.end()
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(volumes.row('quorum-disk')).toBeVisible()
})

test('a cloud that is not there for a moment goes unnoticed', async ({ page, volumes, faults }) => {
  await faults.set({ requests: [{ service: 'volume', times: 2, status: 503, retryAfter: 1 }] })
  await volumes.open()
  await expect(volumes.row('quorum-disk')).toBeVisible()
  await expect(page.getByRole('alert')).toBeHidden()
})

test('a refused form keeps what was typed', async ({ page, volumes, faults }) => {
  const name = volumes.named('kept')
  await faults.set({ policies: { 'volume:create': 'role:admin' } })
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  const dialog = volumes.dialog('Create Volume')
  await dialog.getByRole('textbox', { name: 'Volume Name' }).fill(name)
  await dialog.getByRole('button', { name: 'Create Volume' }).click()
  await expect(dialog.getByRole('alert')).toContainText(
    "Policy doesn't allow volume:create to be performed.",
  )
  await expect(dialog.getByRole('textbox', { name: 'Volume Name' })).toHaveValue(name)
  await faults.end()
  await dialog.getByRole('button', { name: 'Create Volume' }).click()
  await expect(dialog).toBeHidden()
  await expect(volumes.row(name)).toContainText('Available')
})

test('an attach whose answer was lost is followed to its end all the same', async ({
  volumes,
  faults,
}) => {
  const name = volumes.named('unheard')
  await volumes.create(name, { shareable: true })
  await faults.set({
    requests: [
      {
        service: 'compute',
        method: 'POST',
        path: 'os-volume_attachments$',
        times: 1,
        cut: 'after',
      },
    ],
  })
  const dialog = await volumes.manage(name)
  await volumes.pick(['node-05'])
  await dialog.getByRole('button', { name: 'Attach Volume' }).click()
  const progress = dialog.getByRole('list', { name: 'Progress' })
  await expect(progress.getByRole('listitem', { name: 'node-05' })).toContainText('Attached')
})

test('a project that has used up its quota is told before it asks', async ({ volumes, faults }) => {
  await faults.set({ quotas: { demo: { volumes: 0 } } })
  await volumes.open('?dialog=create')
  const dialog = volumes.dialog('Create Volume')
  await expect(dialog).toContainText('would exceed the limit of 0')
  await expect(dialog.getByRole('button', { name: 'Create Volume' })).toBeDisabled()
})

test('the type that is usual here is chosen, however late the cloud names it', async ({
  page,
  volumes,
  faults,
}) => {
  await faults.set({
    requests: [{ service: 'volume', path: '/types/default$', delayMs: 1_500 }],
  })
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  const type = volumes.dialog('Create Volume').getByRole('combobox', { name: 'Type' })
  await expect(type).toContainText('standard')
})

test('after an upgrade, a window that can’t load a part any more asks to be reloaded', async ({
  page,
  volumes,
  baseURL,
}) => {
  await expect(volumes.table).toBeVisible()
  const watching = page.waitForResponse(/Notices/)
  await page.mouse.move(300, 300)
  await watching
  await page.waitForLoadState('networkidle')
  await page.route('**/assets/*', (route) => route.fulfill({ status: 404 }))
  await page.route(new URL('/', baseURL).href, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<script type="module" src="/assets/page-of-tomorrow.js"></script>',
    }),
  )
  await page.getByRole('button', { name: 'User menu of demo' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'Mooring was updated' })
  await expect(notice).toBeVisible()
  await page.unrouteAll()
  await notice.getByRole('button', { name: 'Reload' }).click()
  await expect(volumes.table).toBeVisible()
  await expect(notice).toBeHidden()
})
