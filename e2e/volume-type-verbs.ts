import type { Locator, Page } from '@playwright/test'

import { expect, test as base, type Volumes } from './verbs.ts'

type TypeAnswer = { id: string; name: string }

/** What an administrator does in the Volume Types panel. */
export class VolumeTypes {
  private readonly page: Page
  /** A name of this test's own. */
  readonly named: (name: string) => string
  constructor(page: Page, { named }: Volumes) {
    this.page = page
    this.named = named
  }

  async open(query = '') {
    await this.page.goto(`/admin/volume-types${query}`)
    await expect(this.table).toBeVisible()
  }

  get table(): Locator {
    return this.page.getByRole('table', { name: 'Volume Types' })
  }

  row(type: string): Locator {
    return this.table.getByRole('row', { name: type, exact: true })
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true })
  }

  /** Opens the menu of a type, and gives the line of an action. */
  async action(action: string, type: string): Promise<Locator> {
    await this.row(type)
      .getByRole('button', { name: `Actions for ${type}` })
      .click()
    return this.page.getByRole('menuitem', { name: action, exact: true })
  }

  /** Chooses an action of a type's menu, and gives the dialog. */
  async choose(action: string, type: string, dialog = action): Promise<Locator> {
    await (await this.action(action, type)).click()
    return this.dialog(dialog)
  }

  /** Opens the dialog that makes a type, and types its name. */
  async begin(name: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Create Volume Type' }).click()
    const dialog = this.dialog('Create Volume Type')
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    return dialog
  }

  /** Makes a type by the dialog. */
  async create(name: string, { shareable = false } = {}) {
    const dialog = await this.begin(name)
    if (shareable) await dialog.getByRole('checkbox', { name: 'Shareable' }).check()
    await dialog.getByRole('button', { name: 'Create Volume Type' }).click()
    await expect(dialog).toBeHidden()
    await expect(this.row(name)).toBeVisible()
  }

  /** Picks projects in the dialog that is open, by typing their names. */
  async pick(projects: readonly string[]) {
    const field = this.page.getByRole('combobox', { name: 'Projects with access' })
    for (const project of projects) {
      await field.fill(project)
      await this.page.getByRole('option', { name: project }).first().click()
    }
    await field.press('Escape')
  }

  /** Removes what the test has made. */
  async tidyUp() {
    const versioned = { headers: { 'OpenStack-API-Version': 'volume 3.70' } }
    const answer = await this.page.request.get('/api/volume/types?is_public=None', versioned)
    if (!answer.ok()) return
    const { volume_types: types }: { volume_types: TypeAnswer[] } = await answer.json()
    const ours = types.filter(({ name }) => name.startsWith(this.named('')))
    const defaults = await this.page.request.get('/api/volume/default-types', versioned)
    const { default_types }: { default_types: { project_id: string; volume_type_id: string }[] } =
      await defaults.json()
    for (const { project_id, volume_type_id } of default_types)
      if (ours.some(({ id }) => id === volume_type_id))
        await this.page.request.delete(`/api/volume/default-types/${project_id}`, versioned)
    for (const { id } of ours) await this.page.request.delete(`/api/volume/types/${id}`)
  }
}

/** Tests of an administrator with a Volume Types panel, which is open. */
export const test = base.extend<{ types: VolumeTypes }>({
  signedInAs: 'admin',
  // Types go after the volumes that are of them.
  types: async ({ page, volumes }, play) => {
    const types = new VolumeTypes(page, volumes)
    await types.open()
    await play(types)
    await volumes.tidyUp()
    await types.tidyUp()
  },
})
