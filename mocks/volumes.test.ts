import { beforeEach, describe, expect, test } from 'vitest'

import { at, listAt, look, sentenceOf, startCloud, textAt, type Person } from './asking.ts'

const idOf = (reply: { body: unknown }) => textAt(reply.body, 'volume', 'id')

describe('creating a volume', () => {
  let cloud: ReturnType<typeof startCloud>
  let demo: Person
  let admin: Person
  beforeEach(async () => {
    cloud = startCloud()
    demo = await cloud.signIn('demo', 'demo')
    admin = await cloud.signIn('admin', 'demo')
  })
  const create = (wish: object) => demo.cinder('POST', 'volumes', { volume: wish })

  test('takes a while, and makes it shareable by its type', async () => {
    const reply = await create({ name: ' shared ', size: 3, volume_type: 'multiattach' })
    expect(reply.status).toBe(202)
    expect(reply.body).toMatchObject({
      volume: { name: 'shared', status: 'creating', multiattach: true, updated_at: null },
    })
    cloud.clock.advance(1500)
    expect(await look(demo, idOf(reply))).toMatchObject({ status: 'available', attachments: [] })
  })

  test('ends in error with a message where no back end can share', async () => {
    const reply = await create({ size: 1, volume_type: 'multiattach-nowhere' })
    cloud.clock.advance(1500)
    expect(await look(demo, idOf(reply))).toMatchObject({ status: 'error' })
    const messages = await demo.cinder('GET', `messages?resource_uuid=${idOf(reply)}`)
    expect(listAt(messages.body, 'messages')).toMatchObject([
      {
        user_message: 'schedule allocate volume:Could not find any available weighted backend.',
        request_id: reply.headers.get('x-openstack-request-id'),
      },
    ])
  })

  test('from an image downloads it and makes it bootable', async () => {
    const reply = await create({ size: 5, imageRef: cloud.image('debian-13') })
    cloud.clock.advance(750)
    expect(await look(demo, idOf(reply))).toMatchObject({ status: 'downloading' })
    cloud.clock.advance(750)
    expect(await look(demo, idOf(reply))).toMatchObject({
      status: 'available',
      bootable: 'true',
      volume_image_metadata: { image_name: 'debian-13', min_disk: '3' },
    })
  })

  test('from a snapshot or a volume takes over the type', async () => {
    const snapshots = await demo.cinder('GET', 'snapshots?name=db-cluster-data-monday')
    const reply = await create({
      size: 200,
      snapshot_id: textAt(snapshots.body, 'snapshots', 0, 'id'),
    })
    expect(reply.body).toMatchObject({ volume: { multiattach: true, volume_type: 'multiattach' } })
    const clone = await create({ source_volid: cloud.volume('lonely') })
    expect(clone.body).toMatchObject({ volume: { size: 1, multiattach: true } })
  })

  test.each([
    [
      { size: 1, multiattach: true },
      400,
      'multiattach parameter has been removed. The default behavior is to use multiattach enabled volume types. Contact your administrator to create a multiattach enabled volume type and use it to create multiattach volumes.',
    ],
    [{ size: 1, volume_type: 'nope' }, 404, 'Volume type with name nope could not be found.'],
    [
      { size: 0 },
      400,
      'Invalid input for field/attribute size. Value: 0. 0 is less than the minimum of 1',
    ],
    [
      { size: 99_999 },
      413,
      'VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota. Requested 99999G, quota is 5000G and 1228G has been consumed.',
    ],
  ])('is refused for %o', async (wish, status, sentence) => {
    const reply = await create(wish)
    expect([reply.status, sentenceOf(reply)]).toEqual([status, sentence])
  })

  test('is refused for a type that shares and encrypts', async () => {
    const type = await admin.cinder('POST', 'types', {
      volume_type: { name: 'both', extra_specs: { multiattach: '<is> True' } },
    })
    await admin.cinder('POST', `types/${textAt(type.body, 'volume_type', 'id')}/encryption`, {
      encryption: { provider: 'luks', control_location: 'front-end' },
    })
    const reply = await create({ size: 1, volume_type: 'both' })
    expect([reply.status, sentenceOf(reply)]).toEqual([
      400,
      'Invalid volume: Multiattach cannot be used with encrypted volumes.',
    ])
  })

  test('is refused when the number is used up, and possible again after a deletion', async () => {
    const used = cloud.region.storage.usage.of(demo.projectId).volumes
    await admin.cinder('PUT', `os-quota-sets/${demo.projectId}`, { quota_set: { volumes: used } })
    const reply = await create({ size: 1 })
    expect([reply.status, sentenceOf(reply)]).toEqual([
      413,
      `VolumeLimitExceeded: Maximum number of volumes allowed (${used}) exceeded for quota 'volumes'.`,
    ])
    const free = cloud.volume('lonely')
    expect((await demo.cinder('DELETE', `volumes/${free}`)).status).toBe(202)
    expect(await look(demo, free)).toMatchObject({ status: 'deleting' })
    cloud.clock.advance(800)
    expect((await demo.cinder('GET', `volumes/${free}`)).status).toBe(404)
    expect((await create({ size: 1 })).status).toBe(202)
  })

  test('of a type that an administrator has just made shareable works', async () => {
    await admin.cinder('POST', 'types', {
      volume_type: { name: 'mine', extra_specs: { multiattach: '<is> True' } },
    })
    const reply = await create({ size: 1, volume_type: 'mine' })
    cloud.clock.advance(1500)
    expect(await look(demo, idOf(reply))).toMatchObject({ status: 'available', multiattach: true })
  })

  test('a change of type makes a free volume shareable, and is refused in use', async () => {
    const retype = (name: string, type: string) =>
      demo.cinder('POST', `volumes/${cloud.volume(name)}/action`, {
        'os-retype': { new_type: type, migration_policy: 'on-demand' },
      })
    expect((await retype('scratch', 'multiattach')).status).toBe(202)
    expect(await look(demo, cloud.volume('scratch'))).toMatchObject({ status: 'retyping' })
    cloud.clock.advance(1200)
    expect(await look(demo, cloud.volume('scratch'))).toMatchObject({
      status: 'available',
      volume_type: 'multiattach',
      multiattach: true,
    })
    const refused = await retype('db-data', 'multiattach')
    expect(sentenceOf(refused)).toBe(
      'Invalid input received: Invalid volume_type passed, retypes affecting multiattach are only allowed on available volumes, the specified volume however currently has a status of: in-use.',
    )
  })

  test('an attachment made by hand is reserved, then attaching, then attached', async () => {
    const volume = cloud.volume('lonely')
    const made = await demo.cinder('POST', 'attachments', {
      attachment: { volume_uuid: volume, instance_uuid: cloud.server('node-13') },
    })
    const path = `attachments/${textAt(made.body, 'attachment', 'id')}`
    expect(await look(demo, volume)).toMatchObject({ status: 'reserved' })
    const connector = { host: 'somewhere', mountpoint: '/dev/vdz' }
    await demo.cinder('PUT', path, { attachment: { connector } })
    expect(await look(demo, volume)).toMatchObject({ status: 'attaching' })
    expect((await demo.cinder('POST', `${path}/action`, { 'os-complete': {} })).status).toBe(204)
    expect(await look(demo, volume)).toMatchObject({
      status: 'in-use',
      attachments: [{ device: '/dev/vdz' }],
    })
    const held = await demo.nova('GET', `servers/${cloud.server('node-13')}/os-volume_attachments`)
    expect(at(held.body, 'volumeAttachments')).toEqual([])
    expect((await demo.cinder('DELETE', path)).body).toEqual({ attachments: [] })
    expect(await look(demo, volume)).toMatchObject({ status: 'available' })
  })
})
