import { textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

const nothing = '00000000-0000-0000-0000-000000000000'

/** Snapshots: taking, showing and changing them, and what a volume that has some can't do. */
export const takingSnapshots: Story = async (stage) => {
  const { tell, demo, reader, admin, volume, show, act, pause } = stage
  const id = await volume('rec2-snapped', 'multiattach')
  const take = (name: string, more: object = {}, who = demo) =>
    who.cinder('POST', 'snapshots', { snapshot: { name, volume_id: id, ...more } })
  const taken = await tell(
    '381-snapshot-create',
    take('rec2-snap', { description: 'before the upgrade', metadata: { a: 'b' } }),
  )
  const snapshot = textAt(taken.body, 'snapshot', 'id')
  await pause(3000)
  await tell('382-snapshot-get', demo.cinder('GET', `snapshots/${snapshot}`))
  await tell('383-snapshots-of-volume', demo.cinder('GET', `snapshots/detail?volume_id=${id}`))
  await tell(
    '384-snapshot-update',
    demo.cinder('PUT', `snapshots/${snapshot}`, { snapshot: { name: 'rec2-snap-b' } }),
  )
  await tell('385-snapshot-404', demo.cinder('GET', `snapshots/${nothing}`))
  await tell('386-snapshot-of-volume-404', take('no', { volume_id: nothing }))
  await tell('387-snapshot-create-as-reader', take('no', {}, reader))
  await tell('388-snapshot-force-false-3.66', take('no', { force: false }))
  await tell('389-snapshot-force-true-3.66', take('rec2-forced', { force: true }))

  await tell('390-delete-volume-with-snapshots', demo.cinder('DELETE', `volumes/${id}`))
  const create = (name: string, size: number) =>
    demo.cinder('POST', 'volumes', { volume: { name, size, snapshot_id: snapshot } })
  await tell('391-create-from-snapshot-too-small', create('no', 0))
  const made = await tell('392-create-from-snapshot', create('rec2-from-snap', 2))
  await pause(3000)
  await tell('393-volume-from-snapshot', show(textAt(made.body, 'volume', 'id')))
  await tell('394-extend-with-snapshots', act(id, { 'os-extend': { new_size: 3 } }))
  await pause(3000)
  await tell('395-revert-to-snapshot', act(id, { revert: { snapshot_id: snapshot } }))
  await pause(3000)
  await tell(
    '396-retype-with-snapshots-to-plain',
    act(id, { 'os-retype': { new_type: 'standard', migration_policy: 'never' } }),
  )
  await pause(3000)

  const reset = (who = demo) =>
    who.cinder('POST', `snapshots/${snapshot}/action`, { 'os-reset_status': { status: 'error' } })
  await tell('397-snapshot-reset-status-as-member', reset())
  await tell('398-snapshot-reset-status-as-admin', reset(admin))
  await tell('399-delete-volume-cascade', demo.cinder('DELETE', `volumes/${id}?cascade=true`))
  await pause(3000)
  await tell('400-snapshot-after-cascade', demo.cinder('GET', `snapshots/${snapshot}`))
}
