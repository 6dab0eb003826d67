import { createHmac } from 'node:crypto'

import type { Locator, Page } from '@playwright/test'

import { expect } from './verbs.ts'

/** The secret of `mfa`, in base32. */
const totpSecret = 'MOORINGMOORINGMOORINGMOORINGMOOR'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const bytesOf = (base32: string): Buffer => {
  const bits = Array.from(base32, (one) => alphabet.indexOf(one).toString(2).padStart(5, '0')).join(
    '',
  )
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** The passcode that an authenticator shows for `mfa` now: RFC 6238. */
export function passcode(now = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const digest = createHmac('sha1', bytesOf(totpSecret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) % 16
  const number = digest.readUInt32BE(offset) % 2 ** 31
  return String(number % 1_000_000).padStart(6, '0')
}

/** The button that says the project or the region that the window shows, and opens the others. */
export const placeButton = (page: Page, what: 'Project' | 'Region'): Locator =>
  page.getByRole('banner').getByRole('button', { name: what, exact: true })

/** Goes on in another project or region. */
export async function switchTo(page: Page, what: 'Project' | 'Region', name: string) {
  await placeButton(page, what).click()
  await page.getByRole('menuitemradio', { name }).click()
  await expect(placeButton(page, what)).toContainText(name)
}

/** Signs out by the user menu. */
export async function signOut(page: Page, userName: string) {
  await page.getByRole('button', { name: `User menu of ${userName}` }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
}

/** Opens Create Volume and types a name; the dialog stays open. */
export async function typeName(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Create Volume' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Create Volume' })
  await dialog.getByRole('textbox', { name: 'Volume Name' }).fill(name)
  return dialog
}

/** The volume name that was typed, also while another dialog is over it and hides it from screen readers. */
export const typedName = (page: Page): Locator => page.getByLabel('Volume Name')

/** Says at the pretended identity provider who one is. */
export async function signInAtProvider(page: Page, name: string) {
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Sign in at the identity provider' }).click()
}
