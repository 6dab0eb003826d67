import type { Page } from '@playwright/test'

import { placeButton, signOut, switchTo, typedName, typeName } from './session-verbs.ts'
import { beginSession, expect, isLive, otherProject, signIn, test, Volumes } from './verbs.ts'

// What a test has made is in demo; the session may be elsewhere by then, or another person's.
test.afterEach(({ page, signedInAs }) => beginSession(page, signedInAs))

/** Another window of the same browser. */
async function anotherWindow(page: Page) {
  const window = await page.context().newPage()
  const volumes = new Volumes(window)
  await volumes.open()
  await expect(volumes.table).toBeVisible()
  return { window, volumes }
}

/** Names of the volumes that the project of the browser's session has. */
async function volumesOf(page: Page): Promise<string[]> {
  const answer = await page.request.get('/api/volume/volumes')
  const { volumes }: { volumes: { name: string }[] } = await answer.json()
  return volumes.map(({ name }) => name)
}

test('a volume is made in the project that the window shows, whatever another window switched to', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('made-in-window-a')
  const other = await anotherWindow(page)
  await switchTo(other.window, 'Project', otherProject)
  await expect(other.volumes.row('quorum-disk')).toBeHidden()
  const theirs = await volumesOf(page)

  await expect(placeButton(page, 'Project')).toContainText('demo')
  await volumes.create(name)
  await expect(volumes.row('quorum-disk')).toBeVisible()
  for (const volume of theirs) await expect(volumes.row(volume)).toBeHidden()
  await other.window.reload()
  await expect(other.volumes.table).toBeVisible()
  await expect(placeButton(other.window, 'Project')).toContainText(otherProject)
  await expect(other.volumes.row(name)).toBeHidden()
  expect(await volumesOf(page)).not.toContain(name)
})

test('a volume is made in the region that the window shows', async ({ page, volumes }) => {
  test.skip(isLive, 'the real cloud has one region')
  const name = volumes.named('made-in-region-one')
  const other = await anotherWindow(page)
  await switchTo(other.window, 'Region', 'RegionTwo')
  await expect(other.volumes.row('far-mirror')).toBeVisible()

  await expect(placeButton(page, 'Region')).toContainText('RegionOne')
  await volumes.create(name)
  await expect(volumes.row('far-mirror')).toBeHidden()
  await other.window.reload()
  await expect(other.volumes.row('far-mirror')).toBeVisible()
  await expect(other.volumes.row(name)).toBeHidden()
})

test('a window keeps its project over a reload, and a new one starts in the last entered', async ({
  page,
  volumes,
}) => {
  const second = await anotherWindow(page)
  await switchTo(second.window, 'Project', otherProject)
  const third = await anotherWindow(page)
  await expect(placeButton(third.window, 'Project')).toContainText(otherProject)
  await page.reload()
  await expect(placeButton(page, 'Project')).toContainText('demo')
  await expect(volumes.row('quorum-disk')).toBeVisible()
})

test('nothing is made as somebody else who signed in meanwhile', async ({ page, volumes }) => {
  const name = volumes.named('typed-by-demo')
  const create = await typeName(page, name)
  await beginSession(page, 'admin')
  await create.getByRole('button', { name: 'Create Volume' }).click()

  const told = volumes.dialog('admin signed in in another window')
  await expect(told).toContainText('nothing was done as admin from here')
  expect(await volumesOf(page)).not.toContain(name)
  await expect(typedName(page)).toHaveValue(name)
  await expect(told.getByRole('textbox', { name: 'User name' })).toHaveValue('demo')
  await signIn(page, 'demo')
  await expect(told).toBeHidden()
  await expect(volumes.row(name)).toContainText('Available')
  expect(await volumesOf(page)).toContain(name)
})

test('a user who is told of another sign-in keeps what they typed after signing in again', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('typed-by-demo')
  const other = await anotherWindow(page)
  const create = await typeName(page, name)
  await signOut(other.window, 'demo')
  await signIn(other.window, 'admin')

  const told = volumes.dialog('admin signed in in another window')
  await expect(told).toBeVisible()
  await signIn(page, 'demo')
  await expect(told).toBeHidden()
  await expect(typedName(page)).toHaveValue(name)
  await create.getByRole('button', { name: 'Create Volume' }).click()
  await expect(volumes.row(name)).toContainText('Available')
  await expect(other.volumes.dialog('demo signed in in another window')).toBeVisible()
})

test('after another user signs in in one window, the other can reload as that user', async ({
  page,
  volumes,
}) => {
  await beginSession(page, 'admin')
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  await volumes
    .dialog('admin signed in in another window')
    .getByRole('button', { name: 'Reload as admin' })
    .click()
  await expect(page.getByRole('button', { name: 'User menu of admin' })).toBeVisible()
})

test('signing out in one window ends the others at once, and signing in again lets them go on', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('typed-before')
  const other = await anotherWindow(page)
  await typeName(page, name)
  await signOut(other.window, 'demo')
  const ended = volumes.dialog('Your session has ended')
  await expect(ended).toBeVisible()
  await signIn(other.window, 'demo')
  await expect(ended).toBeHidden()
  await expect(typedName(page)).toHaveValue(name)
  await volumes.dialog('Create Volume').getByRole('button', { name: 'Create Volume' }).click()
  await expect(volumes.row(name)).toContainText('Available')
})

for (const [what, keystone] of [
  ['exchanges no token that is for a project', { rescopeScoped: false }],
  ['does not end tokens made from a revoked one', { cascade: false }],
] as const)
  test(`projects are switched on a Keystone that ${what}`, async ({ page, volumes, faults }) => {
    test.skip(isLive, 'only the embedded Keystone can be told how to behave')
    await faults.set({ keystone })
    await beginSession(page, 'demo')
    await volumes.open()
    await switchTo(page, 'Project', otherProject)
    await expect(volumes.row('dataset')).toBeVisible()
    await switchTo(page, 'Project', 'demo')
    await expect(volumes.row('quorum-disk')).toBeVisible()
    await signOut(page, 'demo')
  })
