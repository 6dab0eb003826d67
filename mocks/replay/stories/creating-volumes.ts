import { textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

/** Volumes that Cinder makes, refuses to make, or makes in vain. */
export const creatingVolumes: Story = async ({ tell, pause, demo, reader, admin, show }) => {
  async function create(label: string, wish: object, who = demo, version = '3.70') {
    const reply = await tell(label, who.cinder('POST', 'volumes', { volume: wish }, version))
    await pause(3000)
    return textAt(reply.body, 'volume', 'id')
  }
  const share = await create('056-create-rec-share', {
    name: 'rec-share',
    size: 1,
    volume_type: 'multiattach',
    description: 'shared by all',
  })
  await create('057-create-rec-plain', { name: 'rec-plain', size: 1, volume_type: 'standard' })
  await create('058-create-multiattach-flag-3.70', {
    name: 'rec-flag',
    size: 1,
    multiattach: true,
  })
  await create(
    '059-create-multiattach-flag-3.50',
    { name: 'rec-flag-350', size: 1, multiattach: true },
    demo,
    '3.50',
  )
  await create('060-create-size-0', { name: 'rec-zero', size: 0 })
  await create('061-create-size-missing', { name: 'rec-none' })
  await create('062-create-unknown-type', { name: 'rec-type', size: 1, volume_type: 'nope' })
  await create('063-create-unknown-zone', { name: 'rec-az', size: 1, availability_zone: 'mars' })
  await create('064-create-as-reader', { name: 'rec-reader', size: 1 }, reader)
  await create('065-create-name-too-long', { name: 'x'.repeat(256), size: 1 })
  await create('066-create-over-quota', { name: 'rec-huge', size: 99_999_999 })
  const nowhere = await create('067-create-no-back-end-has-multiattach', {
    name: 'rec-nowhere',
    size: 1,
    volume_type: 'multiattach-nowhere',
  })
  await tell('068-volume-in-error', show(nowhere))
  await tell('069-messages', demo.cinder('GET', 'messages'))
  await tell('070-volume-get', show(share))
  await tell('071-volume-get-admin', show(share, admin))
  await tell('072-volume-get-404', show('00000000-0000-0000-0000-000000000000'))
  await tell(
    '073-volume-update',
    demo.cinder('PUT', `volumes/${share}`, {
      volume: { name: 'rec-share', description: 'changed' },
    }),
  )
}
