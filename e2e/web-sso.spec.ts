import type { Page } from '@playwright/test'

import { addressOf, keystoneForBrowsers } from './servers.ts'
import { signInAtProvider, signOut, typedName, typeName } from './session-verbs.ts'
import { beginSession, endSession, expect, isLive, test, Volumes } from './verbs.ts'

test.skip(isLive, 'the real Keystone has no identity provider of ours')

const withAcme = (page: Page) => page.getByRole('button', { name: 'Sign in with ACME' })

/** An address of Keystone that brings one back as `name`, whatever one asked for. */
const arrivalOf = (name: string, index: number) =>
  `${keystoneForBrowsers(index)}/auth/OS-FEDERATION/websso/openid?idp_user=${name}&origin=${encodeURIComponent(`${addressOf(index)}/auth/websso/`)}`

/** The page that signs in by the identity provider, at the address that was asked for first. */
async function arrive(page: Page, name: string) {
  const volumes = new Volumes(page)
  await volumes.open('?q=quorum')
  await withAcme(page).click()
  await signInAtProvider(page, name)
  await expect(volumes.row('quorum-disk')).toBeVisible()
  return volumes
}

test('an identity provider signs a user in, back at the address they asked for', async ({
  page,
  baseURL,
}) => {
  await arrive(page, 'fay')
  await expect(page.getByRole('searchbox', { name: 'Filter volumes' })).toHaveValue('quorum')
  await expect(page).toHaveURL(`${baseURL}/project/volumes?q=quorum`)
  await page.getByRole('button', { name: 'User menu of fay' }).click()
  await expect(page.getByRole('menu')).toContainText('via acme')
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('button', { name: 'User menu of fay' })).toBeVisible()
  await signOut(page, 'fay')
  await expect(withAcme(page)).toBeVisible()
})

test('the identity provider is on another site', async ({ page, baseURL }) => {
  await page.goto('/')
  await withAcme(page).click()
  await expect(page.getByRole('heading', { name: 'Pretended identity provider' })).toBeVisible()
  expect(new URL(page.url()).hostname).not.toBe(new URL(baseURL ?? '').hostname)
})

test('a person of seventy groups works as anybody else does', async ({ page }) => {
  const volumes = await arrive(page, 'many-groups-70')
  const name = volumes.named('of-seventy-groups')
  const create = await typeName(page, name)
  await create.getByRole('button', { name: 'Create Volume' }).click()
  await volumes.open(`?q=${name}`)
  await expect(volumes.row(name)).toContainText('Available')
  await volumes.tidyUp()
})

test('an arrival that the window did not ask for needs a confirmation', async ({ page }, {
  parallelIndex,
}) => {
  await page.goto(arrivalOf('mallory', parallelIndex))
  await expect(page.getByText('Continue only if this is your account')).toBeVisible()
  await expect(page.getByText('acme has signed in mallory')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the start' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()

  await page.goto(arrivalOf('fay', parallelIndex))
  await page.getByRole('button', { name: 'Continue as fay' }).click()
  await expect(page.getByRole('button', { name: 'User menu of fay' })).toBeVisible()
  await expect(new Volumes(page).table).toBeVisible()
})

test('an unrequested arrival can’t replace the signed-in user', async ({ page }, {
  parallelIndex,
}) => {
  await beginSession(page, 'demo')
  await page.goto(arrivalOf('mallory', parallelIndex))
  await expect(page.getByText('There is nobody to sign in')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the start' }).click()
  await expect(page.getByRole('button', { name: 'User menu of demo' })).toBeVisible()
})

test('the arrival page says so when nobody has arrived', async ({ page }) => {
  await page.goto('/auth/websso/')
  await expect(page.getByText('There is nobody to sign in')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the start' }).click()
  await expect(withAcme(page)).toBeVisible()
})

test('a session that ends during work continues after a sign-in in a pop-up', async ({
  page,
  context,
}) => {
  const volumes = await arrive(page, 'fay')
  await volumes.open()
  const name = volumes.named('typed-by-fay')
  const create = await typeName(page, name)
  await endSession(page)
  await create.getByRole('button', { name: 'Create Volume' }).click()
  const ended = volumes.dialog('Your session has ended')
  const opened = context.waitForEvent('page')
  await ended.getByRole('button', { name: 'Sign in with ACME' }).click()
  const popup = await opened
  const closed = popup.waitForEvent('close')
  await signInAtProvider(popup, 'fay')
  await closed
  await expect(ended).toBeHidden()
  await expect(volumes.row(name)).toContainText('Available')
  await volumes.tidyUp()
})

test('a pop-up sign-in as another user does not resume the former user’s work', async ({
  page,
  context,
}) => {
  const volumes = await arrive(page, 'fay')
  const name = volumes.named('typed-by-fay')
  const create = await typeName(page, name)
  await endSession(page)
  await create.getByRole('button', { name: 'Create Volume' }).click()
  const opened = context.waitForEvent('page')
  await volumes
    .dialog('Your session has ended')
    .getByRole('button', { name: 'Sign in with ACME' })
    .click()
  await signInAtProvider(await opened, 'kim')
  await expect(volumes.dialog('kim signed in in another window')).toBeVisible()
  await expect(typedName(page)).toHaveValue(name)
})
