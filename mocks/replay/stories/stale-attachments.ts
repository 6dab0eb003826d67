import { textAt } from '#mocks/client/json.ts'
import type { Stage, Story } from '#mocks/replay/stage.ts'

import { nothing } from './nothing.ts'

const gone = '11111111-2222-3333-4444-555555555555'

const connector = {
  host: 'gone-host',
  initiator: 'iqn.gone',
  ip: '127.0.0.1',
  platform: 'x86_64',
  os_type: 'linux2',
  multipath: false,
  mountpoint: '/dev/vdb',
  mode: 'rw',
}

/** A shared volume that was held by hand before, which leaves it with a flag for reading only. */
async function onceHeldVolume({ volume, act, server, admin, pause }: Stage): Promise<string> {
  const shared = await volume('rec2-state', 'multiattach')
  await act(shared, {
    'os-attach': { instance_uuid: server('node-03'), mountpoint: '/dev/vdq', mode: 'rw' },
  })
  await act(shared, { 'os-force_detach': {} }, admin)
  await pause(1000)
  return shared
}

const creator =
  ({ demo }: Stage) =>
  (attachment: object, who = demo, version = '3.70') =>
    who.cinder('POST', 'attachments', { attachment }, version)

const completer =
  ({ demo }: Stage) =>
  (id: string, version = '3.70') =>
    demo.cinder('POST', `attachments/${id}/action`, { 'os-complete': {} }, version)

/** An attachment made past Nova for an instance that is not there, beside one that is. */
export const staleAttachments: Story = async (stage) => {
  const { tell, demo, reader, admin, server, attach, volume, act, show, pause } = stage
  const create = creator(stage)
  const complete = completer(stage)
  await attach(server('node-06'), await volume('rec2-list-0', 'multiattach'))
  const shared = await onceHeldVolume(stage)
  const wish = { volume_uuid: shared, instance_uuid: gone }
  await tell('626-attachment-create-404-volume', create({ ...wish, volume_uuid: nothing }))
  await tell('627-attachment-create-bad-uuid', create({ ...wish, volume_uuid: 'nope' }))
  await tell('628-attachment-create-no-volume', create({ instance_uuid: gone }))
  await tell('629-attachment-create-bad-mode', create({ ...wish, mode: 'wo' }))
  await tell('630-attachment-create-mode-3.53', create({ ...wish, mode: 'ro' }, demo, '3.53'))
  await tell('631-attachment-create-as-reader', create(wish, reader))
  const made = await tell('632-attachment-create-with-connector', create({ ...wish, connector }))
  const stale = textAt(made.body, 'attachment', 'id')
  await tell('633-volume-attaching-by-hand', show(shared))
  await tell(
    '634-attachment-create-second-while-attaching',
    create({ volume_uuid: shared, instance_uuid: server('node-05') }),
  )
  await tell('635-attachment-complete-3.43', complete(stale, '3.43'))
  await tell('636-attachment-complete-3.44', complete(stale, '3.44'))
  await tell('637-attachment-complete-again', complete(stale, '3.44'))
  await tell('638-volume-stale-attachment', show(shared))
  await attach(server('node-05'), shared)
  await pause(3000)
  await tell('639-volume-stale-and-real-attachment', show(shared))
  const list = (query: string, who = demo) => who.cinder('GET', `attachments${query}`)
  await tell('640-attachments-filter-instance', list(`/detail?instance_id=${gone}`))
  await tell('641-attachments-filter-attach-status', list('?attach_status=attached'))
  await tell('642-attachments-limit', list('?limit=1&sort=created_at:asc'))
  await tell('643-attachments-as-reader', list('?limit=1', reader))
  await tell('644-attachments-all-tenants-as-member', list('?all_tenants=1&limit=1'))
  await tell('645-attachment-get-404', list(`/${nothing}`))
  const remove = (id: string, who = demo) => who.cinder('DELETE', `attachments/${id}`)
  await tell('646-attachment-delete-404', remove(nothing))
  await tell('647-attachment-delete-as-reader', remove(stale, reader))
  await tell('648-attachment-get-as-admin', list(`/${stale}`, admin))
  await tell(
    '649-os-force_detach-stale-with-connector',
    act(shared, { 'os-force_detach': { attachment_id: stale, connector } }, admin),
  )
  await pause(1000)
  await tell('650-volume-after-force-detach-of-stale', show(shared))
  await tell('651-attachment-delete-stale-of-two', remove(stale))
  await tell('652-volume-after-delete-of-stale', show(shared))
}

/** Attachments made past Nova, for an instance that is there and for a host. */
export const attachmentsPastNova: Story = async (stage) => {
  const { tell, demo, server, attach, detach, volume, show, pause } = stage
  const create = creator(stage)
  const complete = completer(stage)
  const sixth = server('node-06')
  await attach(sixth, await volume('rec2-list-0', 'multiattach'))
  await pause(3000)
  const shared = await onceHeldVolume(stage)
  const forServer = await tell(
    '653-attachment-create-for-real-server-not-through-nova',
    create({ volume_uuid: shared, instance_uuid: sixth, connector }),
  )
  const ofServer = textAt(forServer.body, 'attachment', 'id')
  await complete(ofServer)
  await tell(
    '654-server-attachments-not-through-nova',
    demo.nova('GET', `servers/${sixth}/os-volume_attachments`, undefined, '2.89'),
  )
  await tell('655-detach-through-nova-not-known-to-nova', detach(sixth, shared))
  await tell(
    '656-attachment-delete-not-known-to-nova',
    demo.cinder('DELETE', `attachments/${ofServer}`),
  )
  const forHost = await tell(
    '657-attachment-create-without-instance',
    create({ volume_uuid: shared, connector }),
  )
  const ofHost = textAt(forHost.body, 'attachment', 'id')
  await complete(ofHost)
  await tell('658-volume-attached-to-a-host', show(shared))
  await tell('659-attachment-delete-of-a-host', demo.cinder('DELETE', `attachments/${ofHost}`))
}
