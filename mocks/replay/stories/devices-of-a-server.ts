import type { Person } from '#mocks/client/person.ts'
import type { Story } from '#mocks/replay/stage.ts'

import { nothing } from './nothing.ts'

/** What Nova lists of an instance's volumes, and the end of an instance that was to take a shared one along. */
export const devicesOfAServer: Story = async (stage) => {
  const { tell, demo, reader, attach, volume, boot, show, pause } = stage
  const shared = await volume('rec2-share', 'multiattach')
  const plain = await volume('rec2-plain', 'standard')
  const a = await boot('rec2-a')
  const b = await boot('rec2-b')
  const list = (query = '', version = '2.89', who: Person = demo) =>
    who.nova('GET', `servers/${a}/os-volume_attachments${query}`, undefined, version)
  await tell(
    '501-attach-with-tag-2.49',
    attach(a, plain, { version: '2.49', tag: 'data', device: '/dev/vdx' }),
  )
  await pause(3000)
  await tell('502-server-attachments-2.70-tag', list('', '2.70'))
  await tell('503-server-attachments-2.79', list('', '2.79'))
  await tell('504-attach-device-in-use', attach(a, shared, { device: '/dev/vdx' }))
  await tell('505-attach-delete-on-termination', attach(b, shared, { delete_on_termination: true }))
  await pause(3000)
  await attach(a, shared)
  await pause(3000)
  await tell('506-server-attachments-limit-1', list('?limit=1'))
  await tell('507-server-attachments-offset-1', list('?limit=1&offset=1'))
  await tell('508-server-attachments-reader', list('', '2.89', reader))
  await tell('509-server-attachment-get-2.79', list(`/${shared}`, '2.79'))
  await tell('510-server-attachment-get-404', list(`/${nothing}`))
  await tell(
    '511-server-delete-holding-shared-with-delete-on-termination',
    demo.nova('DELETE', `servers/${b}`),
  )
  await tell('512-volume-right-after-server-delete', show(shared))
  await pause(5000)
  await tell('513-volume-after-server-delete', show(shared))
}

/** A failed backup tells of itself; a deleted instance does not. */
export const messagesAfterADelete: Story = async (stage) => {
  const { tell, demo, attach, volume, boot, pause } = stage
  const shared = await volume('rec2-share', 'multiattach')
  await demo.cinder('POST', 'backups', { backup: { volume_id: shared, name: 'no', force: true } })
  await pause(3000)
  const a = await boot('rec2-a')
  await attach(a, shared)
  await pause(3000)
  await demo.nova('DELETE', `servers/${a}`)
  await pause(3000)
  await tell('514-messages-after-server-delete', demo.cinder('GET', 'messages?limit=3'))
}
