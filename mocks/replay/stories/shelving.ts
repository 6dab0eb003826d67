import { listAt, textAt } from '#mocks/client/json.ts'
import type { Stage, Story } from '#mocks/replay/stage.ts'

/** A shelved instance takes plain volumes, and no shared ones. */
export const shelving: Story = async (stage) => {
  const { tell, demo, attach, detach, volume, boot, operate, show, pause } = stage
  const shared = await volume('rec2-share', 'multiattach')
  const a = await boot('rec2-a')
  const d = await boot('rec2-d')
  await attach(a, shared)
  await pause(3000)
  await tell('533-server-shelve', operate(d, { shelve: null }))
  await pause(3000)
  await tell('534-server-shelved', demo.nova('GET', `servers/${d}`))
  await tell('535-attach-shared-to-shelved-2.59', attach(d, shared, { version: '2.59' }))
  await tell('536-attach-shared-to-shelved-2.89', attach(d, shared))
  const plain = await volume('rec2-shelf', 'standard')
  await tell('537-attach-plain-to-shelved', attach(d, plain))
  await pause(2000)
  await tell('538-volume-plain-attached-to-shelved', show(plain))
  await tell(
    '539-attachments-of-plain-on-shelved',
    demo.cinder('GET', `attachments/detail?volume_id=${plain}`),
  )
  await tell(
    '540-server-attachments-of-shelved',
    demo.nova('GET', `servers/${d}/os-volume_attachments`, undefined, '2.89'),
  )
  await tell('541-detach-plain-from-shelved', detach(d, plain))
  await pause(3000)
  await tell('542-server-unshelve', operate(d, { unshelve: null }))
}

/** The ids of the compute services on other hosts. */
async function hostsOtherThan(host: string, { admin }: Stage): Promise<string[]> {
  const services = await admin.nova('GET', 'os-services?binary=nova-compute')
  return listAt(services.body, 'services')
    .filter((one) => textAt(one, 'host') !== host)
    .map((one) => textAt(one, 'id'))
}

/** An instance that holds a shared volume is shelved, and does not come back: the only host left can't share. */
export const shelvingASharer: Story = async (stage) => {
  const { tell, demo, admin, server, attach, volume, boot, operate, show, pause } = stage
  const shared = await volume('rec2-share', 'multiattach')
  const [a, c, g] = [await boot('rec2-a'), await boot('rec2-c'), await boot('rec2-g')]
  const fifth = server('node-05')
  await attach(fifth, await volume('rec2-list-0', 'multiattach'))
  for (const one of [a, c, g]) {
    await attach(one, shared)
    await pause(3000)
  }
  for (const id of await hostsOtherThan('compute-plain', stage))
    await admin.nova('PUT', `os-services/${id}`, { status: 'disabled' })
  await tell('543-server-shelve-holding-shared', operate(g, { shelve: null }))
  await pause(3000)
  await tell('544-volume-shared-with-a-shelved-server', show(shared))
  await tell(
    '545-attachments-of-shared-with-a-shelved-server',
    demo.cinder('GET', `attachments/detail?volume_id=${shared}`),
  )
  await tell(
    '546-server-attachments-of-shelved-holder',
    demo.nova('GET', `servers/${g}/os-volume_attachments`, undefined, '2.89'),
  )
  await tell('547-attach-to-another-while-one-holder-is-shelved', attach(fifth, shared))
  await pause(2000)
  await tell('548-volume-after-attach-while-one-holder-is-shelved', show(shared))
  await tell('549-server-unshelve-holding-shared', operate(g, { unshelve: null }))
  await pause(3000)
  await tell('550-server-after-unshelve-holding-shared', admin.nova('GET', `servers/${g}`))
  await tell('551-volume-after-unshelve', show(shared))
}
