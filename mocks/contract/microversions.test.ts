import { expect, test } from 'vitest'

import { at, listAt, textAt } from '#mocks/client/json.ts'
import { personWith } from '#mocks/client/person.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

const { demo, admin, target, server, volume, attached, look } = await cloudUnderTest()

const nobody = personWith(target, undefined, '')
const cinder = (await nobody.ask('volume', 'GET', '/')).body
const cinder3 = listAt(cinder, 'versions').find((one) => at(one, 'id') === 'v3.0')
const nova21 = at((await nobody.ask('compute', 'GET', '/v2.1/')).body, 'version')
const range = (document: unknown) => ({
  min: textAt(document, 'min_version'),
  max: textAt(document, 'version'),
})
const [volumes, servers] = [range(cinder3), range(nova21)]

const oneLess = (version: string) => version.replace(/\d+$/, (minor) => String(Number(minor) - 1))
const oneMore = (version: string) => version.replace(/\d+$/, (minor) => String(Number(minor) + 1))

/** The microversions in which Cinder and Nova answer. */
const answered = async (version: string | null) => [
  (await demo.cinder('GET', 'volumes?limit=1', undefined, version)).headers.get(
    'openstack-api-version',
  ),
  (await demo.nova('GET', 'servers?limit=1', undefined, version)).headers.get(
    'openstack-api-version',
  ),
]

test('the version documents, which need no token, name the range', () => {
  expect(volumes).toEqual({ min: '3.0', max: target.newest.volume })
  expect(servers).toEqual({ min: '2.1', max: target.newest.compute })
})

test.each(['3.0', '3.27', volumes.max])('Cinder answers in %s and says so', async (version) => {
  const { headers } = await demo.cinder('GET', 'volumes?limit=1', undefined, version)
  expect(headers.get('openstack-api-version')).toBe(`volume ${version}`)
  expect(headers.get('vary')).toBe('OpenStack-API-Version')
})

test('without a header the oldest answers, and latest is the newest', async () => {
  expect(await answered(null)).toEqual([`volume ${volumes.min}`, `compute ${servers.min}`])
  expect(await answered('latest')).toEqual([`volume ${volumes.max}`, `compute ${servers.max}`])
})

test('a version that is too new or too old is not acceptable', async () => {
  for (const version of [oneMore(volumes.max), '2.0']) {
    const reply = await demo.cinder('GET', 'volumes', undefined, version)
    expect(refusalOf(reply)).toEqual([
      406,
      `Version ${version} is not supported by the API. Minimum is ${volumes.min} and maximum is ${volumes.max}.`,
    ])
  }
  for (const version of [oneMore(servers.max), '2.0']) {
    const reply = await demo.nova('GET', 'servers', undefined, version)
    expect(refusalOf(reply)).toEqual([
      406,
      `Version ${version} is not supported by the API. Minimum is ${servers.min} and maximum is ${servers.max}.`,
    ])
  }
})

test('what is not a version is refused', async () => {
  expect(refusalOf(await demo.cinder('GET', 'volumes', undefined, 'new'))).toEqual([
    400,
    'API Version String new is of invalid format. Must be of format MajorNum.MinorNum.',
  ])
})

test('Nova also reads the header of old', async () => {
  const headers = { 'x-openstack-nova-api-version': '2.5' }
  const reply = await demo.ask('compute', 'GET', '/v2.1/servers?limit=1', { headers })
  expect(reply.headers.get('x-openstack-nova-api-version')).toBe('2.5')
})

test.each([
  ['attachments', '3.27'],
  ['messages', '3.3'],
  ['volumes/summary', '3.12'],
  ['resource_filters', '3.33'],
])('%s is there from %s on, and not before', async (path, since) => {
  const early = await demo.cinder('GET', path, undefined, oneLess(since))
  expect(refusalOf(early)).toEqual([404, 'The resource could not be found.'])
  expect((await demo.cinder('GET', path, undefined, since)).status).toBe(200)
})

test('a shared volume is attached from 2.60 on', async () => {
  const shared = await volume('multiattach')
  const body = { volumeAttachment: { volumeId: shared } }
  const path = `servers/${server('node-04')}/os-volume_attachments`
  expect(refusalOf(await demo.nova('POST', path, body, '2.59'))).toEqual([
    400,
    'Multiattach volumes are only supported starting with compute API version 2.60.',
  ])
  expect((await demo.nova('POST', path, body, '2.60')).status).toBe(200)
})

test('a volume has more fields in newer versions, and more for administrators', async () => {
  const shared = await volume('multiattach')
  const fields = async (who: typeof demo, version: string) =>
    Object.keys(
      Object(at((await who.cinder('GET', `volumes/${shared}`, undefined, version)).body, 'volume')),
    )
  expect(await fields(demo, '3.62')).not.toContain('volume_type_id')
  expect(await fields(demo, '3.63')).toContain('volume_type_id')
  expect(await fields(demo, volumes.max)).not.toContain('os-vol-host-attr:host')
  expect(await fields(admin, volumes.max)).toContain('os-vol-host-attr:host')
})

test('Nova tells the id of an attachment from 2.89 on', async () => {
  const shared = await volume('multiattach')
  await attached(server('node-04'), shared)
  const held = async (version: string) =>
    Object.keys(
      Object(
        at(
          (
            await demo.nova(
              'GET',
              `servers/${server('node-04')}/os-volume_attachments/${shared}`,
              undefined,
              version,
            )
          ).body,
          'volumeAttachment',
        ),
      ),
    ).toSorted()
  expect(await held('2.1')).toEqual(['device', 'id', 'serverId', 'volumeId'])
  expect(await held('2.70')).toEqual(['device', 'id', 'serverId', 'tag', 'volumeId'])
  expect(await held('2.89')).toEqual([
    'attachment_id',
    'bdm_uuid',
    'delete_on_termination',
    'device',
    'serverId',
    'tag',
    'volumeId',
  ])
  expect(await look(shared)).toMatchObject({ status: 'in-use' })
})
