import type { Story } from '#mocks/replay/stage.ts'

/** A volume that two instances hold is set to states in which nobody would. */
export const resettingStates: Story = async (stage) => {
  const { tell, demo, admin, server, attach, detach, volume, act, show, pause } = stage
  const [first, second] = [server('node-01'), server('node-02')]
  const shared = await volume('rec2-state', 'multiattach')
  for (const one of [first, second]) {
    await attach(one, shared)
    await pause(3000)
  }
  const reset = (wish: object) => act(shared, { 'os-reset_status': wish }, admin)
  await tell('601-reset-status-invalid', reset({ status: 'happy' }))
  await tell('602-reset-status-empty', reset({}))
  await tell('603-reset-status-shared-to-available', reset({ status: 'available' }))
  await tell('604-volume-reset-to-available-but-attached', show(shared))
  await tell(
    '605-delete-after-reset-to-available-but-attached',
    demo.cinder('DELETE', `volumes/${shared}`),
  )
  await tell(
    '606-reset-attach-status-detached',
    reset({ status: 'available', attach_status: 'detached' }),
  )
  await tell('607-volume-reset-to-detached', show(shared))
  await tell(
    '608-attachments-after-reset-to-detached',
    demo.cinder('GET', `attachments/detail?volume_id=${shared}`),
  )
  await tell(
    '609-server-attachments-after-reset-to-detached',
    demo.nova('GET', `servers/${first}/os-volume_attachments`, undefined, '2.89'),
  )
  await tell('610-detach-after-reset', detach(first, shared))
  await pause(2000)
  await tell('611-volume-after-detach-after-reset', show(shared))
}
