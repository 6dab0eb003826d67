import { textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

/** An instance whose root disk is a shared volume, and others that hold it too. */
export const startingFromASharedVolume: Story = async (stage) => {
  const { tell, demo, other, server, image, attach, detach, volume, boot, operate, show, pause } =
    stage
  const c = await boot('rec2-c')
  const root = await volume('rec2-root', 'multiattach', { imageRef: image('tiny') })
  const e = await boot('rec2-bfv', {
    block_device_mapping_v2: [
      {
        boot_index: 0,
        uuid: root,
        source_type: 'volume',
        destination_type: 'volume',
        delete_on_termination: true,
      },
    ],
  })
  await tell('563-volume-root-of-server', show(root))
  await tell(
    '564-server-attachments-of-boot-from-volume',
    demo.nova('GET', `servers/${e}/os-volume_attachments`, undefined, '2.89'),
  )
  await tell('565-server-boot-from-volume', demo.nova('GET', `servers/${e}`))
  await tell('566-detach-root-volume', detach(e, root))
  await tell('567-attach-root-volume-to-second-server', attach(c, root))
  await pause(3000)
  await operate(e, { 'os-stop': null })
  await pause(3000)
  await tell('568-detach-root-volume-of-stopped', detach(e, root))
  await tell('569-server-delete-boot-from-shared-volume', demo.nova('DELETE', `servers/${e}`))
  await pause(5000)
  await tell('570-volume-root-after-server-delete', show(root))
  const elsewhere = await other.cinder('POST', 'volumes', {
    volume: { name: 'rec2-other', size: 1, volume_type: 'multiattach' },
  })
  await tell(
    '571-attach-volume-of-other-project',
    attach(server('node-01'), textAt(elsewhere.body, 'volume', 'id')),
  )
  await tell('572-attach-to-deleted-server', attach(e, root))
}
