import { at, listAt, textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

/** The id of the request that began an action of this name, the newest first. */
const requestOf = (actions: unknown, name: string): string =>
  textAt(
    listAt(actions, 'instanceActions').find((one) => at(one, 'action') === name),
    'request_id',
  )

/** Three servers come to hold one volume, one after the other. */
export const sharingAVolume: Story = async ({
  tell,
  pause,
  demo,
  admin,
  volume,
  attach,
  show,
  server,
}) => {
  const share = await volume('rec-share', 'multiattach', { description: 'shared by all' })
  await demo.cinder('PUT', `volumes/${share}`, {
    volume: { name: 'rec-share', description: 'changed' },
  })
  const [first, second, third] = ['node-05', 'node-06', 'node-07'].map(server)
  if (!first || !second || !third) return
  await tell('074-attach-multiattach-old-microversion', attach(first, share, { version: '2.59' }))
  await tell('075-attach-first', attach(first, share))
  await tell('076-volume-right-after-attach', show(share))
  await pause(400)
  await tell('077-attach-second-while-first-is-running', attach(second, share))
  await pause(3000)
  await tell('078-attach-second', attach(second, share))
  await pause(3000)
  await tell('079-attach-same-server-again', attach(first, share))
  await tell('080-attach-third-2.60', attach(third, share, { version: '2.60' }))
  await pause(3000)
  await tell('081-volume-attached-to-three', show(share))
  await tell('082-volume-attached-to-three-admin', show(share, admin))
  await tell(
    '083-attachments-of-volume',
    demo.cinder('GET', `attachments/detail?volume_id=${share}`),
  )
  const held = `servers/${first}/os-volume_attachments`
  await tell('084-server-attachments-2.89', demo.nova('GET', held, undefined, '2.89'))
  await tell('085-server-attachments-2.1', demo.nova('GET', held, undefined, null))
  await tell('086-server-attachment-get', demo.nova('GET', `${held}/${share}`, undefined, '2.89'))
  await tell('087-server-with-volumes', demo.nova('GET', `servers/${first}`))
}

/** Attaching where it is refused: plain volumes, readers, what there is not, hosts that cannot share. */
export const refusingToAttach: Story = async ({
  tell,
  pause,
  demo,
  reader,
  volume,
  attach,
  show,
  server,
}) => {
  const share = await volume('rec-share', 'multiattach', { description: 'changed' })
  const plain = await volume('rec-plain', 'standard')
  const nowhere = '00000000-0000-0000-0000-000000000000'
  await volume('rec-nowhere', 'multiattach-nowhere')
  const [first, second, other] = ['node-05', 'node-06', 'node-08'].map(server)
  if (!first || !second || !other) return
  for (const name of ['node-05', 'node-06', 'node-07']) {
    await attach(server(name), share)
    await pause(3000)
  }
  await tell('088-attach-plain', attach(first, plain))
  await pause(3000)
  await tell('089-attach-plain-in-use-to-another', attach(second, plain))
  await tell('090-attach-as-reader', attach(other, share, { who: reader }))
  await tell('091-attach-unknown-volume', attach(first, nowhere))
  await tell('092-attach-unknown-server', attach(nowhere, share))
  await tell('093-attach-bad-device', attach(other, share, { device: 'not a device' }))
  const legacy = server('legacy-1')
  await tell('094-attach-hypervisor-cannot-share', attach(legacy, share))
  await pause(5000)
  await tell('095-volume-after-hypervisor-refusal', show(share))
  await tell(
    '096-instance-actions-after-refusal',
    demo.nova('GET', `servers/${legacy}/os-instance-actions`),
  )
  await tell('097-messages-after-refusal', demo.cinder('GET', 'messages'))
}

/** An attach that the hypervisor fails at after it was accepted. */
export const failingToAttach: Story = async ({
  tell,
  pause,
  demo,
  admin,
  volume,
  attach,
  show,
  server,
}) => {
  const share = await volume('rec-share', 'multiattach', { description: 'changed' })
  await volume('rec-nowhere', 'multiattach-nowhere')
  for (const name of ['node-05', 'node-06', 'node-07']) {
    await attach(server(name), share)
    await pause(3000)
  }
  const broken = server('broken-1')
  await tell('098-attach-fails-later', attach(broken, share))
  await tell('099-volume-while-failing', show(share))
  await pause(4000)
  await tell('100-volume-after-failed-attach', show(share))
  await tell(
    '101-server-attachments-after-failed-attach',
    demo.nova('GET', `servers/${broken}/os-volume_attachments`, undefined, '2.89'),
  )
  const log = `servers/${broken}/os-instance-actions`
  const actions = await tell('102-instance-actions-after-failed-attach', demo.nova('GET', log))
  const action = `${log}/${requestOf(actions.body, 'attach_volume')}`
  await tell('103-instance-action-events-after-failed-attach-member', demo.nova('GET', action))
  await tell('104-instance-action-events-after-failed-attach-admin', admin.nova('GET', action))
  await tell('105-messages-after-failed-attach', demo.cinder('GET', 'messages'))
}
