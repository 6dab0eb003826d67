import type { Page } from '@playwright/test'

import { expect, isLive, test } from './verbs.ts'

test.skip(isLive, 'a real cloud gives no odd answers on demand')

type Json = Record<string, unknown>
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const recordsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** Has answers at an address arrive changed. */
async function change(page: Page, address: RegExp, how: (answer: Json) => Json) {
  await page.route(address, async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    const answer: unknown = await response.json()
    return route.fulfill({ response, json: isRecord(answer) ? how(answer) : answer })
  })
}

const withoutSpecs = ({ extra_specs: _hidden, ...type }: Json) => type
const volumeLists = /\/api\/volume\/volumes\/detail/

test('one odd volume costs its own row only, and is named', async ({ page, volumes }) => {
  await change(page, volumeLists, (answer) => ({
    ...answer,
    volumes: recordsIn(answer.volumes).map((volume) => {
      if (volume.name === 'lonely') return { ...volume, size: null }
      if (volume.name === 'quorum-disk')
        return { ...volume, metadata: { note: null, size: 1024 }, multiattach: 'true' }
      return volume
    }),
  }))
  await volumes.open()
  await expect(volumes.row('quorum-disk')).toContainText('In-use')
  await expect(volumes.row('lonely')).toBeHidden()
  const notice = page.getByRole('alert')
  await expect(notice).toContainText('One item of this list could not be read')
  await expect(notice).toContainText('lonely: size')
  await volumes.choose('Update Metadata', 'quorum-disk')
  const dialog = volumes.dialog('Update Volume Metadata')
  await expect(dialog.getByRole('textbox', { name: 'Value of note' })).toHaveValue('')
  await expect(dialog.getByRole('textbox', { name: 'Value of size' })).toHaveValue('1024')
})

test('a list whose pages never end is ended, and says that it may be incomplete', async ({
  page,
  volumes,
}) => {
  await expect(volumes.table).toBeVisible()
  let asked = 0
  // Whatever is asked for, the same page comes back, and says that there is more.
  let first: Json | undefined
  await change(page, /\/api\/volume\/snapshots\/detail/, (answer) => {
    asked += 1
    const marker = String(recordsIn(answer.snapshots).at(-1)?.id)
    first ??= {
      ...answer,
      snapshots_links: [{ rel: 'next', href: `https://c/v3?marker=${marker}` }],
    }
    return first
  })
  await page.goto('/project/snapshots')
  await expect(page.getByRole('alert')).toContainText('This list may be incomplete')
  expect(asked).toBe(2)
})

test('where the cloud hides extra specs, Shareable is met by choosing a type', async ({
  page,
  volumes,
}) => {
  await change(page, /\/api\/volume\/types/, (answer) => {
    return isRecord(answer.volume_type)
      ? { volume_type: withoutSpecs(answer.volume_type) }
      : { ...answer, volume_types: recordsIn(answer.volume_types).map(withoutSpecs) }
  })
  // Nothing that is there shows which types are shareable.
  await change(page, volumeLists, (answer) => ({ ...answer, volumes: [] }))
  await volumes.open()
  const dialog = volumes.dialog('Create Volume')
  const fill = async (name: string, type: string) => {
    await page.getByRole('button', { name: 'Create Volume' }).first().click()
    await dialog.getByRole('textbox', { name: 'Volume Name' }).fill(name)
    await dialog.getByRole('checkbox', { name: 'Shareable' }).check()
    await expect(dialog).toContainText('does not show which of its types are shareable')
    await dialog.getByRole('combobox', { name: 'Type' }).click()
    await page.getByRole('option', { name: type }).first().click()
    await dialog.getByRole('button', { name: 'Create Volume' }).click()
  }
  await fill(volumes.named('shared'), 'multiattach')
  await expect(dialog).toBeHidden()
  await fill(volumes.named('plain'), 'standard')
  await expect(dialog.getByRole('alert')).toContainText('not shareable')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(dialog).toBeHidden()
})

test('a volume that a host holds shows who does, also where its name is not told', async ({
  page,
  volumes,
}) => {
  const attachment = {
    attachment_id: 'd2f7b0c1-0000-4000-8000-000000000000',
    server_id: null,
    host_name: null,
    device: null,
    attached_at: null,
  }
  await change(page, volumeLists, (answer) => ({
    ...answer,
    volumes: recordsIn(answer.volumes).map((volume) =>
      volume.name === 'lonely'
        ? { ...volume, status: 'in-use', attachments: [attachment] }
        : volume,
    ),
  }))
  await volumes.open()
  await expect(volumes.row('lonely')).toContainText('d2f7b0c1')
})

test('what another client adds while the form is open stays, and keys with a slash can go', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('described')
  await volumes.create(name)
  const path = `/api/volume/volumes/${await volumes.idOf(name)}/metadata`
  const add = async (metadata: Record<string, string>) =>
    expect((await page.request.post(path, { data: { metadata } })).ok()).toBe(true)
  await add({ plain: '1', 'app.kubernetes.io/name': 'db' })
  await page.reload()
  await volumes.choose('Update Metadata', name)
  const dialog = volumes.dialog('Update Volume Metadata')
  await dialog.getByRole('button', { name: 'Remove app.kubernetes.io/name' }).click()
  await add({ 'csi.example/owner': 'pvc-1' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const answer = await page.request.get(path)
  expect(await answer.json()).toEqual({ metadata: { plain: '1', 'csi.example/owner': 'pvc-1' } })
})

test('a network that is away for seconds fails no attachment of a chain', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('outage')
  await volumes.create(name, { shareable: true })
  const dialog = await volumes.manage(name)
  await volumes.pick(['node-01', 'node-02', 'node-03'])
  const cloud = /\/api\/(?:volume|compute)\//
  let lost = 0
  await page.route(cloud, async (route) => {
    // The first request arrives, and its answer is lost; then nothing answers for a while.
    if (lost === 0 && route.request().method() === 'POST') await route.fetch()
    lost += 1
    await route.abort()
    if (lost === 8) await page.unroute(cloud)
  })
  await dialog.getByRole('button', { name: 'Attach Volume' }).click()
  for (const instance of ['node-01', 'node-02', 'node-03'])
    await expect(
      dialog.getByRole('list', { name: 'Progress' }).getByRole('listitem', { name: instance }),
    ).toContainText('Attached', { timeout: 30_000 })
  await expect(dialog).not.toContainText('Not attached')
})

test('a browser whose clock is a day behind shows ages by the server’s', async ({
  page,
  volumes,
}) => {
  const name = volumes.named('new')
  await page.clock.install({ time: Date.now() - 86_400_000 })
  await volumes.open()
  await volumes.create(name)
  const created = volumes.row(name).getByRole('time')
  await expect(created).toHaveText(/second|minute|now/)
  await expect(created).not.toHaveText(/tomorrow|^in /)
})

test.describe('an administrator', () => {
  test.use({ signedInAs: 'admin' })

  test('gets no finding about an instance whose cell does not answer', async ({
    page,
    volumes,
  }) => {
    await expect(volumes.table).toBeVisible()
    let silent: string | undefined
    await change(page, /\/api\/compute\/servers\/detail/, (answer) => ({
      ...answer,
      servers: recordsIn(answer.servers).map((server) => {
        const held = recordsIn(server['os-extended-volumes:volumes_attached'])
        if (held.length === 0 || (silent !== undefined && server.id !== silent)) return server
        silent = String(server.id)
        const { id, tenant_id, created, links } = server
        return { id, status: 'UNKNOWN', tenant_id, created, links }
      }),
    }))
    await page.route(/os-volume_attachments/, (route) => route.fulfill({ status: 500, body: '{}' }))
    await page.goto('/admin/attachments?verdict=not-told')
    const rows = page.getByRole('table', { name: 'Attachments' }).getByRole('row')
    await expect(rows.nth(1)).toContainText('No answer')
    await rows.nth(1).getByRole('button', { name: 'Actions for' }).click()
    await page.getByRole('menuitem', { name: 'Compare Cinder and Nova' }).click()
    await expect(page.getByRole('dialog')).toContainText('did not report its side')
  })
})
