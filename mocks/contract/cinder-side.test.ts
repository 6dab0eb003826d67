import { expect, test } from 'vitest'

import { at, listAt, textAt } from '#mocks/client/json.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

const { demo, admin, reader, server, volume, attached, becomes, statusOf, look, act, pause } =
  await cloudUnderTest()
const [first, second] = [server('node-04'), server('node-05')]
const gone = (number: number) => `0000000${number}-1111-4222-8333-444444444444`

const usedByNova = (instance: string) => [
  409,
  `ConflictNovaUsingAttachment: Detach volume from instance ${instance} using the Compute API`,
]

/** The id of the attachment that an instance has. */
const attachmentOf = async (shared: string, instance: string) =>
  textAt(
    listAt(await look(shared), 'attachments').find((one) => at(one, 'server_id') === instance),
    'attachment_id',
  )

/** An attachment that is made in Cinder alone, of an instance that Nova does not know. */
async function hold(shared: string, instance: string): Promise<string> {
  const connector = {
    host: 'elsewhere',
    initiator: 'iqn.elsewhere',
    ip: '127.0.0.1',
    platform: 'x86_64',
    os_type: 'linux2',
    multipath: false,
    mountpoint: '/dev/vdb',
    mode: 'rw',
  }
  const made = await demo.cinder('POST', 'attachments', {
    attachment: { volume_uuid: shared, instance_uuid: instance, connector },
  })
  const id = textAt(made.body, 'attachment', 'id')
  await demo.cinder('POST', `attachments/${id}/action`, { 'os-complete': {} })
  return id
}

test('an attachment that Nova uses is not deleted in Cinder, whoever asks', async () => {
  const shared = await volume('multiattach')
  for (const one of [first, second]) await attached(one, shared)
  const path = `attachments/${await attachmentOf(shared, first)}`
  for (const who of [demo, admin])
    expect(refusalOf(await who.cinder('DELETE', path))).toEqual(usedByNova('<id>'))
  expect(refusalOf(await reader.cinder('DELETE', path))).toEqual([
    403,
    "Policy doesn't allow volume:attachment_delete to be performed.",
  ])
  expect(listAt(await look(shared), 'attachments')).toHaveLength(2)
})

test('an attachment whose instance is gone is deleted in Cinder, and the other holders stay', async () => {
  const shared = await volume('multiattach')
  const stale = await hold(shared, gone(1))
  await attached(first, shared)
  const deleted = await demo.cinder('DELETE', `attachments/${stale}`)
  expect(deleted.status).toBe(200)
  expect(listAt(deleted.body, 'attachments')).toMatchObject([
    { instance: first, status: 'attached', volume_id: shared },
  ])
  expect(await look(shared)).toMatchObject({
    status: 'in-use',
    attachments: [{ server_id: first }],
  })
})

test('os-detach needs the attachment’s id where there are several, and frees the volume at the last', async () => {
  const shared = await volume('multiattach')
  const one = await hold(shared, gone(1))
  await pause(1000)
  const other = await hold(shared, gone(2))
  expect(refusalOf(await act(shared, { 'os-detach': {} }))).toEqual(usedByNova(''))
  expect((await act(shared, { 'os-detach': { attachment_id: one } })).status).toBe(202)
  await pause(1000)
  expect(await look(shared)).toMatchObject({
    status: 'in-use',
    attachments: [{ attachment_id: other }],
  })
  expect((await act(shared, { 'os-detach': {} })).status).toBe(202)
  await becomes(shared, 'available')
  expect(listAt(await look(shared), 'attachments')).toEqual([])
})

test('os-detach does not take away what Nova uses, with the attachment’s id or without', async () => {
  const shared = await volume('multiattach')
  await attached(first, shared)
  const id = await attachmentOf(shared, first)
  expect(refusalOf(await act(shared, { 'os-detach': {} }))).toEqual(usedByNova('<id>'))
  expect(refusalOf(await act(shared, { 'os-detach': { attachment_id: id } }))).toEqual(
    usedByNova('<id>'),
  )
  expect(refusalOf(await act(shared, { 'os-detach': { attachment_id: gone(9) } }))).toEqual(
    usedByNova(''),
  )
  expect(await statusOf(shared)).toBe('in-use')
})

test('os-force_detach is for administrators, and for what Nova does not use', async () => {
  const shared = await volume('multiattach')
  const id = await hold(shared, gone(1))
  const force = { 'os-force_detach': { attachment_id: id } }
  expect(refusalOf(await act(shared, force))).toEqual([
    403,
    "Policy doesn't allow volume_extension:volume_admin_actions:force_detach to be performed.",
  ])
  expect((await act(shared, force, admin)).status).toBe(202)
  await becomes(shared, 'available')
  await attached(first, shared)
  const used = { 'os-force_detach': { attachment_id: await attachmentOf(shared, first) } }
  expect(refusalOf(await act(shared, used, admin))).toEqual(usedByNova('<id>'))
})

test('an attachment made in Cinder is reserved, then attaching, then attached', async () => {
  const shared = await volume('multiattach')
  const made = await demo.cinder('POST', 'attachments', {
    attachment: { volume_uuid: shared, instance_uuid: first },
  })
  const path = `attachments/${textAt(made.body, 'attachment', 'id')}`
  expect(await statusOf(shared)).toBe('reserved')
  const connector = {
    host: 'somewhere',
    initiator: 'iqn.s',
    ip: '127.0.0.1',
    platform: 'x86_64',
    os_type: 'linux2',
    multipath: false,
    mountpoint: '/dev/vdz',
  }
  await demo.cinder('PUT', path, { attachment: { connector } })
  expect(await statusOf(shared)).toBe('attaching')
  expect((await demo.cinder('POST', `${path}/action`, { 'os-complete': {} })).status).toBe(204)
  expect(await look(shared)).toMatchObject({
    status: 'in-use',
    attachments: [{ device: '/dev/vdz' }],
  })
  expect((await demo.cinder('DELETE', path)).body).toEqual({ attachments: [] })
  expect(await statusOf(shared)).toBe('available')
})

test('a plain volume is not reserved twice in Cinder either', async () => {
  const plain = await volume('standard')
  await demo.cinder('POST', 'attachments', {
    attachment: { volume_uuid: plain, instance_uuid: first },
  })
  const twice = await demo.cinder('POST', 'attachments', {
    attachment: { volume_uuid: plain, instance_uuid: second },
  })
  expect(refusalOf(twice)).toEqual([
    400,
    'Invalid volume: Volume <id> status must be available or downloading to reserve, but the current status is reserved.',
  ])
})

test('an attachment of an instance that lives and does not have the volume is deleted in Cinder', async () => {
  const shared = await volume('multiattach')
  const orphan = await hold(shared, second)
  expect((await demo.nova('GET', `servers/${second}/os-volume_attachments/${shared}`)).status).toBe(
    404,
  )
  expect((await demo.cinder('DELETE', `attachments/${orphan}`)).body).toEqual({ attachments: [] })
  expect(await statusOf(shared)).toBe('available')
})

test('attachments of all projects come in pages that a marker continues, without links', async () => {
  const shared = await volume('multiattach')
  const ours = [
    await hold(shared, gone(1)),
    await hold(shared, gone(2)),
    await hold(shared, gone(3)),
  ]
  const ids: unknown[] = []
  for (let marker = ''; ;) {
    const from = marker === '' ? '' : `&marker=${marker}`
    const { body } = await admin.cinder('GET', `attachments/detail?all_tenants=1&limit=2${from}`)
    expect(Object.keys(Object(body))).toEqual(['attachments'])
    const page = listAt(body, 'attachments').map((one) => textAt(one, 'id'))
    if (page.length === 0) break
    ids.push(...page)
    marker = page.at(-1) ?? ''
  }
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(ours))
})

test('a status that is set takes no attachment away, and none is in use without one', async () => {
  const shared = await volume('multiattach')
  const reset = (status: string, attachStatus: string) =>
    act(shared, { 'os-reset_status': { status, attach_status: attachStatus } }, admin)
  expect(refusalOf(await reset('in-use', 'attached'))).toEqual([
    400,
    'Cannot reset-state to in-use because volume does not have any attachments.',
  ])
  await hold(shared, gone(1))
  expect((await act(shared, { 'os-reset_status': { status: 'available' } }, admin)).status).toBe(
    202,
  )
  expect(listAt(await look(shared), 'attachments')).toHaveLength(1)
  expect((await reset('in-use', 'attached')).status).toBe(202)
  expect(await look(shared)).toMatchObject({ status: 'in-use' })
})
