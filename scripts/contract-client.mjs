import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

import { tellCinderStory } from './contract-client-cinder.mjs'
import { cinderAs, ensureClients, openstackAs, runSdk } from './openstack-client.mjs'
import { installPackages, newNode } from './packages.mjs'
import { buildPage } from './page.mjs'
import { main, Obstacle, root, run } from './run.mjs'

/** How long the embedded cloud may take to bring something about, in ms. */
const patience = 20_000

/** Starts Mooring on its embedded cloud, at any free port. */
async function startServer() {
  const server = spawn(newNode(), ['server/index.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, OS_AUTH_URL: '', MOORING_PUBLIC_URL: '', HOST: '127.0.0.1', PORT: '0' },
  })
  let printed = ''
  for await (const part of server.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += part
    const address = /Mooring is at (\S+)/.exec(printed)?.[1]
    if (address) return { server, address }
  }
  throw new Obstacle('The server did not start.')
}

/** @param {string} what @param {() => boolean} check */
async function until(what, check) {
  const end = Date.now() + patience
  while (!check()) {
    if (Date.now() > end) throw new Obstacle(`${what}: not within ${patience / 1000} s`)
    await pause(500)
  }
}

/** @typedef {ReturnType<typeof openstackAs>} Client */

/** @param {any[]} list */
const names = (list) => list.map((row) => row.Name)

/** @param {Client} demo @param {Client} admin */
async function tellTheStory(demo, admin) {
  /** @param {string} name */
  const statusOf = (name) => demo.ask(`volume show ${name} -c status`).status
  /** @param {string} name @param {string} status */
  const becomes = (name, status) => until(`${name} is ${status}`, () => statusOf(name) === status)

  const shares = 'multiattach=<is> True'
  const type = admin.ask('volume type create client-type --property', shares)
  assert.equal(type.properties.multiattach, '<is> True')
  assert.ok(names(demo.ask('volume type list')).includes('client-type'))

  const made = demo.ask('volume create client-disk --size 2 --type client-type')
  assert.equal(made.multiattach, true)
  await becomes('client-disk', 'available')
  demo.tell('volume set client-disk --name client-share --property team=db')
  demo.tell('volume set client-share --size 3')
  await becomes('client-share', 'available')
  const shown = demo.ask('volume show client-share')
  assert.equal(shown.size, 3)
  assert.equal(shown.properties.team, 'db')
  assert.ok(names(demo.ask('volume list')).includes('client-share'))

  const servers = names(demo.ask('server list'))
  const sharing = '--os-compute-api-version 2.60 server'
  for (const node of ['node-13', 'node-14']) {
    assert.ok(servers.includes(node))
    demo.tell(`${sharing} add volume ${node} client-share`)
    await becomes('client-share', 'in-use')
  }
  const attachments = '--os-volume-api-version 3.27 volume attachment list'
  assert.equal(demo.ask(`${attachments} --volume-id ${shown.id}`).length, 2)
  demo.tell(`${sharing} remove volume node-14 client-share`)
  await becomes('client-share', 'in-use')
  demo.tell(`${sharing} remove volume node-13 client-share`)
  await becomes('client-share', 'available')

  demo.tell('volume snapshot create client-snapshot --volume client-share')
  const snapshots = () => demo.ask('volume snapshot list')
  await until('the snapshot is there', () =>
    snapshots().some(
      (/** @type {any} */ { Name, Status }) => Name === 'client-snapshot' && Status === 'available',
    ),
  )
  demo.tell('volume snapshot delete client-snapshot')
  await until('the snapshot is gone', () => !names(snapshots()).includes('client-snapshot'))
  demo.tell('volume delete client-share')
  await until('the volume is gone', () => !names(demo.ask('volume list')).includes('client-share'))
  admin.tell('volume type delete client-type')
}

await main(async () => {
  installPackages()
  ensureClients()
  run(newNode(), ['scripts/contract-client-commands.ts'])
  buildPage()
  const { server, address } = await startServer()
  try {
    const authUrl = `${address}/cloud/identity/v3`
    const [demo, admin] = ['demo', 'admin'].map((user) => ({
      openstack: openstackAs(authUrl, user, 'mooring'),
      cinder: cinderAs(authUrl, user, 'mooring'),
    }))
    if (!demo || !admin) throw new Error('nobody is there')
    await tellTheStory(demo.openstack, admin.openstack)
    const project = admin.openstack.ask('project show research').id
    assert.ok(admin.openstack.ask('volume list --project demo').length > 0)
    await tellCinderStory(demo.cinder, admin.cinder, project, until)
    runSdk('scripts/contract-client-sdk.py', authUrl, 'admin', 'mooring')
    console.log('\nThe clients did all of it.')
  } finally {
    server.kill()
    await once(server, 'exit')
  }
})
