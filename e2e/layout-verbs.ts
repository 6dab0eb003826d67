import type { Page } from '@playwright/test'

import { type Addresses, goTo } from './addresses.ts'
import { expect } from './verbs.ts'

/** Of a desk, a tablet and a phone, in px. */
const screens = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
]

/** What does not fit at the window's width; nothing where all of it does. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    // What React draws for another width is there two frames later.
    for (const _ of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn))
    const root = document.documentElement
    // A table, a matrix, a row of tabs and a text that is to be copied scroll in their frames.
    const mayScroll = '[role=table], [role=grid], [role=tablist], table, pre'
    const scrolls = (element: Element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
      element.querySelector(mayScroll) === null &&
      !element.matches(mayScroll)
    const inner = [...document.querySelectorAll('main, main *, [role=dialog], [role=dialog] *')]
      .filter((element) => element.scrollWidth > element.clientWidth && scrolls(element))
      .map(
        ({ tagName, textContent, scrollWidth, clientWidth }) =>
          `${tagName} “${textContent.slice(0, 40)}” is ${scrollWidth} wide in ${clientWidth}`,
      )
    const outside = [...document.querySelectorAll('.MuiDialogActions-root button')]
      .filter((button) => {
        const { left, right, top, bottom } = button.getBoundingClientRect()
        return left < 0 || top < 0 || right > root.clientWidth || bottom > root.clientHeight
      })
      .map(({ textContent }) => `The button “${textContent}” is out of sight`)
    // What reaches past the window, so that a failure explains itself.
    const past = [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { right, bottom } = element.getBoundingClientRect()
        return right > root.clientWidth || bottom > root.clientHeight
      })
      .map(
        ({ tagName, className, textContent }) =>
          `${tagName}.${className} “${textContent.slice(0, 40)}”`,
      )
      .join(', ')
    return [
      ...(root.scrollWidth === root.clientWidth
        ? []
        : [`the page is ${root.scrollWidth} wide: ${past}`]),
      ...(root.scrollHeight === root.clientHeight
        ? []
        : [`the page is ${root.scrollHeight} high: ${past}`]),
      ...inner,
      ...outside,
    ]
  })

/** The room that a scroll bar takes, in px: none where the browser hides them, and with them what does not fit. */
export const scrollBarWidth = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const box = document.createElement('div')
    box.style.cssText = 'position: absolute; width: 100px; height: 100px; overflow: scroll'
    document.body.append(box)
    const width = box.offsetWidth - box.clientWidth
    box.remove()
    return width
  })

/** Expects that pages and dialogs fit, at the widths of all screens. */
export async function expectToFit(page: Page, { pages, dialogs }: Addresses) {
  // All that does not fit is told, and not the first only.
  const { poll } = expect.configure({ soft: true, timeout: 5_000 })
  const fits = async (address: string) => {
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    for (const screen of screens) {
      await page.setViewportSize(screen)
      const tooLarge = async () => {
        const found = await overflowing(page)
        // Under load, Chromium sometimes keeps the styles of the former width until it is resized again.
        if (found.length > 0) {
          await page.setViewportSize({ ...screen, height: screen.height - 1 })
          await page.setViewportSize(screen)
        }
        return found
      }
      await poll(tooLarge, `${address} at ${screen.width}`).toEqual([])
    }
  }
  for (const address of pages) {
    await goTo(page, address)
    await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible()
    await fits(address)
  }
  for (const address of dialogs) {
    await goTo(page, address)
    await expect(page.getByRole('dialog'), address).toBeVisible()
    await fits(address)
  }
}
