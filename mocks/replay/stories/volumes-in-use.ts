import { textAt } from '#mocks/client/json.ts'
import type { Stage, Story } from '#mocks/replay/stage.ts'

/** A volume that three servers share, and a plain one that the first of them has. */
async function shareAmongThree({ pause, volume, attach, server }: Stage) {
  const share = await volume('rec-share', 'multiattach', { description: 'changed' })
  const plain = await volume('rec-plain', 'standard')
  for (const name of ['node-05', 'node-06', 'node-07']) {
    await attach(server(name), share)
    await pause(3000)
  }
  await attach(server('node-05'), plain)
  await pause(3000)
  return { share, plain }
}

/** What Cinder refuses to do, and does, with volumes that servers hold. */
export const changingVolumesInUse: Story = async (stage) => {
  const { tell, pause, demo, admin, show, act, server } = stage
  const { share, plain } = await shareAmongThree(stage)
  const held = await show(share, admin)
  const attachment = textAt(held.body, 'volume', 'attachments', 0, 'attachment_id')
  const named = { attachment_id: attachment }
  await tell('106-delete-while-attached', demo.cinder('DELETE', `volumes/${share}`))
  await tell('107-os-detach-without-attachment-id', act(share, { 'os-detach': {} }))
  await tell('108-os-detach-with-attachment-id-as-user', act(share, { 'os-detach': named }))
  await tell('109-os-force_detach-as-member', act(share, { 'os-force_detach': named }))
  await tell('110-os-force_detach-as-admin', act(share, { 'os-force_detach': named }, admin))
  const path = `attachments/${attachment}`
  await tell('111-attachment-delete-used-by-nova', demo.cinder('DELETE', path))
  await tell('112-attachment-delete-used-by-nova-admin', admin.cinder('DELETE', path))
  await tell('113-attachment-get', demo.cinder('GET', path))
  await tell(
    '114-retype-in-use-to-plain',
    act(share, { 'os-retype': { new_type: 'standard', migration_policy: 'never' } }),
  )
  const extend = { 'os-extend': { new_size: 2 } }
  await tell('115-extend-in-use-old', act(plain, extend, demo, '3.41'))
  await tell('116-extend-in-use-multiattach', act(share, extend))
  await pause(3000)
  await tell('117-volume-after-online-extend', show(share))
  await tell(
    '118-snapshot-in-use-3.70',
    demo.cinder('POST', 'snapshots', { snapshot: { volume_id: share, name: 'rec-snap' } }),
  )
  await tell(
    '119-snapshot-in-use-3.65-without-force',
    demo.cinder('POST', 'snapshots', { snapshot: { volume_id: share, name: 'rec-snap2' } }, '3.65'),
  )
  await pause(2000)
  await tell('120-snapshots', demo.cinder('GET', 'snapshots/detail?with_count=true'))
  await tell(
    '121-server-delete-attachment-update',
    demo.nova(
      'PUT',
      `servers/${server('node-05')}/os-volume_attachments/${share}`,
      { volumeAttachment: { volumeId: share, delete_on_termination: true } },
      '2.89',
    ),
  )
}

/** Three servers let go of one volume, one after the other. */
export const lettingGoOfAVolume: Story = async (stage) => {
  const { tell, pause, reader, show, act, detach, server } = stage
  const { share } = await shareAmongThree(stage)
  await act(share, { 'os-extend': { new_size: 2 } })
  await pause(3000)
  await tell('122-detach-one-of-three', detach(server('node-05'), share))
  await tell('123-volume-right-after-detach', show(share))
  await pause(1000)
  await tell('124-detach-another-while-first-is-running', detach(server('node-06'), share))
  await pause(3000)
  await tell('125-volume-after-detaches', show(share))
  await tell('126-detach-not-attached', detach(server('node-09'), share))
  await tell('127-detach-as-reader', detach(server('node-07'), share, reader))
}
