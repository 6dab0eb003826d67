import type { Locator, Page } from '@playwright/test'

import { expect, type Volumes } from './verbs.ts'

/** Goes on in the project, unless the session is in it already. */
export async function workIn(page: Page, volumes: Volumes, project: string) {
  const current = page.getByRole('button', { name: 'Project', exact: true })
  if ((await current.textContent())?.includes(project)) return
  await current.click()
  await page.getByRole('menuitemradio', { name: new RegExp(`^${project}`) }).click()
  await expect(current).toContainText(project)
  await volumes.open()
  await expect(volumes.table).toBeVisible()
}

/** What an administrator does on the page Hosts. */
export class Hosts {
  private readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open() {
    await this.page.goto('/admin/hosts')
    await expect(this.row('compute-sharing')).toBeVisible()
  }

  row(host: string): Locator {
    return this.page
      .getByRole('table', { name: 'Hosts' })
      .getByRole('row', { name: host, exact: true })
  }

  /** Opens one host; with `all`, volumes are shown too that only one instance may hold. */
  async show(host: string, { all = false } = {}) {
    await this.page.goto(`/admin/hosts?host=${host}${all ? '&all=true' : ''}`)
    await expect(this.page.getByRole('heading', { name: host })).toBeVisible()
  }

  volume(name: string): Locator {
    return this.page
      .getByRole('table', { name: 'Volumes on This Host' })
      .or(this.page.getByRole('table', { name: 'Shared Volumes on This Host' }))
      .getByRole('row', { name, exact: true })
  }

  /** Opens Fail Over of a volume of the host that is shown. */
  async failOver(volume: string, action = 'Fail Over'): Promise<Locator> {
    await this.page.getByRole('searchbox', { name: 'Filter volumes' }).fill(volume)
    await this.volume(volume)
      .getByRole('button', { name: `Actions for ${volume}` })
      .click()
    await this.page.getByRole('menuitem', { name: action, exact: true }).click()
    return this.page.getByRole('dialog', { name: `Fail Over ${volume}` })
  }

  /** Picks the instance that is to take over. */
  async standby(instance: string) {
    const field = this.page.getByRole('combobox', { name: 'Standby Instance' })
    await field.fill(instance)
    // The list closes with the choice.
    await this.page.getByRole('option', { name: instance }).first().click()
  }

  /** What came of a step of the fail over. */
  step(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Progress' })
      .getByRole('listitem', { name, exact: true })
  }
}
