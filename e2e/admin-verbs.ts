import type { APIRequestContext, Locator, Page } from '@playwright/test'

import { switchTo } from './session-verbs.ts'
import { expect, otherProject, password, signIn, test as base, Volumes } from './verbs.ts'

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
  readonly make = (name: string, type: string) => makeVolume(this.page.request, name, type)
}

async function makeVolume(request: APIRequestContext, name: string, type: string): Promise<string> {
  const made = await request.post('/api/volume/volumes', {
    data: { volume: { name, size: 1, volume_type: type } },
  })
  expect(made.ok()).toBe(true)
  const { volume }: { volume: { id: string } } = await made.json()
  await expect
    .poll(async () => {
      const answer = await request.get(`/api/volume/volumes/${volume.id}`)
      const { volume: seen }: { volume: { status: string } } = await answer.json()
      return seen.status
    })
    .toBe('available')
  return volume.id
}

/** Enters another project, for requests that name none. */
async function enter(request: APIRequestContext, project: string) {
  const session = await request.get('/api/session')
  const { projects }: { projects: { id: string; name: string }[] } = await session.json()
  const projectId = projects.find(({ name }) => name === project)?.id
  const moved = await request.patch('/api/session', { data: { projectId } })
  expect(moved.ok()).toBe(true)
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
    await switchTo(page, 'Project', 'demo')
    await admin.open()
    await play(admin)
    await admin.volumes.tidyUp()
  },
  foreign: async ({ playwright, baseURL }, play) => {
    const demo = await playwright.request.newContext({ ...(baseURL && { baseURL }) })
    const signedIn = await demo.post('/api/session', {
      data: { userName: 'demo', password, domain: 'Default' },
    })
    expect(signedIn.ok()).toBe(true)
    await enter(demo, otherProject)
    const name = `e2e-foreign-${Date.now().toString(36)}`
    const id = await makeVolume(demo, name, 'standard')
    await play(name)
    await demo.delete(`/api/volume/volumes/${id}`)
    await demo.dispose()
  },
})
