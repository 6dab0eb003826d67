import type { Story } from '#mocks/replay/stage.ts'

/** A shared volume in states that an administrator gave it. */
export const statesOfVolumes: Story = async (stage) => {
  const { tell, admin, server, attach, detach, volume, boot, act, show, pause } = stage
  const shared = await volume('rec2-share', 'multiattach')
  const a = await boot('rec2-a')
  const c = await boot('rec2-c')
  for (const one of [a, c]) {
    await attach(one, shared)
    await pause(3000)
  }
  const states = [
    ['error', '552-attach-shared-volume-in-error', '553-detach-shared-volume-in-error'],
    [
      'maintenance',
      '554-attach-shared-volume-in-maintenance',
      '555-detach-shared-volume-in-maintenance',
    ],
    ['attaching', '556-attach-shared-volume-in-attaching', '557-detach-shared-volume-in-attaching'],
    ['detaching', '558-attach-shared-volume-in-detaching', '559-detach-shared-volume-in-detaching'],
    ['reserved', '560-attach-shared-volume-in-reserved', '561-detach-shared-volume-in-reserved'],
  ] as const
  for (const [status, attaching, detaching] of states) {
    await act(shared, { 'os-reset_status': { status } }, admin)
    await tell(attaching, attach(server('node-07'), shared))
    await tell(detaching, detach(a, shared))
    await pause(1500)
    await act(shared, { 'os-reset_status': { status: 'in-use' } }, admin)
    await attach(a, shared)
    await pause(1500)
  }
  await tell('562-volume-after-the-states', show(shared))
}

/** Eight instances ask for a volume at once: the first gets it, the others may ask again. */
export const askingAtOnce: Story = async ({ tell, server, attach, volume, show, pause }) => {
  const race = await volume('rec2-race', 'multiattach')
  await Promise.all([2, 1, 3, 4, 5, 6, 7, 8].map((n) => attach(server(`node-0${n}`), race)))
  await pause(4000)
  await tell('573-volume-after-eight-parallel-attaches', show(race))
}
