import { describe, expect, test } from 'vitest'

import { at, eachAt, listAt, named, textAt } from '#mocks/client/json.ts'
import { signIn } from '#mocks/client/person.ts'

import { embeddedTarget } from './embedded-target.ts'

async function open() {
  const { target } = embeddedTarget()
  const demo = await signIn(target, 'demo', 'demo')
  const admin = await signIn(target, 'admin', 'demo')
  const flavorRef = textAt((await demo.nova('GET', 'flavors')).body, 'flavors', 0, 'id')
  const images = listAt((await demo.glance('GET', 'images')).body, 'images')
  const imageRef = textAt(named(images, 'tiny'), 'id')
  const make = (wish: object, who = demo) =>
    who.nova('POST', 'servers', { server: { name: 'new', flavorRef, networks: 'none', ...wish } })
  const server = async (id: string) => at((await demo.nova('GET', `servers/${id}`)).body, 'server')
  const volume = async (wish: object) => {
    const reply = await demo.cinder('POST', 'volumes', { volume: { size: 1, ...wish } })
    await target.pause(3000)
    return textAt(reply.body, 'volume', 'id')
  }
  const look = async (id: string) => at((await demo.cinder('GET', `volumes/${id}`)).body, 'volume')
  return { target, demo, admin, imageRef, make, server, volume, look }
}

const rootOf = (uuid: string) => ({
  block_device_mapping_v2: [
    { boot_index: 0, uuid, source_type: 'volume', destination_type: 'volume' },
  ],
})

describe('a new instance', () => {
  test('is scheduled, spawned and active, and its log says so', async () => {
    const { target, demo, imageRef, make, server } = await open()
    const id = textAt((await make({ imageRef })).body, 'server', 'id')
    const state = async () => at(await server(id), 'OS-EXT-STS:task_state')
    expect(await server(id)).toMatchObject({ status: 'BUILD', hostId: '' })
    expect(await state()).toBe('scheduling')
    await target.pause(500)
    expect(await state()).toBe('spawning')
    await target.pause(1500)
    expect(await server(id)).toMatchObject({ status: 'ACTIVE', 'OS-EXT-STS:task_state': null })
    const log = await demo.nova('GET', `servers/${id}/os-instance-actions`)
    expect(log.body).toMatchObject({ instanceActions: [{ action: 'create', message: null }] })
  })

  test('of many has a number in its name', async () => {
    const { demo, imageRef, make } = await open()
    await make({ imageRef, max_count: 2 })
    const { body } = await demo.nova('GET', 'servers?name=^new-&sort_key=display_name&sort_dir=asc')
    expect(eachAt(listAt(body, 'servers'), 'name')).toEqual(['new-1', 'new-2'])
  })

  test('fails on a host that there is not', async () => {
    const { target, admin, imageRef, make, server } = await open()
    const wish = { imageRef, availability_zone: 'nova:nope' }
    const id = textAt((await make(wish, admin)).body, 'server', 'id')
    await target.pause(3000)
    expect(await server(id)).toMatchObject({
      status: 'ERROR',
      fault: { message: 'No valid host was found. No such host - host: nope node: None ' },
    })
  })

  test('with a shared root disk fails on a host that cannot share, and lets the disk go', async () => {
    const { target, admin, imageRef, make, server, volume, look } = await open()
    const root = await volume({ volume_type: 'multiattach', imageRef })
    const wish = { ...rootOf(root), availability_zone: 'nova:compute-plain' }
    const id = textAt((await make(wish, admin)).body, 'server', 'id')
    expect(await look(root)).toMatchObject({ status: 'reserved' })
    await target.pause(3000)
    expect(await server(id)).toMatchObject({
      status: 'ERROR',
      fault: {
        message: `Build of instance ${id} aborted: Volume ${root} has 'multiattach' set, which is not supported for this instance.`,
      },
    })
    expect(await look(root)).toMatchObject({ status: 'available', attachments: [] })
  })

  test.each([
    { wish: { imageRef: '' }, says: 'Missing imageRef attribute' },
    { wish: { min_count: 3, max_count: 2 }, says: 'min_count must be <= max_count' },
    {
      wish: { availability_zone: 'mars' },
      says: 'The requested availability zone is not available',
    },
    { wish: { flavorRef: 'nope' }, says: 'Flavor nope could not be found.' },
  ])('is refused: $says', async ({ wish, says }) => {
    const { imageRef, make } = await open()
    const reply = await make({ imageRef, ...wish })
    expect(reply).toMatchObject({ status: 400, body: { badRequest: { message: says } } })
  })

  test('does not start from a volume without a system', async () => {
    const { make, volume } = await open()
    const empty = await volume({ volume_type: 'multiattach' })
    expect((await make(rootOf(empty))).body).toMatchObject({
      badRequest: { message: `Block Device ${empty} is not bootable.` },
    })
  })
})

test('with all hosts out of use there is none for an instance', async () => {
  const { target, admin, imageRef, make, server } = await open()
  const { body } = await admin.nova('GET', 'os-services?binary=nova-compute')
  const ids = eachAt(listAt(body, 'services'), 'id').map(String)
  for (const id of ids) await admin.nova('PUT', `os-services/${id}`, { status: 'disabled' })
  const id = textAt((await make({ imageRef })).body, 'server', 'id')
  await target.pause(3000)
  expect(await server(id)).toMatchObject({
    status: 'ERROR',
    fault: { message: 'No valid host was found. There are not enough hosts available.' },
  })
  await admin.nova('PUT', `os-services/${ids[0]}`, { status: 'enabled' })
  const next = textAt((await make({ imageRef })).body, 'server', 'id')
  await target.pause(3000)
  expect(await server(next)).toMatchObject({ status: 'ACTIVE' })
})

test('a back end that is out of use gets no new volumes', async () => {
  const { admin, volume, look } = await open()
  const use = (action: string) =>
    admin.cinder('PUT', `os-services/${action}`, { binary: 'cinder-volume', host: 'vm@shared' })
  const pools = async () =>
    eachAt(listAt((await admin.cinder('GET', 'scheduler-stats/get_pools')).body, 'pools'), 'name')
  expect((await use('disable')).body).toMatchObject({ disabled: true, status: 'disabled' })
  expect(await pools()).toEqual(['vm@single#single'])
  const wish = { volume_type: 'multiattach' }
  expect(await look(await volume(wish))).toMatchObject({ status: 'error' })
  await use('enable')
  expect(await look(await volume(wish))).toMatchObject({ status: 'available' })
})
