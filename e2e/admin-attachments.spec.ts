import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { barriersOf } from './barriers.ts'
import { expect, isLive, test } from './verbs.ts'

test.use({ signedInAs: 'admin' })

/** What the panel Attachments is told apart by. */
const table = (page: Page) => page.getByRole('table', { name: 'Attachments' })
const row = (page: Page, name: string | RegExp) =>
  table(page).getByRole('row', { name, ...(typeof name === 'string' && { exact: true }) })

async function openPanel(page: Page, query = '') {
  await page.goto(`/admin/attachments${query}`)
  await expect(table(page)).toBeVisible()
}

/** Opens a dialog by the menu of a row. */
async function choose(page: Page, action: string, name: string | RegExp) {
  await row(page, name).getByRole('button', { name: 'Actions for' }).click()
  await page.getByRole('menuitem', { name: action }).click()
  return page.getByRole('dialog')
}

const select = (page: Page, name: string) => row(page, name).getByRole('checkbox').check()

/** Presses Repair in the dialog that is open, and waits until it is over. */
async function repair(page: Page) {
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('list', { name: 'These calls will be made' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Repair', exact: true }).click()
  await expect(dialog.getByRole('button', { name: 'Save report as JSON' })).toBeVisible({
    timeout: 30_000,
  })
  return dialog
}

const close = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()

const cinder = { 'OpenStack-API-Version': 'volume 3.44' }

/** An attachment of Cinder's alone, made behind the page's back; `instance`: of one that exists. */
async function hold(page: Page, volumeId: string, instance: string = crypto.randomUUID()) {
  const made = await page.request.post('/api/volume/attachments', {
    headers: cinder,
    data: {
      attachment: {
        volume_uuid: volumeId,
        instance_uuid: instance,
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
      },
    },
  })
  expect(made.ok()).toBe(true)
  const { attachment }: { attachment: { id: string } } = await made.json()
  const path = `/api/volume/attachments/${attachment.id}`
  const completed = await page.request.post(`${path}/action`, {
    headers: cinder,
    data: { 'os-complete': {} },
  })
  expect(completed.ok()).toBe(true)
  return { id: attachment.id, path, instance }
}

const firstPart = (id: string) => id.slice(0, 8)

/** A shareable volume of this test's own. */
async function ownVolume(page: Page, volumes: { named: (name: string) => string }, name: string) {
  const made = await page.request.post('/api/volume/volumes', {
    headers: { 'OpenStack-API-Version': 'volume 3.50' },
    data: { volume: { name: volumes.named(name), size: 1, volume_type: 'multiattach' } },
  })
  expect(made.ok()).toBe(true)
  const { volume }: { volume: { id: string } } = await made.json()
  const path = `/api/volume/volumes/${volume.id}`
  const status = async () => {
    const answer = await page.request.get(path)
    const { volume: now }: { volume: { status: string } } = await answer.json()
    return now.status
  }
  await expect.poll(status).toBe('available')
  return { id: volume.id, name: volumes.named(name), status }
}

async function instanceId(page: Page, name: string) {
  const answer = await page.request.get(`/api/compute/servers?all_tenants=1&name=^${name}$`)
  const { servers }: { servers: { id: string }[] } = await answer.json()
  const [server] = servers
  if (!server) throw new Error(`There is no instance ${name}`)
  return server.id
}

test('an attachment whose instance is gone is found, shown from both sides, and repaired', async ({
  page,
  volumes,
}) => {
  const volume = await ownVolume(page, volumes, 'stale')
  const { instance } = await hold(page, volume.id)
  const name = `${volume.name} on ${firstPart(instance)}`
  await openPanel(page, `?q=${volume.name}`)
  await expect(row(page, name)).toContainText('Instance gone')
  await expect(row(page, name)).toContainText('No such instance')

  const details = await choose(page, 'Compare Cinder and Nova', name)
  await expect(details.getByRole('region', { name: 'Cinder says' })).toContainText('gone-host')
  await expect(details.getByRole('region', { name: 'Nova says' })).toContainText('Code 404')
  await expect(details).toContainText('Request ID req-')
  await details.getByRole('button', { name: 'Repair…' }).click()
  await expect(page.getByRole('dialog', { name: 'Repair: Instance gone' })).toContainText(
    'DELETE /attachments/',
  )
  const dialog = await repair(page)
  await expect(dialog.getByRole('listitem', { name })).toContainText('Repaired')
  await close(page)
  await expect(row(page, name)).toBeHidden()
  expect(await volume.status()).toBe('available')
})

test('where a second look sees something else, nothing is done, and it says what changed', async ({
  page,
  volumes,
}) => {
  const volume = await ownVolume(page, volumes, 'changed')
  const held = await hold(page, volume.id)
  const name = `${volume.name} on ${firstPart(held.instance)}`
  await openPanel(page, `?q=${volume.name}`)
  await choose(page, 'Repair', name)
  await expect(page.getByRole('dialog')).toContainText('DELETE /attachments/')
  expect((await page.request.delete(held.path, { headers: cinder })).ok()).toBe(true)
  const dialog = await repair(page)
  const outcome = dialog.getByRole('list', { name: 'Results' })
  await expect(outcome).toContainText('Nothing was done: it has changed')
  await expect(outcome).toContainText('No longer there')
  await close(page)
  await expect(row(page, name)).toBeHidden()
})

test('several of one verdict are repaired in turn; one that fails stops no other, and the report has all', async ({
  page,
  volumes,
}) => {
  const volume = await ownVolume(page, volumes, 'several')
  const first = await hold(page, volume.id)
  const second = await hold(page, volume.id)
  const names = [first, second].map(({ instance }) => `${volume.name} on ${firstPart(instance)}`)
  await openPanel(page, `?q=${volume.name}`)
  for (const name of names) await select(page, name)
  await page.getByRole('button', { name: 'Repair', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Repair 2: Instance gone' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'These calls will be made' })).toContainText(first.id)
  expect((await page.request.delete(first.path, { headers: cinder })).ok()).toBe(true)
  const dialog = await repair(page)
  await expect(dialog.getByRole('status')).toContainText('1 of 2 done · 1 failed')
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save report as JSON' }).click()
  const report: unknown = JSON.parse(await readFile(await (await saving).path(), 'utf8'))
  expect(report).toMatchObject({
    repairedBy: 'admin',
    repairs: expect.arrayContaining([
      expect.objectContaining({ attachmentId: first.id, outcome: 'not-repaired', calls: [] }),
      expect.objectContaining({
        attachmentId: second.id,
        outcome: 'repaired',
        calls: [
          expect.objectContaining({
            method: 'DELETE',
            path: `/attachments/${second.id}`,
            status: 200,
            requestId: expect.stringMatching(/^req-/),
          }),
        ],
      }),
    ]),
  })
  await close(page)
})

test('an attachment that Nova’s instance does not have is deleted in Cinder', async ({
  page,
  volumes,
}) => {
  const volume = await ownVolume(page, volumes, 'orphan')
  await hold(page, volume.id, await instanceId(page, 'node-05'))
  const name = `${volume.name} on node-05`
  await openPanel(page, `?q=${volume.name}`)
  await expect(row(page, name)).toContainText('Only in Cinder')
  await expect(row(page, name)).toContainText('Not attached')
  await choose(page, 'Repair', name)
  await repair(page)
  await close(page)
  await expect(row(page, name)).toBeHidden()
})

test('what has just begun is no finding, and a wrong attachment comes before a wrong status', async ({
  page,
  volumes,
}) => {
  const volume = await ownVolume(page, volumes, 'status')
  const reset = async (status: string) => {
    const data = { 'os-reset_status': { status } }
    const path = `/api/volume/volumes/${volume.id}/action`
    expect((await page.request.post(path, { data })).ok()).toBe(true)
  }
  await reset('attaching')
  await openPanel(page, `?q=${volume.name}`)
  await expect(row(page, volume.name)).toBeHidden()
  await reset('available')
  await hold(page, volume.id, await instanceId(page, 'node-06'))
  await reset('available')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(row(page, `${volume.name} on node-06`)).toContainText('Only in Cinder')
  await expect(row(page, volume.name)).toBeHidden()
})

test('others than administrators are told who may', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto('/admin/attachments')
  await page.getByRole('textbox', { name: 'User name' }).fill('demo')
  await page.getByLabel('Password').fill(isLive ? 'live' : 'mooring')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('Only for administrators')).toBeVisible()
  await page.context().close()
})

test.describe('the disagreements of the embedded cloud', () => {
  test.skip(isLive, 'they were planted there')

  test('each kind is there, those that disagree come first, and what agrees is shown by choice', async ({
    page,
    volumes,
  }) => {
    expect(volumes).toBeDefined()
    await openPanel(page, '?project=none')
    await expect(page.getByText('No attachment matches these filters')).toBeVisible()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    const kinds: [string, string][] = [
      ['orphaned-cache on gpu-1', 'Only in Cinder'],
      ['half-reserved on gpu-2', 'Reserved'],
      ['checkpoint on gpu-1', 'Detaching'],
    ]
    for (const [name, words] of kinds) await expect(row(page, name)).toContainText(words)
    const verdicts = page.getByRole('group', { name: 'Verdicts' })
    await verdicts.getByRole('button', { name: /^Attached twice: / }).click()
    await expect(row(page, /^attached-twice on gpu-2/)).toHaveCount(2)
    await verdicts.getByRole('button', { name: /^Wrong volume status: / }).click()
    await expect(row(page, 'looks-free')).toContainText('Available')
    await expect(row(page, 'looks-busy')).toContainText('In-use')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect(row(page, 'dataset on gpu-1')).toBeHidden()
    await page.getByRole('button', { name: 'Show agreed' }).click()
    await page.getByRole('searchbox', { name: 'Filter attachments' }).fill('dataset')
    await expect(row(page, 'dataset on gpu-1')).toContainText('Agreed')
  })

  test('the page and its dialogs have no known barrier', async ({ page, volumes }) => {
    expect(volumes).toBeDefined()
    await openPanel(page)
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled()
    expect(await barriersOf(page)).toEqual([])
    const name = 'orphaned-cache on gpu-2'
    const details = await choose(page, 'Compare Cinder and Nova', name)
    await expect(details.getByRole('region', { name: 'Nova says' })).toContainText('gpu-2')
    expect(await barriersOf(page, '[role=dialog]')).toEqual([])
    await details.getByRole('button', { name: 'Repair…' }).click()
    await expect(page.getByRole('list', { name: 'These calls will be made' })).toBeVisible()
    expect(await barriersOf(page, '[role=dialog]')).toEqual([])
  })

  test('what is stuck depends on how long one waits', async ({ page, volumes }) => {
    expect(volumes).toBeDefined()
    await openPanel(page, '?minutes=600')
    await expect(row(page, 'half-reserved on gpu-2')).toContainText('Stuck')
    await expect(row(page, 'checkpoint on gpu-1')).toBeHidden()
    await page.getByRole('spinbutton', { name: 'Stuck after (minutes)' }).fill('100')
    await expect(row(page, 'checkpoint on gpu-1')).toContainText('Stuck')
  })

  test('of two attachments Nova’s own is kept, and a device of a volume that is gone has no remedy', async ({
    page,
    volumes,
  }) => {
    expect(volumes).toBeDefined()
    await openPanel(page, '?verdict=duplicate')
    const other = row(page, /^attached-twice/).filter({ hasText: 'Under another attachment' })
    const own = row(page, /^attached-twice/).filter({ hasText: '/dev/' })
    await expect(other).toHaveCount(1)
    await own.getByRole('button', { name: 'Actions for' }).click()
    const line = page.getByRole('menuitem', { name: 'Repair' })
    await expect(line).toContainText('Nova uses this attachment')
    await page.keyboard.press('Escape')
    await openPanel(page, '?verdict=only-in-nova&q=gpu-2')
    await table(page).getByRole('button', { name: 'Actions for' }).click()
    await expect(page.getByRole('menuitem', { name: 'Repair' })).toContainText(
      'The volume no longer exists in Cinder',
    )
  })

  const remedies: [string, string, string][] = [
    ['only in Nova', 'model-weights on gpu-3', 'DELETE /servers/'],
    ['reserved for long', 'half-reserved on gpu-2', 'DELETE /attachments/'],
    ['detaching for long', 'checkpoint on gpu-1', '"status":"in-use","attach_status":"attached"'],
    ['available though held', 'looks-free', '"status":"in-use","attach_status":"attached"'],
    ['in use by nobody', 'looks-busy', '"status":"available","attach_status":"detached"'],
  ]
  for (const [kind, name, call] of remedies)
    test(`what is ${kind} is repaired`, async ({ page, volumes }) => {
      expect(volumes).toBeDefined()
      const volume = name.split(' ', 1)[0]
      await openPanel(page, `?q=${volume}`)
      const dialog = await choose(page, 'Repair', name)
      await expect(dialog).toContainText(call)
      await expect(dialog).toContainText('a volume of another project')
      await repair(page)
      await expect(dialog.getByRole('status')).toContainText('1 of 1 done')
      await close(page)
      await expect(row(page, name)).toBeHidden()
      // A reading anew agrees.
      await page.getByRole('button', { name: 'Refresh' }).click()
      await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled()
      await expect(row(page, name)).toBeHidden()
    })

  test('what is attached twice is repaired by deleting the one that Nova does not use', async ({
    page,
    volumes,
  }) => {
    expect(volumes).toBeDefined()
    await openPanel(page, '?q=attached-twice')
    const other = row(page, /^attached-twice/).filter({ hasText: 'Under another attachment' })
    await other.getByRole('button', { name: 'Actions for' }).click()
    await page.getByRole('menuitem', { name: 'Repair' }).click()
    await repair(page)
    await close(page)
    await expect(row(page, /^attached-twice/)).toHaveCount(0)
  })

  test('Cinder’s refusal of what Nova uses is explained', async ({ page, volumes, faults }) => {
    expect(volumes).toBeDefined()
    await openPanel(page, '?q=orphaned-cache')
    const dialog = await choose(page, 'Repair', 'orphaned-cache on gpu-1')
    await expect(dialog).toContainText('DELETE /attachments/')
    await faults.set({
      requests: [
        {
          service: 'volume',
          method: 'DELETE',
          path: '/attachments/',
          times: 1,
          status: 409,
          message:
            'ConflictNovaUsingAttachment: Detach volume from instance x using the Compute API',
        },
      ],
    })
    await repair(page)
    await expect(dialog).toContainText('Detach volume from instance x using the Compute API')
    await expect(dialog).toContainText('Nova uses this attachment')
    await expect(dialog).toContainText('Code 409')
    await dialog.getByRole('button', { name: 'Retry failed' }).click()
    await expect(dialog.getByRole('status')).toContainText('1 of 1 done')
    await close(page)
  })

  test('a list that fails says so and is read again; the table is saved as a file', async ({
    page,
    volumes,
    faults,
  }) => {
    expect(volumes).toBeDefined()
    await faults.set({
      requests: [{ service: 'compute', path: '/servers/detail', status: 403, message: 'No.' }],
    })
    await page.goto('/admin/attachments')
    await expect(page.getByText('The attachments could not be read')).toBeVisible()
    await faults.end()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(row(page, 'shared-logs on 901411f8')).toContainText('Instance gone')
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'Export as CSV' }).click()
    expect(await readFile(await (await saving).path(), 'utf8')).toContain(
      'instance-gone,shared-logs',
    )
  })
})
