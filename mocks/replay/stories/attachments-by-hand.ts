import { listAt, textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

const connectorOf = (host: string, device: string, mode: string) => ({
  host,
  initiator: `iqn.${host.replace('host-', '')}`,
  ip: '127.0.0.1',
  platform: 'x86_64',
  os_type: 'linux2',
  multipath: false,
  mountpoint: device,
  mode,
})

/** Attachments that are made in Cinder itself, of a server that knows nothing of them. */
export const attachingByHand: Story = async ({
  tell,
  pause,
  demo,
  admin,
  volume,
  show,
  act,
  server,
}) => {
  const share = await volume('rec-share', 'multiattach', { description: 'changed' })
  await act(share, { 'os-extend': { new_size: 2 } })
  await pause(3000)
  const [first, second] = [server('node-05'), server('node-06')]
  const made = await tell(
    '128-attachment-create-reserve',
    demo.cinder('POST', 'attachments', {
      attachment: { volume_uuid: share, instance_uuid: first, mode: 'ro' },
    }),
  )
  await tell('129-volume-reserved', show(share))
  const path = `attachments/${textAt(made.body, 'attachment', 'id')}`
  await tell(
    '130-attachment-update-connector',
    demo.cinder('PUT', path, { attachment: { connector: connectorOf('rec', '/dev/vdz', 'ro') } }),
  )
  await tell(
    '131-attachment-complete',
    demo.cinder('POST', `${path}/action`, { 'os-complete': {} }),
  )
  await tell('132-volume-attached-by-hand', show(share))
  await tell('133-attachment-delete-stale', demo.cinder('DELETE', path))
  const plain = await volume('rec-plain', 'standard')
  const reserve = (instance: string) =>
    demo.cinder('POST', 'attachments', {
      attachment: { volume_uuid: plain, instance_uuid: instance },
    })
  await tell('134-attachment-create-on-plain-twice-1', reserve(first))
  await tell('135-attachment-create-on-plain-twice-2', reserve(second))
  const rest = await admin.cinder('GET', `attachments/detail?volume_id=${plain}`)
  const [left] = listAt(rest.body, 'attachments')
  await tell(
    '136-attachment-delete-reserved',
    demo.cinder('DELETE', `attachments/${textAt(left, 'id')}`),
  )
}

/** Two attachments that Nova knows nothing of, taken from one volume with and without their ids. */
export const detachingByHand: Story = async ({ tell, pause, demo, volume, show, act }) => {
  const two = await volume('rec-two', 'multiattach')
  const held: string[] = []
  for (const number of [1, 2]) {
    await pause(2000)
    const made = await demo.cinder('POST', 'attachments', {
      attachment: {
        volume_uuid: two,
        instance_uuid: `0000000${number}-0000-4000-8000-000000000000`,
        connector: connectorOf(`host-${number}`, '/dev/vdb', 'rw'),
      },
    })
    const id = textAt(made.body, 'attachment', 'id')
    held.push(id)
    await demo.cinder('POST', `attachments/${id}/action`, { 'os-complete': {} })
  }
  await tell('174-volume-held-by-two-unknown-instances', show(two))
  await tell('175-os-detach-without-attachment-id-of-several', act(two, { 'os-detach': {} }))
  await tell(
    '176-os-detach-one-of-several-by-attachment-id',
    act(two, { 'os-detach': { attachment_id: held[0] } }),
  )
  await pause(2000)
  await tell('177-volume-after-os-detach-of-one', show(two))
  await tell('178-os-detach-without-attachment-id-of-one', act(two, { 'os-detach': {} }))
  await pause(2000)
  await tell('179-volume-after-os-detach-of-last', show(two))
}
