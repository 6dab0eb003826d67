import { expect, test } from 'vitest'

import { at, attachTo, listAt, sentenceOf, startCloud } from './asking.ts'

const signedIn = async (name = 'demo') => {
  const cloud = startCloud()
  return { ...cloud, demo: await cloud.signIn(name, 'demo') }
}

test.each(['3.0', '3.27', '3.70'])('Cinder answers in %s and says so', async (version) => {
  const { demo } = await signedIn()
  const { headers } = await demo.cinder('GET', 'volumes', undefined, version)
  expect(headers.get('openstack-api-version')).toBe(`volume ${version}`)
  expect(headers.get('vary')).toBe('OpenStack-API-Version')
})

test('the latest is the newest', async () => {
  const { demo } = await signedIn()
  const cinder = await demo.cinder('GET', 'volumes', undefined, 'latest')
  expect(cinder.headers.get('openstack-api-version')).toBe('volume 3.70')
  const nova = await demo.nova('GET', 'servers', undefined, 'latest')
  expect(nova.headers.get('openstack-api-version')).toBe('compute 2.93')
})

test('Nova also reads the header of old', async () => {
  const { demo } = await signedIn()
  const headers = { 'x-openstack-nova-api-version': '2.5' }
  const reply = await demo.ask('GET', '/cloud/compute/v2.1/servers', { headers })
  expect(reply.headers.get('x-openstack-nova-api-version')).toBe('2.5')
})

test('a version beyond the range is not acceptable', async () => {
  const { demo } = await signedIn()
  const cinder = await demo.cinder('GET', 'volumes', undefined, '3.71')
  expect([cinder.status, sentenceOf(cinder)]).toEqual([
    406,
    'Version 3.71 is not supported by the API. Minimum is 3.0 and maximum is 3.70.',
  ])
  const nova = await demo.nova('GET', 'servers', undefined, '2.94')
  expect([nova.status, sentenceOf(nova)]).toEqual([
    406,
    'Version 2.94 is not supported by the API. Minimum is 2.1 and maximum is 2.93.',
  ])
})

test.each([
  ['attachments', '3.26', '3.27'],
  ['messages', '3.2', '3.3'],
  ['volumes/summary', '3.11', '3.12'],
  ['resource_filters', '3.32', '3.33'],
])('%s is not there in %s, but in %s', async (path, before, since) => {
  const { demo } = await signedIn()
  const early = await demo.cinder('GET', path, undefined, before)
  expect([early.status, sentenceOf(early)]).toEqual([404, 'The resource could not be found.'])
  expect((await demo.cinder('GET', path, undefined, since)).status).toBe(200)
})

test('a volume has more fields in newer versions, and more for administrators', async () => {
  const { demo, signIn, volume } = await signedIn()
  const admin = await signIn('admin', 'demo')
  const fields = async (who: typeof demo, version: string) =>
    Object.keys(
      Object(
        at(
          (await who.cinder('GET', `volumes/${volume('lonely')}`, undefined, version)).body,
          'volume',
        ),
      ),
    )
  expect(await fields(demo, '3.0')).not.toContain('volume_type_id')
  expect(await fields(demo, '3.70')).toContain('volume_type_id')
  expect(await fields(demo, '3.70')).not.toContain('os-vol-host-attr:host')
  expect(await fields(admin, '3.70')).toContain('os-vol-host-attr:host')
})

test('who holds what is told with ids of attachments from 2.89 on', async () => {
  const { demo, server } = await signedIn()
  const held = async (version: string) =>
    Object.keys(
      Object(
        listAt(
          (
            await demo.nova(
              'GET',
              `servers/${server('node-02')}/os-volume_attachments`,
              undefined,
              version,
            )
          ).body,
          'volumeAttachments',
        )[0],
      ),
    )
  expect(await held('2.1')).toEqual(['id', 'volumeId', 'serverId', 'device'])
  expect(await held('2.70')).toEqual(['id', 'volumeId', 'serverId', 'device', 'tag'])
  expect(await held('2.93')).toEqual([
    'volumeId',
    'serverId',
    'device',
    'tag',
    'delete_on_termination',
    'attachment_id',
    'bdm_uuid',
  ])
})

test('a shared volume is attached from 2.60 on only', async () => {
  const { demo, server, volume } = await signedIn()
  const body = { volumeAttachment: { volumeId: volume('lonely') } }
  const path = `servers/${server('node-13')}/os-volume_attachments`
  const early = await demo.nova('POST', path, body, '2.59')
  expect([early.status, sentenceOf(early)]).toEqual([
    400,
    'Multiattach volumes are only supported starting with compute API version 2.60.',
  ])
  expect((await demo.nova('POST', path, body, '2.60')).status).toBe(200)
})

test('a volume in use grows from 3.42 on', async () => {
  const { demo, volume, clock } = await signedIn()
  const path = `volumes/${volume('quorum-disk')}/action`
  const grow = (version: string) =>
    demo.cinder('POST', path, { 'os-extend': { new_size: 20 } }, version)
  expect((await grow('3.41')).status).toBe(400)
  expect((await grow('3.42')).status).toBe(202)
  clock.advance(1200)
  const after = await demo.cinder('GET', `volumes/${volume('quorum-disk')}`)
  expect(after.body).toMatchObject({ volume: { status: 'in-use', size: 20 } })
  expect((await attachTo(demo, startCloud().server('node-13'), volume('quorum-disk'))).status).toBe(
    200,
  )
})
