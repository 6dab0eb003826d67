import { describe, expect, test } from 'vitest'

import { at, listAt, named, textAt } from '#mocks/client/json.ts'
import { signIn } from '#mocks/client/person.ts'

import { embeddedTarget } from './embedded-target.ts'

async function open() {
  const { target } = embeddedTarget()
  const demo = await signIn(target, 'demo', 'research')
  const admin = await signIn(target, 'admin', 'demo')
  const servers = listAt((await demo.nova('GET', 'servers')).body, 'servers')
  const server = (name: string) => textAt(named(servers, name), 'id')
  const volumes = listAt((await demo.cinder('GET', 'volumes')).body, 'volumes')
  const volume = (name: string) => textAt(named(volumes, name), 'id')
  const look = async (id: string) => at((await demo.cinder('GET', `volumes/${id}`)).body, 'volume')
  const attach = (instance: string, volumeId: string) => demo.attach(instance, { volumeId })
  const detach = (instance: string, volumeId: string) =>
    demo.nova('DELETE', `servers/${instance}/os-volume_attachments/${volumeId}`)
  const service = async (host: string) => {
    const { body } = await admin.nova('GET', `os-services?binary=nova-compute&host=${host}`)
    return at(body, 'services', 0)
  }
  const force = async (host: string, down: boolean) =>
    admin.nova('PUT', `os-services/${textAt(await service(host), 'id')}`, { forced_down: down })
  return { target, demo, admin, server, volume, look, attach, detach, service, force }
}

describe('a compute host that has died', () => {
  test('is down, and its instances are still called active', async () => {
    const { admin, server, service } = await open()
    expect(await service('compute-lost')).toMatchObject({
      status: 'enabled',
      state: 'down',
      forced_down: false,
    })
    expect((await admin.nova('GET', `servers/${server('sim-1')}`)).body).toMatchObject({
      server: { status: 'ACTIVE', host_status: 'UNKNOWN' },
    })
  })

  test('lets no volume go: the detach is refused, and the volume stays as it is', async () => {
    const { server, volume, look, detach } = await open()
    expect(await detach(server('sim-1'), volume('sim-state'))).toMatchObject({
      status: 409,
      body: { conflictingRequest: { message: 'Service is unavailable at this time.' } },
    })
    expect(await look(volume('sim-state'))).toMatchObject({ status: 'in-use' })
  })

  test('takes no volume: nobody answers Nova, and Cinder never hears of it', async () => {
    const { server, volume, look, attach } = await open()
    const reply = await attach(server('sim-2'), volume('sim-state'))
    expect(reply.status).toBe(500)
    expect(textAt(reply.body, 'computeFault', 'message')).toContain('MessagingTimeout')
    expect(await look(volume('sim-state'))).toMatchObject({ status: 'in-use' })
  })

  test('does not hinder another instance from taking a shared volume', async () => {
    const { target, server, volume, look, attach } = await open()
    expect((await attach(server('sim-standby'), volume('sim-state'))).status).toBe(200)
    await target.pause(3000)
    expect(listAt(await look(volume('sim-state')), 'attachments')).toHaveLength(2)
  })

  test('gives a volume free when its instance is deleted, which Nova then does by itself', async () => {
    const { target, demo, server, volume, look } = await open()
    expect((await demo.nova('DELETE', `servers/${server('sim-2')}`)).status).toBe(204)
    await target.pause(3000)
    expect(await look(volume('sim-log'))).toMatchObject({ status: 'available', attachments: [] })
  })

  test('never ends what an instance on it is asked to do', async () => {
    const { target, demo, server } = await open()
    await demo.nova('POST', `servers/${server('sim-1')}/action`, { 'os-stop': null })
    await target.pause(60_000)
    expect((await demo.nova('GET', `servers/${server('sim-1')}`)).body).toMatchObject({
      server: { status: 'ACTIVE', 'OS-EXT-STS:task_state': 'powering-off' },
    })
  })
})

test('a host that is declared down lets no volume go until that is taken back', async () => {
  const { target, server, volume, detach, service, force } = await open()
  expect((await force('compute-sharing', true)).body).toMatchObject({
    service: { forced_down: true, state: 'down', status: 'enabled' },
  })
  const mesh = volume('sim-mesh')
  expect((await detach(server('sim-3'), mesh)).status).toBe(409)
  await force('compute-sharing', false)
  expect(await service('compute-sharing')).toMatchObject({ forced_down: false, state: 'up' })
  expect((await detach(server('sim-3'), mesh)).status).toBe(202)
  await target.pause(3000)
})
