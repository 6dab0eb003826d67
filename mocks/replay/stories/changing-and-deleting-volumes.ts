import type { Story } from '#mocks/replay/stage.ts'

const nothing = '00000000-0000-0000-0000-000000000000'

/** A volume that is being created, changes of names, and deletions by those who may and may not. */
export const changingAndDeletingVolumes: Story = async (stage) => {
  const { tell, demo, reader, admin, volume, show, act, attach, server } = stage
  const id = await volume('rec2-fast', 'multiattach')
  await act(id, { 'os-reset_status': { status: 'creating' } }, admin)
  await tell('363-volume-creating', show(id))
  await tell('364-delete-while-creating', demo.cinder('DELETE', `volumes/${id}`))
  await tell('365-attach-while-creating', attach(server('node-01'), id))
  await act(id, { 'os-reset_status': { status: 'available' } }, admin)

  const update = (wish: object, who = demo, path = id) =>
    who.cinder('PUT', `volumes/${path}`, { volume: wish })
  await tell('366-volume-update-empty', update({}))
  await tell('367-volume-update-unknown-field', update({ multiattach: true }))
  await tell('368-volume-update-as-reader', update({ name: 'no' }, reader))
  await tell('369-volume-update-404', update({ name: 'no' }, demo, nothing))

  await tell('370-volume-delete-as-reader', reader.cinder('DELETE', `volumes/${id}`))
  await tell('371-volume-delete-404', demo.cinder('DELETE', `volumes/${nothing}`))
  await tell('372-force-delete-as-member', act(id, { 'os-force_delete': {} }))
  await tell('373-force-delete-as-admin', act(id, { 'os-force_delete': {} }, admin))
}
