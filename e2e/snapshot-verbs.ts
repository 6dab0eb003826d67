import type { Locator, Page } from '@playwright/test'

import { expect, signIn, test as base, type Volumes } from './verbs.ts'

type SnapshotAnswer = { id: string; name: string }

/** What a person does in the Snapshots panel. */
export class Snapshots {
  private readonly page: Page
  private readonly volumes: Volumes
  constructor(page: Page, volumes: Volumes) {
    this.page = page
    this.volumes = volumes
  }

  async open(query = '') {
    await this.page.goto(`/project/snapshots${query}`)
  }

  get table(): Locator {
    return this.page.getByRole('table', { name: 'Snapshots' })
  }

  row(snapshot: string): Locator {
    return this.table.getByRole('row', { name: snapshot, exact: true })
  }

  /** Chooses an action of a snapshot's menu. */
  async choose(action: string, snapshot: string) {
    await this.row(snapshot)
      .getByRole('button', { name: `Actions for ${snapshot}` })
      .click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  /** Takes a snapshot of a volume from its menu in the Volumes panel, and waits in the Snapshots panel until it is there. */
  async take(volume: string, name: string) {
    await this.volumes.choose('Create Snapshot', volume)
    const dialog = this.volumes.dialog('Create Volume Snapshot')
    await dialog.getByRole('textbox', { name: 'Snapshot Name' }).fill(name)
    await dialog.getByRole('button', { name: 'Create Volume Snapshot' }).click()
    await expect(this.row(name)).toContainText('Available')
  }

  /** Removes what the test has made. */
  async tidyUp() {
    for (const { id } of await this.ours()) await this.page.request.delete(`${address}/${id}`)
    await expect.poll(async () => (await this.ours()).length).toBe(0)
  }

  private async ours(): Promise<SnapshotAnswer[]> {
    const answer = await this.page.request.get(`${address}/detail`)
    if (!answer.ok()) return []
    const { snapshots }: { snapshots: SnapshotAnswer[] } = await answer.json()
    return snapshots.filter(({ name }) => name?.startsWith(this.volumes.named('')))
  }
}

const address = '/api/volume/snapshots'

/** Goes on in another project or region. */
export async function goTo(page: Page, what: 'Project' | 'Region', name: string) {
  const button = page.getByRole('button', { name: what, exact: true })
  await button.click()
  await page.getByRole('menuitemradio', { name }).click()
  await expect(button).toContainText(name)
}

/** Signs in once more, so that what the cloud can do is asked for anew. */
export async function signInAnew(page: Page, userName: string) {
  await page.context().clearCookies()
  await page.reload()
  await signIn(page, userName)
}

/** Tests with a Volumes and a Snapshots panel; it begins in the first. */
export const test = base.extend<{ snapshots: Snapshots }>({
  // What is left of snapshots has to go before their volumes do.
  snapshots: async ({ page, volumes }, play) => {
    const snapshots = new Snapshots(page, volumes)
    await play(snapshots)
    await snapshots.tidyUp()
  },
})
