import type { Locator, Page } from '@playwright/test'

import { expect, otherProject, signIn, test as base, Volumes } from './verbs.ts'

/** What an administrator does on the page about the volumes of all projects. */
export class AdminVolumes {
  private readonly page: Page
  /** The same page's table, dialogs and menus, which are those of the project's page. */
  readonly volumes: Volumes

  constructor(page: Page) {
    this.page = page
    this.volumes = new Volumes(page)
  }

  async open(query = '') {
    await this.page.goto(`/admin/volumes${query}`)
    await expect(this.volumes.table).toBeVisible()
  }

  /** Opens the page with one volume, whichever project has it. */
  async find(name: string): Promise<Locator> {
    await this.open(`?q=${encodeURIComponent(name)}`)
    const row = this.volumes.row(name)
    await expect(row).toBeVisible()
    return row
  }

  /** Chooses a value of one of the fields of a dialog. */
  async pick(dialog: Locator, field: string, value: string | RegExp) {
    await dialog.getByRole('combobox', { name: field, exact: true }).click()
    await this.page.getByRole('option', { name: value, exact: true }).click()
  }

  /** Makes a volume in the administrator's own project, and waits until it is there. */
  async make(name: string, type: string, more: { size?: number } = {}): Promise<string> {
    const made = await this.page.request.post('/api/volume/volumes', {
      data: { volume: { name, size: 1, volume_type: type, ...more } },
    })
    expect(made.ok()).toBe(true)
    const { volume }: { volume: { id: string } } = await made.json()
    await expect
      .poll(async () => {
        const answer = await this.page.request.get(`/api/volume/volumes/${volume.id}`)
        const { volume: seen }: { volume: { status: string } } = await answer.json()
        return seen.status
      })
      .toBe('available')
    return volume.id
  }

  /** Goes on in another of the person's projects. */
  async switchTo(name: string) {
    const session = await this.page.request.get('/api/session')
    const { projects }: { projects: { id: string; name: string }[] } = await session.json()
    const projectId = projects.find((one) => one.name === name)?.id
    const moved = await this.page.request.patch('/api/session', { data: { projectId } })
    expect(moved.ok()).toBe(true)
  }
}

/**
 * Tests with an administrator on the page about all projects, in the project demo. `foreign` is a volume of another project:
 * demo, who is a member there, makes it beforehand and takes it away at the end.
 */
export const test = base.extend<{ admin: AdminVolumes; foreign: string }>({
  admin: async ({ page }, play) => {
    const admin = new AdminVolumes(page)
    await page.goto('/admin/volumes')
    await signIn(page, 'admin')
    await expect(page.getByRole('navigation', { name: 'Navigation' })).toContainText('Admin')
    await admin.switchTo('demo')
    await admin.open()
    await play(admin)
    await admin.volumes.tidyUp()
  },
  foreign: async ({ browser, baseURL }, play) => {
    const context = await browser.newContext({ ...(baseURL && { baseURL }) })
    const page = await context.newPage()
    const demo = new AdminVolumes(page)
    await page.goto('/project/volumes')
    await signIn(page, 'demo')
    await expect(demo.volumes.table).toBeVisible()
    await demo.switchTo(otherProject)
    const name = demo.volumes.named(`foreign-${Math.random().toString(36).slice(2, 6)}`)
    await demo.make(name, 'standard')
    await play(name)
    await demo.volumes.tidyUp()
    await context.close()
  },
})
