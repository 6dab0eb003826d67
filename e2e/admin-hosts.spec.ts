import { Hosts, workIn } from './host-verbs.ts'
import { expect, isLive, test as base } from './verbs.ts'

/** An administrator at work in the project demo. */
const test = base.extend<{ hosts: Hosts }>({
  signedInAs: 'admin',
  hosts: async ({ page, volumes }, play) => {
    await workIn(page, volumes, 'demo')
    await play(new Hosts(page))
  },
})

const sharing = 'compute-sharing'
const submit = { name: 'Fail Over', exact: true }

test.describe('whoever is no administrator', () => {
  test.use({ signedInAs: 'demo' })

  test('is told who may', async ({ page, volumes }) => {
    await expect(volumes.table).toBeVisible()
    await page.goto('/admin/hosts')
    await expect(page.getByText('Only for administrators')).toBeVisible()
  })
})

test('hosts say whether they are up, and how many shared volumes their instances hold', async ({
  page,
  volumes,
  hosts,
}) => {
  await expect(volumes.table).toBeVisible()
  await page.getByRole('link', { name: 'Hosts' }).click()
  await expect(hosts.row(sharing)).toContainText('Up')
  await hosts.row(sharing).getByRole('link', { name: sharing }).click()
  await expect(page).toHaveURL(/host=compute-sharing/)
  await expect(page.getByRole('status').filter({ hasText: /hold \d+ shared volume/ })).toBeVisible()
  await expect(hosts.volume('quorum-disk')).toContainText('3 here')
})

test('a host shows who holds its volumes, and which have several holders on it', async ({
  page,
  volumes,
  hosts,
}) => {
  const name = volumes.named('drained')
  await volumes.create(name, { shareable: true })
  await volumes.attach(name, ['node-05', 'node-06'])
  await hosts.show(sharing)
  await page.getByRole('searchbox', { name: 'Filter volumes' }).fill(name)
  await expect(hosts.volume(name)).toContainText('2 here')
  await expect(hosts.volume(name)).toContainText('Nobody else')
  await hosts
    .volume(name)
    .getByRole('button', { name: /draining touches all of them/ })
    .click()
  const holders = page.getByRole('dialog', { name: `Holders of ${name}` })
  await expect(holders).toContainText('node-05')
  await expect(holders).toContainText('on the same host as another holder')
  await expect(holders.getByRole('button', { name: 'Fail Over from node-06' })).toBeVisible()
})

test('a running instance is failed over only when that is ticked, and the standby has the volume', async ({
  page,
  volumes,
  hosts,
}) => {
  const name = volumes.named('active')
  await volumes.create(name, { shareable: true })
  await volumes.attach(name, ['node-05'])
  await hosts.show(sharing)
  const dialog = await hosts.failOver(name)
  await hosts.standby('node-06')
  const plan = dialog.getByRole('list', { name: 'Plan' })
  await expect(plan.getByRole('listitem')).toHaveCount(2)
  await expect(plan).toContainText('Detach Volume from node-05')
  await expect(plan).toContainText('Only when the step before has succeeded')
  await expect(plan).toContainText(/POST \/servers\/.*\/os-volume_attachments/)
  await expect(dialog.getByRole('button', submit)).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByRole('checkbox', { name: /its guest may be writing/ }).check()
  await dialog.getByRole('button', submit).click()
  await expect(hosts.step('Detach Volume from node-05')).toContainText('Detached')
  await expect(hosts.step('Attach Volume to node-06')).toContainText('Attached')
  await expect(dialog).toContainText(`node-06 holds ${name} now, and node-05 does not any more`)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(hosts.volume(name)).toContainText('node-06')
  await expect(page).toHaveURL((url) => !url.search.includes('dialog'))
})

test('when the standby can’t share, nobody holds the volume, and another can be chosen', async ({
  volumes,
  hosts,
}) => {
  const name = volumes.named('second-try')
  await volumes.create(name, { shareable: true })
  await volumes.attach(name, ['node-05'])
  await hosts.show(sharing)
  const dialog = await hosts.failOver(name)
  await hosts.standby('legacy-1')
  await dialog.getByRole('checkbox', { name: /its guest may be writing/ }).check()
  await dialog.getByRole('button', submit).click()
  await expect(hosts.step('Attach Volume to legacy-1')).toContainText('Not attached')
  await expect(dialog).toContainText(`node-05 has let ${name} go, but legacy-1 did not get it`)
  await dialog.getByRole('button', { name: 'Choose again' }).click()
  await expect(dialog).toContainText('It is only to be attached')
  await hosts.standby('node-06')
  await dialog.getByRole('button', submit).click()
  await expect(hosts.step('Attach Volume to node-06')).toContainText('Attached')
})

test('nothing is begun when the cloud has changed since the plan was shown', async ({
  page,
  volumes,
  hosts,
}) => {
  const name = volumes.named('changed')
  await volumes.create(name, { shareable: true })
  await volumes.attach(name, ['node-05'])
  const path = `/api/volume/volumes/${await volumes.idOf(name)}`
  await hosts.show(sharing)
  const dialog = await hosts.failOver(name)
  await hosts.standby('node-04')
  await dialog.getByRole('checkbox', { name: /its guest may be writing/ }).check()
  // The table is not to learn of it before.
  await page.route('**/api/volume/volumes/detail?*', (route) => route.abort())
  const look = async () => {
    const { volume } = await (await page.request.get(path)).json()
    return volume
  }
  const { id, attachments } = await look()
  await page.request.delete(
    `/api/compute/servers/${attachments[0].server_id}/os-volume_attachments/${id}`,
  )
  await expect.poll(async () => (await look()).status).toBe('available')
  await dialog.getByRole('button', submit).click()
  await expect(dialog).toContainText('Nothing was begun: the cloud has changed')
  await expect(hosts.step('Attach Volume to node-04')).toBeHidden()
})

test.describe('on the embedded cloud', () => {
  test.skip(isLive, 'a live cloud has no instance that is stopped, and no host that is down')

  test('a stopped instance is failed over without further questions', async ({
    volumes,
    hosts,
  }) => {
    const name = volumes.named('stopped')
    await volumes.create(name)
    await volumes.attach(name, ['report-1'])
    await hosts.show(sharing, { all: true })
    const dialog = await hosts.failOver(name)
    await expect(dialog).toContainText('Shutoff')
    await hosts.standby('node-06')
    await expect(dialog.getByRole('checkbox')).toHaveCount(0)
    await dialog.getByRole('button', submit).click()
    await expect(dialog).toContainText(`node-06 holds ${name} now`)
  })

  test('a step whose predecessor failed is not begun, and Retry does both', async ({
    volumes,
    hosts,
    faults,
  }) => {
    const name = volumes.named('refused')
    await volumes.create(name, { shareable: true })
    await volumes.attach(name, ['report-1'])
    await hosts.show(sharing)
    const dialog = await hosts.failOver(name)
    await hosts.standby('node-06')
    await faults.set({
      requests: [
        {
          service: 'compute',
          method: 'DELETE',
          path: 'os-volume_attachments',
          times: 1,
          status: 409,
          message: 'Service is unavailable at this time.',
        },
      ],
    })
    await dialog.getByRole('button', submit).click()
    await expect(hosts.step('Detach Volume from report-1')).toContainText(
      'Service is unavailable at this time.',
    )
    await expect(hosts.step('Attach Volume to node-06')).toContainText('Not started')
    await expect(dialog).toContainText('report-1 holds it as before')
    await dialog.getByRole('button', { name: 'Retry Detach Volume from report-1' }).click()
    await expect(hosts.step('Attach Volume to node-06')).toContainText('Attached')
    await expect(dialog).toContainText(`node-06 holds ${name} now`)
  })

  test('from a dead host a shared volume is attached to the standby alone, once the host is fenced', async ({
    page,
    hosts,
  }) => {
    await hosts.open()
    await page.getByRole('button', { name: 'Not up' }).click()
    await expect(hosts.row(sharing)).toBeHidden()
    await hosts.row('compute-lost').getByRole('link', { name: 'compute-lost' }).click()
    await expect(page.getByText('Nova hears nothing from this host')).toBeVisible()
    const dialog = await hosts.failOver('sim-state')
    await expect(dialog).toContainText('belongs to the project research')
    await hosts.standby('sim-standby')
    const plan = dialog.getByRole('list', { name: 'Plan' })
    await expect(plan.getByRole('listitem')).toHaveCount(1)
    await expect(plan).toContainText('Attach Volume to sim-standby')
    await expect(dialog).toContainText('The old node must be powered off or fenced')
    await expect(dialog.getByRole('list', { name: 'Ways out' })).toContainText('Evacuate')
    await expect(dialog.getByRole('button', submit)).toHaveAttribute('aria-disabled', 'true')
    await dialog.getByRole('checkbox', { name: /powered off, or cut from the storage/ }).check()
    await dialog.getByRole('button', submit).click()
    await expect(dialog).toContainText('The attachment of sim-1 is still there')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(hosts.volume('sim-state')).toContainText('sim-standby')

    const lists = await page.request.get('/api/volume/volumes/detail?all_tenants=1&name=sim-state')
    const { volumes: found } = await lists.json()
    const servers = await page.request.get('/api/compute/servers?all_tenants=1&name=sim-standby')
    const { servers: standby } = await servers.json()
    const path = `/api/compute/servers/${standby[0].id}/os-volume_attachments/${found[0].id}`
    expect((await page.request.delete(path)).status()).toBe(202)
  })

  test('a plain volume on a dead host is stuck, and its ways out are told', async ({
    page,
    hosts,
  }) => {
    await hosts.show('compute-lost', { all: true })
    const dialog = await hosts.failOver('sim-log')
    await expect(dialog).toContainText('can’t be attached elsewhere until that attachment ends')
    const ways = dialog.getByRole('list', { name: 'Ways out' })
    await expect(ways).toContainText('openstack server evacuate')
    await expect(ways).toContainText('Delete the instance')
    await expect(dialog.getByRole('button', submit)).toBeHidden()
    await expect(page.getByRole('combobox', { name: 'Standby Instance' })).toBeHidden()
  })

  test('an instance on a host that is down, or that holds the volume, can’t stand in', async ({
    page,
    hosts,
  }) => {
    await hosts.show('compute-lost')
    await hosts.failOver('sim-mesh', 'Fail Over from sim-1')
    const field = page.getByRole('combobox', { name: 'Standby Instance' })
    await field.fill('sim-')
    await expect(page.getByRole('option', { name: /sim-3/ })).toContainText('Already attached')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await hosts.failOver('sim-state')
    await page.getByRole('combobox', { name: 'Standby Instance' }).fill('sim-2')
    await expect(page.getByRole('option', { name: /sim-2/ })).toContainText('Its host is down')
  })
})
