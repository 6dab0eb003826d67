import type { Story } from '#mocks/replay/stage.ts'

/** In which states of an instance a shared volume can be attached to it. */
export const statesOfServers: Story = async (stage) => {
  const { tell, admin, attach, detach, volume, boot, operate, pause } = stage
  const shared = await volume('rec2-share', 'multiattach')
  const a = await boot('rec2-a')
  const d = await boot('rec2-d')
  await attach(a, shared)
  await pause(3000)
  const go = async (body: object) => {
    await operate(d, body)
    await pause(3000)
  }
  await tell('523-server-lock', operate(d, { lock: { locked_reason: 'maintenance' } }, admin))
  await tell('524-attach-to-locked-server', attach(d, shared))
  await operate(d, { unlock: null }, admin)
  await tell(
    '525-server-reset-state-error',
    operate(d, { 'os-resetState': { state: 'error' } }, admin),
  )
  await tell('526-attach-to-server-in-error', attach(d, shared))
  await operate(d, { 'os-resetState': { state: 'active' } }, admin)
  await tell('527-server-stop', operate(d, { 'os-stop': null }))
  await pause(3000)
  await tell('528-attach-to-stopped-server', attach(d, shared))
  await pause(3000)
  await tell('529-detach-from-stopped-server', detach(d, shared))
  await pause(3000)
  await tell('530-server-start', operate(d, { 'os-start': null }))
  await pause(3000)
  await go({ pause: null })
  await tell('531-attach-to-paused-server', attach(d, shared))
  await pause(3000)
  await detach(d, shared)
  await pause(3000)
  await go({ unpause: null })
  await go({ suspend: null })
  await tell('532-attach-to-suspended-server', attach(d, shared))
}
