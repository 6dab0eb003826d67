import { describe, expect, test } from 'vitest'

import { eachAt, listAt, named, textAt } from '#mocks/client/json.ts'
import { signIn } from '#mocks/client/person.ts'
import { pageOf } from '#mocks/cloud/listing.ts'
import type { Volume } from '#mocks/cloud/storage/block-storage.ts'

import { embeddedTarget } from './embedded-target.ts'

const idIn = (list: readonly unknown[]) => (name: string) => textAt(named(list, name), 'id')

/** What people see of the cloud that a newcomer starts. */
async function newcomer() {
  const { target, clock } = embeddedTarget()
  const demo = await signIn(target, 'demo', 'demo')
  const admin = await signIn(target, 'admin', 'demo')
  const server = idIn(listAt((await demo.nova('GET', 'servers')).body, 'servers'))
  const volume = idIn(listAt((await demo.cinder('GET', 'volumes')).body, 'volumes'))
  const image = idIn(listAt((await demo.glance('GET', 'images')).body, 'images'))
  const attach = (name: string, volumeName: string, who = demo, more: object = {}) =>
    who.attach(server(name), { volumeId: volume(volumeName), ...more })
  return { clock, demo, admin, server, volume, image, attach }
}

test('ids are the same at every start', async () => {
  const [one, other] = [await newcomer(), await newcomer()]
  expect(one.volume('gfs2-cluster')).not.toBe('')
  expect(one.volume('gfs2-cluster')).toBe(other.volume('gfs2-cluster'))
  expect(one.server('node-01')).toBe(other.server('node-01'))
})

test.each([
  [
    'archive-1',
    400,
    'Attaching multiattach volumes is not supported for shelved-offloaded instances.',
  ],
  ['failed-1', 409, "Cannot 'attach_volume' instance <id> while it is in vm_state error"],
  ['suspended-1', 409, "Cannot 'attach_volume' instance <id> while it is in vm_state suspended"],
  ['fresh-1', 409, "Cannot 'attach_volume' instance <id> while it is in vm_state building"],
  ['payroll-1', 409, 'Instance <id> is locked'],
])('%s takes no shared volume: %i %s', async (name, status, sentence) => {
  const { attach, server } = await newcomer()
  const reply = await attach(name, 'lonely')
  const [fault] = Object.values(Object(reply.body))
  expect([reply.status, textAt(fault, 'message')]).toEqual([
    status,
    sentence.replace('<id>', server(name)),
  ])
})

test.each(['report-1', 'paused-1', 'node-13'])('%s takes a shared volume', async (name) => {
  const { attach } = await newcomer()
  expect((await attach(name, 'lonely')).status).toBe(200)
})

test('an administrator attaches to a locked instance', async () => {
  const { attach, admin } = await newcomer()
  expect((await attach('payroll-1', 'lonely', admin)).status).toBe(200)
})

test('a volume from an image is downloaded, then bootable', async () => {
  const { demo, clock, image } = await newcomer()
  const wish = { volume: { size: 5, imageRef: image('debian-13') } }
  const made = await demo.cinder('POST', 'volumes', wish)
  const look = () => demo.cinder('GET', `volumes/${textAt(made.body, 'volume', 'id')}`)
  clock.advance(750)
  expect((await look()).body).toMatchObject({ volume: { status: 'downloading' } })
  clock.advance(750)
  expect((await look()).body).toMatchObject({
    volume: {
      status: 'available',
      bootable: 'true',
      volume_image_metadata: { image_name: 'debian-13', min_disk: '3' },
    },
  })
})

test('instances come in the order that is asked for, page by page', async () => {
  const { demo } = await newcomer()
  const list = 'servers?limit=3&sort_key=display_name&sort_dir=asc'
  const { body } = await demo.nova('GET', list)
  expect(eachAt(listAt(body, 'servers'), 'name')).toEqual(['archive-1', 'broken-1', 'db-1'])
})

describe('a large cloud', () => {
  const { cloud } = embeddedTarget({ volumes: 20_000, instances: 500, attachments: 300 })
  const [region] = cloud.regions
  if (!region) throw new Error('no region')
  const { volumes } = region.storage
  const cluster = [...volumes.values()].find(({ name }) => name === 'gfs2-cluster')
  const projectId = cluster?.projectId

  test('has the sizes that were asked for', () => {
    expect(volumes.count(projectId)).toBe(20_000)
    expect(region.compute.servers.count(projectId)).toBe(500)
    expect(region.storage.attachmentsOf(cluster?.id ?? '')).toHaveLength(300)
  })

  test('looks at no more volumes for a page than are on it', () => {
    let looked = 0
    const page = (marker: Volume | undefined) =>
      pageOf(volumes, {
        projectId,
        matches: () => (looked += 1) > 0,
        compare: undefined,
        marker,
        offset: 0,
        limit: 1000,
      })
    const first = page(undefined)
    const second = page(first.at(-1))
    expect(looked).toBe(2000)
    expect(new Set([...first, ...second]).size).toBe(2000)
  })
})

test('an attach whose reservation somebody takes away meanwhile fails, and Nova forgets it', async () => {
  const { demo, clock, attach, server, volume } = await newcomer()
  const attached = await attach('node-13', 'lonely')
  const { body } = await demo.cinder('GET', `attachments?volume_id=${volume('lonely')}`)
  await demo.cinder('DELETE', `attachments/${textAt(body, 'attachments', 0, 'id')}`)
  clock.advance(2000)
  const held = await demo.nova('GET', `servers/${server('node-13')}/os-volume_attachments`)
  expect(held.body).toEqual({ volumeAttachments: [] })
  const request = attached.headers.get('x-openstack-request-id') ?? ''
  const action = await demo.nova(
    'GET',
    `servers/${server('node-13')}/os-instance-actions/${request}`,
  )
  expect(action.body).toMatchObject({ instanceAction: { message: 'Error' } })
})
