import type { Story } from '#mocks/replay/stage.ts'

/** One volume for another below a running instance. */
export const swappingVolumes: Story = async (stage) => {
  const { tell, demo, admin, attach, volume, boot, show, pause } = stage
  const shared = await volume('rec2-share', 'multiattach')
  const plain = await volume('rec2-plain', 'standard')
  const a = await boot('rec2-a')
  const c = await boot('rec2-c')
  const d = await boot('rec2-d')
  await attach(a, plain, { tag: 'data', device: '/dev/vdx' })
  await attach(a, shared)
  await pause(3000)
  const target = await volume('rec2-swap-to', 'multiattach')
  const targetPlain = await volume('rec2-swap-to-plain', 'standard')
  const swap = (server: string, from: string, to: string, who = admin) =>
    who.nova(
      'PUT',
      `servers/${server}/os-volume_attachments/${from}`,
      { volumeAttachment: { volumeId: to } },
      '2.89',
    )
  await tell('515-swap-as-member', swap(a, plain, targetPlain, demo))
  await tell('516-swap-plain-as-admin', swap(a, plain, targetPlain))
  await pause(3000)
  await tell('517-volume-swapped-from', show(plain))
  await tell('518-volume-swapped-to', show(targetPlain))
  await tell(
    '519-server-attachments-after-swap',
    demo.nova('GET', `servers/${a}/os-volume_attachments`, undefined, '2.89'),
  )
  await attach(c, shared)
  await pause(3000)
  await tell('520-swap-shared-by-two', swap(a, shared, target))
  await pause(2000)
  await tell('521-volume-after-swap-shared', show(shared))
  await tell('522-swap-not-attached', swap(d, shared, target))
}
