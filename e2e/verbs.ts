import { test as base, expect, type Locator, type Page } from '@playwright/test'

import { isLive } from './servers.ts'

export { isLive }

const { MOORING_E2E_PASSWORD } = process.env

/** The people of the cloud, all with one password: `demo` is a member, `reader` is read-only. */
export const password = MOORING_E2E_PASSWORD ?? (isLive ? 'live' : 'mooring')
/** Another project of demo's. */
export const otherProject = process.env.MOORING_E2E_OTHER_PROJECT ?? (isLive ? 'other' : 'research')

/** Volumes of these tests are named so, and are removed after each. */
const prefix = `e2e-${Date.now().toString(36)}`

/** Begins a session as the page's form does; the form has stories of its own. */
export async function beginSession(page: Page, userName: string) {
  const answer = await page.request.post('/api/session', {
    data: { userName, password, domain: 'Default' },
  })
  expect(answer.ok()).toBe(true)
}

type VolumeAnswer = { id: string; name: string; status: string; attachments: AttachmentAnswer[] }
type AttachmentAnswer = { attachment_id: string; server_id: string }

/** Fills in the sign-in form that is there. */
export async function signIn(page: Page, userName: string, secret = password) {
  await page.getByRole('textbox', { name: 'User name' }).fill(userName)
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/**
 * Ends the session while the page is open. The token is revoked, as if by an administrator, while the browser keeps its
 * cookie; a real cloud goes on trusting a token that it has seen for minutes, so there the cookie goes instead.
 */
export async function endSession(page: Page) {
  const cookies = await page.context().cookies()
  if (isLive) return page.context().clearCookies()
  await page.request.delete('/api/session')
  await page.context().addCookies(cookies)
}

/** What a person does in the Volumes panel. */
export class Volumes {
  private readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** A name of this test's own. */
  readonly named = (name: string) => `${prefix}-${name}`

  async open(query = '') {
    await this.page.goto(`/project/volumes${query}`)
  }

  get table(): Locator {
    return this.page.getByRole('table', { name: 'Volumes' })
  }

  row(volume: string): Locator {
    return this.table.getByRole('row', { name: volume, exact: true })
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name })
  }

  /** Chooses an action of a volume's menu. */
  async choose(action: string, volume: string) {
    await this.row(volume)
      .getByRole('button', { name: `Actions for ${volume}` })
      .click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  /** Makes a volume by the dialog, and waits until the cloud has made it. */
  async create(name: string, { shareable = false } = {}) {
    await this.page.getByRole('button', { name: 'Create Volume' }).first().click()
    const dialog = this.dialog('Create Volume')
    await dialog.getByRole('textbox', { name: 'Volume Name' }).fill(name)
    if (shareable) await dialog.getByRole('checkbox', { name: 'Shareable' }).check()
    await dialog.getByRole('button', { name: 'Create Volume' }).click()
    await expect(dialog).toBeHidden()
    await expect(this.row(name)).toContainText('Available')
  }

  /** Opens Manage Attachments of a volume. */
  async manage(volume: string): Promise<Locator> {
    await this.choose('Manage Attachments', volume)
    return this.dialog('Manage Volume Attachments')
  }

  /** Picks instances in the dialog that is open, by typing their names. */
  async pick(instances: readonly string[]) {
    const field = this.page.getByRole('combobox', { name: 'Attach to Instances' })
    for (const instance of instances) {
      await field.fill(instance)
      await this.page.getByRole('option', { name: instance }).click()
    }
    // Where only one can be picked, the list closes with it.
    if ((await field.getAttribute('aria-expanded')) === 'true') await field.press('Escape')
  }

  /** Leaves an attachment behind whose instance does not exist, as a failed clean-up does. */
  async leaveStaleAttachment(volume: string) {
    const { id } = await this.find(volume)
    const attachment = {
      volume_uuid: id,
      instance_uuid: crypto.randomUUID(),
      connector: {
        host: 'gone-host',
        initiator: 'iqn.gone',
        ip: '127.0.0.1',
        platform: 'x86_64',
        os_type: 'linux2',
        multipath: false,
        mountpoint: '/dev/vdb',
        mode: 'rw',
      },
    }
    const headers = { 'OpenStack-API-Version': 'volume 3.44' }
    const made = await this.page.request.post('/api/volume/attachments', {
      data: { attachment },
      headers,
    })
    expect(made.ok()).toBe(true)
    const { attachment: record }: { attachment: { id: string } } = await made.json()
    const completed = await this.page.request.post(`/api/volume/attachments/${record.id}/action`, {
      data: { 'os-complete': {} },
      headers,
    })
    expect(completed.ok()).toBe(true)
    return attachment.instance_uuid
  }

  /** The id of a volume of this test's. */
  async idOf(name: string): Promise<string> {
    const { id } = await this.find(name)
    return id
  }

  /** Attaches a volume to instances by Manage Attachments, and waits until they have it. */
  async attach(volume: string, instances: readonly string[]) {
    const dialog = await this.manage(volume)
    await this.pick(instances)
    await dialog.getByRole('button', { name: 'Attach Volume' }).click()
    for (const instance of instances)
      await expect(
        dialog.getByRole('list', { name: 'Progress' }).getByRole('listitem', { name: instance }),
      ).toContainText('Attached')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(this.row(volume)).toContainText('In-use')
  }

  /** Opens the menu of a volume, and gives the line of an action. */
  async action(action: string, volume: string): Promise<Locator> {
    await this.row(volume)
      .getByRole('button', { name: `Actions for ${volume}` })
      .click()
    return this.page.getByRole('menuitem', { name: action })
  }

  /** Removes what the test has made. */
  async tidyUp() {
    for (const volume of await this.ours()) {
      for (const { server_id, attachment_id } of volume.attachments) {
        await this.settled(volume.id)
        const path = `/api/compute/servers/${server_id}/os-volume_attachments/${volume.id}`
        const detached = await this.page.request.delete(path)
        if (detached.status() === 404)
          await this.page.request.delete(`/api/volume/attachments/${attachment_id}`, {
            headers: { 'OpenStack-API-Version': 'volume 3.44' },
          })
      }
      await this.settled(volume.id)
      await this.page.request.delete(`/api/volume/volumes/${volume.id}?cascade=true`)
    }
  }

  private async ours(): Promise<VolumeAnswer[]> {
    const answer = await this.page.request.get('/api/volume/volumes/detail')
    if (!answer.ok()) return []
    const { volumes }: { volumes: VolumeAnswer[] } = await answer.json()
    return volumes.filter(({ name }) => name?.startsWith(prefix))
  }

  private async find(name: string): Promise<VolumeAnswer> {
    const volume = (await this.ours()).find((one) => one.name === name)
    if (!volume) throw new Error(`There is no volume ${name}`)
    return volume
  }

  private async settled(id: string) {
    await expect
      .poll(async () => {
        const answer = await this.page.request.get(`/api/volume/volumes/${id}`)
        if (answer.status() === 404) return 'gone'
        const { volume }: { volume: VolumeAnswer } = await answer.json()
        return volume.status
      })
      .toMatch(/^(available|in-use|error|gone)$/)
  }
}

/** What goes wrong with the embedded cloud from now on: `mocks/README.md` says how it is written. */
type Faults = {
  requests?: Record<string, string | number>[]
  policies?: Record<string, string>
  quotas?: Record<string, Record<string, number>>
  release?: string
  microversions?: { volume?: string; compute?: string }
  keystone?: { cascade?: boolean; rescopeScoped?: boolean; tokenMinutes?: number }
  expirePasswords?: string[]
}

/** Makes the embedded cloud fail, and ends that. */
type FaultsOnDemand = { set: (faults: Faults) => Promise<void>; end: () => Promise<void> }

/**
 * Tests with a Volumes panel; `signedInAs` is who looks at it, from the start. With `faults` the embedded cloud fails on
 * demand until the test is over.
 */
export const test = base.extend<{
  signedInAs: string
  volumes: Volumes
  faults: FaultsOnDemand
}>({
  signedInAs: ['demo', { option: true }],
  volumes: async ({ page, signedInAs, faults }, play) => {
    const volumes = new Volumes(page)
    await beginSession(page, signedInAs)
    await volumes.open()
    await expect(volumes.table).toBeVisible()
    await play(volumes)
    // What is left to fail would keep volumes from being removed.
    await faults.end()
    await volumes.tidyUp()
  },
  faults: async ({ request }, play) => {
    const end = async () => void (isLive || (await request.delete('/cloud/faults')))
    await play({
      set: async (data) => expect((await request.put('/cloud/faults', { data })).ok()).toBe(true),
      end,
    })
    await end()
  },
})

export { expect }
