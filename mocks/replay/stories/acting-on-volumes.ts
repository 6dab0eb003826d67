import type { Story } from '#mocks/replay/stage.ts'

import { nothing } from './nothing.ts'

const grow = (new_size: unknown) => ({ 'os-extend': { new_size } })
const flag = (bootable: unknown) => ({ 'os-set_bootable': { bootable } })

/** Growing, uploading and flagging a volume that is in use, and what is refused. */
export const actingOnVolumes: Story = async (stage) => {
  const { tell, demo, reader, server, attach, volume, act, show, pause } = stage
  const plain = await volume('rec2-act', 'standard')
  const used = await volume('rec2-used', 'multiattach')
  const seventh = server('node-07')
  await attach(seventh, used)
  await pause(3000)
  await tell('681-extend-in-use-3.42', act(used, grow(2), demo, '3.42'))
  await tell('682-volume-while-extending', show(used))
  await pause(3000)
  await tell(
    '683-instance-actions-after-online-extend',
    demo.nova('GET', `servers/${seventh}/os-instance-actions`),
  )
  await tell('684-extend-text', act(plain, grow('big')))
  await tell('685-extend-missing', act(plain, { 'os-extend': {} }))
  await tell('686-extend-as-reader', act(plain, grow(2), reader))
  await tell('687-extend-404', act(nothing, grow(2)))
  await tell(
    '688-transfer-of-volume-in-use',
    demo.cinder('POST', 'volume-transfers', { transfer: { volume_id: used } }),
  )
  const formats = { disk_format: 'raw', container_format: 'bare' }
  const upload = (wish: object) => act(used, { 'os-volume_upload_image': wish })
  await tell('689-upload-in-use-without-force', upload({ image_name: 'rec2', ...formats }))
  await tell(
    '690-upload-in-use-with-force',
    upload({ image_name: 'rec2', force: true, ...formats }),
  )
  await tell('691-upload-no-name', act(plain, { 'os-volume_upload_image': {} }))
  await tell('692-bootable-flag-in-use', act(used, flag(true)))
  await tell('693-bootable-flag-not-a-boolean', act(plain, flag('perhaps')))
  await tell(
    '694-readonly-flag-in-use',
    act(used, { 'os-update_readonly_flag': { readonly: true } }),
  )
}

/** What is noted with a volume, of its image and otherwise. */
export const notingThings: Story = async ({ tell, demo, reader, volume, act }) => {
  const plain = await volume('rec2-act', 'standard')
  await tell(
    '695-image-metadata-set',
    act(plain, { 'os-set_image_metadata': { metadata: { os_type: 'linux' } } }),
  )
  await tell('696-image-metadata-show', act(plain, { 'os-show_image_metadata': {} }))
  const unset = { 'os-unset_image_metadata': { key: 'os_type' } }
  await tell('697-image-metadata-unset', act(plain, unset))
  await tell('698-image-metadata-unset-404', act(plain, unset))
  const notes = `volumes/${plain}/metadata`
  await tell('699-metadata-replace', demo.cinder('PUT', notes, { metadata: { a: '1', b: '2' } }))
  await tell('700-metadata-get', demo.cinder('GET', notes))
  await tell('701-metadata-set-one', demo.cinder('PUT', `${notes}/a`, { meta: { a: '3' } }))
  await tell('702-metadata-delete-404', demo.cinder('DELETE', `${notes}/zzz`))
  await tell('703-metadata-as-reader', reader.cinder('POST', notes, { metadata: { x: 'y' } }))
  await tell(
    '704-metadata-key-too-long',
    demo.cinder('POST', notes, { metadata: { ['k'.repeat(256)]: 'y' } }),
  )
}
