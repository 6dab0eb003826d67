import { beforeEach, describe, expect, test } from 'vitest'

import { at, attachTo, detachFrom, listAt, look, sentenceOf, startCloud, textAt } from './asking.ts'

describe('a shared volume', () => {
  let cloud: ReturnType<typeof startCloud>
  let demo: Awaited<ReturnType<typeof cloud.signIn>>
  let admin: Awaited<ReturnType<typeof cloud.signIn>>
  beforeEach(async () => {
    cloud = startCloud()
    demo = await cloud.signIn('demo', 'demo')
    admin = await cloud.signIn('admin', 'demo')
  })

  const statusOf = async (volume: string) => at(await look(demo, volume), 'status')
  const holdersOf = async (volume: string) =>
    listAt(await look(demo, volume), 'attachments').map((one) => at(one, 'server_id'))

  test('is reserved, then attaching, then in use', async () => {
    const { clock, server, volume } = cloud
    const reply = await attachTo(demo, server('node-13'), volume('lonely'))
    expect(reply.status).toBe(200)
    expect(reply.body).toEqual({
      volumeAttachment: {
        id: volume('lonely'),
        serverId: server('node-13'),
        volumeId: volume('lonely'),
        device: '/dev/vdb',
        tag: null,
        delete_on_termination: false,
      },
    })
    expect(await statusOf(volume('lonely'))).toBe('reserved')
    clock.advance(300)
    expect(await statusOf(volume('lonely'))).toBe('attaching')
    expect(await holdersOf(volume('lonely'))).toEqual([])
    clock.advance(600)
    expect(await statusOf(volume('lonely'))).toBe('in-use')
    expect(await holdersOf(volume('lonely'))).toEqual([server('node-13')])
  })

  test('takes a second instance once the first has it, and not before', async () => {
    const { clock, server, volume } = cloud
    await attachTo(demo, server('node-13'), volume('lonely'))
    const early = await attachTo(demo, server('node-14'), volume('lonely'))
    expect(early.status).toBe(400)
    expect(sentenceOf(early)).toMatch(
      new RegExp(
        `^Invalid input received: Invalid volume: Volume ${volume('lonely')} status must be available or in-use or downloading to reserve, but the current status is reserved\\. \\(HTTP 400\\) \\(Request-ID: req-[0-9a-f-]{36}\\)$`,
      ),
    )
    clock.advance(900)
    expect((await attachTo(demo, server('node-14'), volume('lonely'))).status).toBe(200)
    clock.advance(900)
    expect(await holdersOf(volume('lonely'))).toHaveLength(2)
  })

  test('takes one of four that ask at the same time', async () => {
    const nodes = [13, 14, 15, 16].map((number) => cloud.server(`node-${number}`))
    const replies = await Promise.all(
      nodes.map((node) => attachTo(demo, node, cloud.volume('lonely'))),
    )
    const taken = replies.filter(({ status }) => status === 200)
    const refused = replies.filter(({ status }) => status === 400)
    expect([taken.length, refused.length]).toEqual([1, 3])
  })

  test('is not attached to the same instance twice, not even while the first attach runs', async () => {
    const { server, volume } = cloud
    await attachTo(demo, server('node-13'), volume('lonely'))
    const again = await attachTo(demo, server('node-13'), volume('lonely'))
    expect(again.status).toBe(400)
    expect(sentenceOf(again)).toBe(`Invalid volume: volume ${volume('lonely')} already attached`)
  })

  test('stays with the others when one lets go, and is free after the last', async () => {
    const { clock, server, volume } = cloud
    const pair = volume('db-cluster-data')
    expect((await detachFrom(demo, server('db-1'), pair)).status).toBe(202)
    expect(await statusOf(pair)).toBe('detaching')
    clock.advance(600)
    expect(await statusOf(pair)).toBe('in-use')
    expect(await holdersOf(pair)).toEqual([server('db-2')])
    await detachFrom(demo, server('db-2'), pair)
    clock.advance(600)
    expect(await statusOf(pair)).toBe('available')
  })

  test('refuses a second detach while the first runs', async () => {
    const { server, volume } = cloud
    await detachFrom(demo, server('db-1'), volume('db-cluster-data'))
    const second = await detachFrom(demo, server('db-2'), volume('db-cluster-data'))
    expect(second.status).toBe(400)
    expect(sentenceOf(second)).toContain(
      "Invalid volume: Invalid input received: Invalid volume: Unable to detach volume. Volume status must be 'in-use' and attach_status must be 'attached' to detach. (HTTP 400) (Request-ID: req-",
    )
  })

  test('is refused at once where the hypervisor cannot share, and leaves no trace', async () => {
    const { server, volume } = cloud
    const reply = await attachTo(demo, server('legacy-1'), volume('lonely'))
    expect(reply.status).toBe(400)
    expect(sentenceOf(reply)).toBe(
      `Volume ${volume('lonely')} has 'multiattach' set, which is not supported for this instance.`,
    )
    expect(await statusOf(volume('lonely'))).toBe('available')
    const actions = await demo.nova('GET', `servers/${server('legacy-1')}/os-instance-actions`)
    expect(listAt(actions.body, 'instanceActions').map((one) => at(one, 'action'))).toEqual([
      'create',
    ])
  })

  test('goes back when a broken hypervisor fails late, which the log of actions tells', async () => {
    const { clock, server, volume } = cloud
    const broken = server('broken-1')
    const reply = await attachTo(demo, broken, volume('quorum-disk'))
    expect(reply.status).toBe(200)
    const held = () => demo.nova('GET', `servers/${broken}/os-volume_attachments`)
    expect(listAt((await held()).body, 'volumeAttachments')).toHaveLength(1)
    clock.advance(1000)
    expect(await statusOf(volume('quorum-disk'))).toBe('in-use')
    expect(await holdersOf(volume('quorum-disk'))).toHaveLength(3)
    expect((await held()).body).toEqual({ volumeAttachments: [] })
    const id = reply.headers.get('x-openstack-request-id') ?? ''
    const path = `servers/${broken}/os-instance-actions/${id}`
    const seenByMember = at((await demo.nova('GET', path)).body, 'instanceAction')
    expect(seenByMember).toMatchObject({
      action: 'attach_volume',
      message: 'Error',
      events: [{ event: 'compute_attach_volume', result: 'Error' }],
    })
    expect(at(seenByMember, 'events', 0, 'details')).toBeUndefined()
    const seenByAdmin = at((await admin.nova('GET', path)).body, 'instanceAction', 'events', 0)
    expect(seenByAdmin).toMatchObject({
      host: 'compute-broken',
      details: 'the hypervisor could not reach the storage',
    })
    expect(textAt(seenByAdmin, 'traceback')).toContain('InternalError')
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
  ])('is refused to %s with %i', async (name, status, sentence) => {
    const reply = await attachTo(demo, cloud.server(name), cloud.volume('lonely'))
    expect(reply.status).toBe(status)
    expect(sentenceOf(reply)).toBe(sentence.replace('<id>', cloud.server(name)))
  })

  test.each(['report-1', 'paused-1'])('is given to %s, which does not run', async (name) => {
    expect((await attachTo(demo, cloud.server(name), cloud.volume('lonely'))).status).toBe(200)
  })

  test('is attached to a locked instance by an administrator', async () => {
    const reply = await attachTo(admin, cloud.server('payroll-1'), cloud.volume('lonely'))
    expect(reply.status).toBe(200)
  })

  test('gets the device that was asked for, unless it is taken', async () => {
    const { server, volume } = cloud
    const device = '/dev/vdx'
    const first = await attachTo(demo, server('node-13'), volume('lonely'), { device })
    expect(at(first.body, 'volumeAttachment', 'device')).toBe(device)
    const second = await attachTo(demo, server('node-13'), volume('scratch'), { device })
    expect(second.status).toBe(409)
    expect(sentenceOf(second)).toBe('The supplied device path (/dev/vdx) is in use.')
  })

  test('cannot be taken past Nova, but from an instance that is gone it can', async () => {
    const { server, volume } = cloud
    const shared = volume('shared-logs')
    const held = listAt(await look(demo, shared), 'attachments')
    const live = held.find((one) => at(one, 'server_id') === server('node-04'))
    const stale = held.find((one) => at(one, 'server_id') !== server('node-04'))
    const refused = await demo.cinder('DELETE', `attachments/${textAt(live, 'attachment_id')}`)
    expect(refused.status).toBe(409)
    expect(sentenceOf(refused)).toBe(
      `ConflictNovaUsingAttachment: Detach volume from instance ${server('node-04')} using the Compute API`,
    )
    const done = await demo.cinder('DELETE', `attachments/${textAt(stale, 'attachment_id')}`)
    expect(done.status).toBe(200)
    expect(listAt(done.body, 'attachments')).toHaveLength(1)
    expect(await holdersOf(shared)).toEqual([server('node-04')])
    expect(await statusOf(shared)).toBe('in-use')
  })

  test('loses the hold of an instance that is deleted', async () => {
    const { clock, server, volume } = cloud
    expect((await demo.nova('DELETE', `servers/${server('db-1')}`)).status).toBe(204)
    const gone = server('db-1')
    clock.advance(1500)
    expect(await holdersOf(volume('db-cluster-data'))).toEqual([server('db-2')])
    expect((await demo.nova('GET', `servers/${gone}`)).status).toBe(404)
  })
})

describe('a volume that is not shareable', () => {
  test('goes to one instance only', async () => {
    const { server, volume, signIn } = startCloud()
    const demo = await signIn('demo', 'demo')
    const reply = await attachTo(demo, server('node-13'), volume('db-data'))
    expect(reply.status).toBe(400)
    expect(sentenceOf(reply)).toBe(
      `Invalid volume: volume ${volume('db-data')} is already attached to instances: ${server('node-01')}`,
    )
  })

  test('is held by a shelved instance without a device', async () => {
    const { server, volume, signIn } = startCloud()
    const demo = await signIn('demo', 'demo')
    const reply = await attachTo(demo, server('archive-1'), volume('scratch'))
    expect(at(reply.body, 'volumeAttachment', 'device')).toBeNull()
    expect(await look(demo, volume('scratch'))).toMatchObject({
      status: 'in-use',
      attachments: [{ device: null, attached_at: null }],
    })
  })

  test('that an instance started from is never detached', async () => {
    const { server, volume, signIn } = startCloud()
    const demo = await signIn('demo', 'demo')
    const reply = await detachFrom(demo, server('web-1'), volume('web-1-root'))
    expect(reply.status).toBe(400)
    expect(sentenceOf(reply)).toBe('Cannot detach a root device volume')
  })
})
