import { eachAt, listAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

import { nothing } from './nothing.ts'

/** The calls by which volumes were attached before there were attachments to create. */
export const oldAttachCalls: Story = async ({ tell, admin, server, volume, act, show, pause }) => {
  const shared = await volume('rec2-state', 'multiattach')
  const hold = (name: string) =>
    act(shared, {
      'os-attach': { instance_uuid: server(name), mountpoint: '/dev/vdq', mode: 'rw' },
    })
  await tell('612-os-reserve-as-member', act(shared, { 'os-reserve': {} }))
  await tell('613-os-unreserve-as-member', act(shared, { 'os-unreserve': {} }))
  await tell('614-os-begin_detaching-as-member', act(shared, { 'os-begin_detaching': {} }))
  await tell('615-os-roll_detaching-as-member', act(shared, { 'os-roll_detaching': {} }))
  await tell('616-os-attach-as-member', hold('node-03'))
  await tell('617-volume-after-os-attach-by-hand', show(shared))
  await tell('618-os-attach-second-by-hand', hold('node-04'))
  const two = await tell('619-volume-after-second-os-attach-by-hand', show(shared))
  const [one] = eachAt(listAt(two.body, 'volume', 'attachments'), 'attachment_id')
  const letGo = (attachment_id: unknown) => act(shared, { 'os-detach': { attachment_id } })
  await tell('620-os-detach-hand-made-without-id', act(shared, { 'os-detach': {} }))
  await tell('621-os-detach-hand-made-with-id', letGo(one))
  await tell('622-os-detach-unknown-id', letGo(nothing))
  await tell('623-volume-after-hand-made-detach', show(shared))
  await tell(
    '624-os-force_detach-hand-made-without-id',
    act(shared, { 'os-force_detach': {} }, admin),
  )
  await pause(1000)
  await tell('625-volume-after-force-detach', show(shared))
}
